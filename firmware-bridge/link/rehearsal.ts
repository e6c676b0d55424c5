/**
 * A rehearsal before the first port is opened: the guard lives through some made-up sessions that end in a stop, so that
 * the first real stop is not the first time its code runs (measured: 2.4 ms cold, 0.2 ms after). Its effects go nowhere.
 */
import { encodeFrame, decodeFrame } from '../wire/frame.ts';
import { LineCap } from '../wire/line-cap.ts';
import { readRigMessage } from '../wire/rig-message.ts';
import { initialState, type BenchSetup, type BenchState } from '../guard/state.ts';
import { step } from '../guard/step.ts';
import type { Effect } from '../guard/turn.ts';

const SESSIONS = 60;
const LINE_MS = 10;

const SCRIPT: readonly (readonly [string, string])[] = [
  ['FIXTURE', 'id=F1 probes=5 span_mm=147 noise_um=8 full_um=4000 period_ms=100 zero_dc=230'],
  ['DEVICE', 'model=Rehearsal serial=R1'],
  ['HB', 'ack=0 seat=1 phase=idle zone=safe restore=none gate=none permit=none latch=none'],
  ['PLAN', 'restore=00010001 kind=update from=1 to=2 hash=0A77C1D0'],
  ...Array.from({ length: 6 }, (): readonly (readonly [string, string])[] => [
    ['PROBE', 'fixture=F1 l_um=0,31,44,29,2 r_um=1,28,39,30,-1 temp_dc=238'],
    ['POWER', 'battery_pct=80 supply_mv=5050 device_dc=280 force_cn=100'],
    ['HB', 'ack=0 seat=1 phase=unpack zone=safe restore=00010001 gate=none permit=none latch=none'],
  ]).flat(),
  ['PROBE', 'fixture=F1 l_um=0,1531,1844,1029,2 r_um=1,28,39,30,-1 temp_dc=238'],
];

/** Runs the sessions and returns how many of them asked for a stop: all, or something is wrong with the build. */
export function rehearse(setup: BenchSetup): { readonly sessions: number; readonly stops: number } {
  let stops = 0;
  for (let session = 0; session < SESSIONS; session += 1) {
    if (rehearseOnce(setup, session)) stops += 1;
  }
  return { sessions: SESSIONS, stops };
}

function rehearseOnce(setup: BenchSetup, round: number): boolean {
  const cap = new LineCap();
  const wallMs = 1_700_000_000_000;
  let nowMs = 1000 + round;
  let state: BenchState = initialState(setup, null);
  const effects: Effect[] = [];
  const take = (event: Parameters<typeof step>[1]): void => {
    const result = step(state, event);
    state = result.state;
    effects.push(...result.effects);
  };
  take({ kind: 'port-opened', nowMs, wallMs });
  const nonce = state.link.nonce ?? '0000';
  const lines = [
    ['WELCOME', `proto=1 rig=REHEARSAL fw=0 model=R virtual=${setup.virtual ? '1' : '0'} latch=none`] as const, ...SCRIPT,
  ];
  lines.forEach(([verb, text], n) => {
    nowMs += LINE_MS;
    const fields = Object.fromEntries(`t_ms=${String(n * LINE_MS)} ${text}`.split(' ').map((word) => word.split('=') as [string, string]));
    const line = encodeFrame({ session: `${nonce}0001`, n, verb, fields }) ?? '';
    cap.push(new TextEncoder().encode(line), (bytes) => {
      const decoded = decodeFrame(new TextDecoder('latin1').decode(bytes.subarray(0, -1)));
      const message = decoded.ok ? readRigMessage(decoded.frame) : undefined;
      if (decoded.ok && message !== undefined) take({ kind: 'line', session: decoded.frame.session, n: decoded.frame.n, message, nowMs, wallMs });
    }, () => undefined);
  });
  return effects.some((effect) => effect.do === 'stop-restore') && state.trip?.trip.causes[0]?.code === 'device-frame-bent';
}
