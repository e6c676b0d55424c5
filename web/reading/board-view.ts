/**
 * Which benches the address of the board asks for: `/?state=stopped,waiting&bench=bench-1`. Pure. What rings is shown
 * whatever the address says, so that no kept link can hide a stop.
 */
import { ALARM_VOICES, COUNTED, COUNTED_AS } from './voice.ts';
import type { Counted, Reading } from './voice.ts';

export interface BoardView {
  /** Empty: every state. */
  readonly states: readonly Counted[];
  /** Ids; empty: every bench. */
  readonly benches: readonly string[];
}

export const WHOLE_BOARD: BoardView = { states: [], benches: [] };

const BENCHES_MAX = 64;
const listOf = (text: string | null): string[] => (text ?? '').split(',').filter((part) => part !== '');

/** What an address does not know is left out, so that an old link still shows something. */
export function boardViewOf(search: string): BoardView {
  const query = new URLSearchParams(search);
  const wanted = new Set(listOf(query.get('state')));
  return { states: COUNTED.filter((state) => wanted.has(state)), benches: [...new Set(listOf(query.get('bench')))].slice(0, BENCHES_MAX) };
}

/** The address of this view; commas stay readable. */
export function addressOfView({ states, benches }: BoardView): string {
  const parts = [
    ...(states.length === 0 ? [] : [`state=${states.join(',')}`]),
    ...(benches.length === 0 ? [] : [`bench=${benches.map((id) => encodeURIComponent(id)).join(',')}`]),
  ];
  return parts.length === 0 ? '/' : `/?${parts.join('&')}`;
}

export const isWhole = ({ states, benches }: BoardView): boolean => states.length === 0 && benches.length === 0;

/** The view with this state taken in or out; all of them together are the same as none. */
export function toggleState(view: BoardView, state: Counted): BoardView {
  const states = COUNTED.filter((one) => (one === state ? !view.states.includes(one) : view.states.includes(one)));
  return { ...view, states: states.length === COUNTED.length ? [] : states };
}

const fits = ({ states, benches }: BoardView, { view, voice }: Reading): boolean =>
  (states.length === 0 || states.includes(COUNTED_AS[voice])) && (benches.length === 0 || benches.includes(view.id));

export interface ShownBenches {
  readonly shown: readonly Reading[];
  /** Those of them that fit no filter and are there because nobody has seen their alarm. */
  readonly ringing: readonly Reading[];
}

export function benchesFor(view: BoardView, readings: readonly Reading[], seen: ReadonlySet<string>): ShownBenches {
  const rings = (one: Reading): boolean => one.alarmId !== null && ALARM_VOICES[one.voice] && !seen.has(one.alarmId);
  const ringing = readings.filter((one) => !fits(view, one) && rings(one));
  return { shown: readings.filter((one) => fits(view, one) || ringing.includes(one)), ringing };
}
