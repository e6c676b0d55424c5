/** Evidence, states and facts for the recorder's tests; numbered, with a size one can choose. */
import type { BenchStatus } from '../../../firmware-bridge/contract/bench-status.ts';
import type { Evidence } from '../../../firmware-bridge/contract/evidence.ts';
import type { Facts } from '../../../firmware-bridge/contract/uplink.ts';

export const BRIDGE = '0b5d3c8e-4a52-4f6e-9a0e-5a3f0c2d1e11';

export function makeEvidence(seq: number, over: Partial<Evidence> = {}): Evidence {
  return {
    v: 1,
    id: `01890a5d-ac96-774b-bcce-${seq.toString(16).padStart(12, '0')}`,
    kind: 'note',
    bench: 'bench-1',
    seq,
    bridge: BRIDGE,
    bootId: 'boot-1',
    atMs: seq,
    atIso: '2026-01-02T03:04:05.678Z',
    actor: { kind: 'bridge', name: 'bench-1' },
    body: { code: 'test', params: { seq } },
    ...over,
  };
}

export const makeFacts = (version: number, databaseId = 'database-a'): Facts => ({
  databaseId,
  version,
  holds: [{ id: `hold-${version}`, device: { serial: 'C39XK1ABCD', ecid: null, imei: null }, code: 'lab' }],
  consents: [],
  backups: [],
  unlocksAsked: [],
  irreplaceable: [],
});

export function makeStatus(bench: string, sentAtMs: number): BenchStatus {
  return {
    v: 1, bench, name: bench, bootId: 'boot-1', sentAtMs, virtual: true, mode: 'inhibited', zone: 'safe', committedEstablished: false,
    inDoubt: false, protection: 'full', problem: null,
    link: { path: '/dev/null', open: true, lastFrameAgeMs: 5, nextTryInMs: null, attempts: 0, corruptRecent: 0, missedTotal: 0 },
    rig: null, device: null, seated: false, restore: null,
    frame: {
      verdict: 'cannot-measure', fault: 'no-sample', deviationUm: null, edge: null, holdAtUm: 250, limitUm: 300, uncertaintyUm: 50,
      leftUm: [], rightUm: [], spanMm: 0, fixture: null, ageMs: null,
    },
    power: null, permissives: [], permit: null, trip: null, reset: { possible: false, blockedBy: ['no-trip'], needsTwoPeople: false },
    holds: { ageMs: null, version: null }, stallWorstMs: 0,
  };
}
