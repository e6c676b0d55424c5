/**
 * What makes two states the same for the exploration. Times become ages in steps of 100 ms up to 3 s, counters count to 3,
 * ids are told apart by their order, and what is only for people is left out. States are only ever merged, never made up:
 * each that is visited was reached by real events, so what is found is real; what differs only in these details is not told apart.
 */

const AGE_STEP_MS = 100;
const AGES_MOST = 30;
const COUNT_MOST = 3;
/** For people, derived anew at each heartbeat, or a number that only has to differ. */
const LEFT_OUT = new Set([
  'setup', 'permissives', 'nonce', 'nonceCount', 'txN', 'rxN', 'beatN', 'missedTotal', 'attempts', 'offset', 'tickAtMs', 'atIso', 'params', 'actor', 'by', 'second',
  'reason', 'orderId', 'name', 'model', 'firmware', 'path', 'stopCount', 'beforePointMs', 'progress', 'leftUm', 'rightUm', 'middleUm', 'rawUm', 'repeats', 'ack',
  'lineReadAtMs', 'helloTries', 'n', 'earlierIds', 'expiresAtIso', 'version', 'lastPassedAtIso',
]);
const IS_TIME = /(AtMs|^tMs|[Ss]inceMs|FromMs|TMs|untilMs)$/;
const IS_COUNT = /^(agreed|claims|goneBeats|permissiveBeats|belowHold|unheard|corruptRow|writes|ladderFrom|drops|count)$/;
const IS_ID = /^[0-9A-F]{8,12}$|^R[0-9A-F]{4}\d{7}$/;

export class Shape {
  readonly #ids = new Map<string, number>();
  readonly #nowMs: number;
  readonly #rigMs: number;

  /** `rigMs` is the rig's own time now: times in its lines are told from it. */
  constructor(nowMs: number, rigMs: number) {
    this.#nowMs = nowMs;
    this.#rigMs = rigMs;
  }

  of(value: unknown, key = ''): string {
    if (value === null || value === undefined) return '-';
    if (typeof value === 'number') return this.#number(value, key);
    if (typeof value === 'string') return IS_ID.test(value) ? this.id(value) : value;
    if (typeof value === 'boolean') return value ? 'y' : 'n';
    if (Array.isArray(value)) return key === 'corruptWindow' ? String(value.filter(Boolean).length) : `[${value.map((item) => this.of(item)).join()}]`;
    if (typeof value !== 'object') return '?';
    let text = '{';
    for (const [name, item] of Object.entries(value)) if (!LEFT_OUT.has(name)) text += `${this.of(item, name)},`;
    return `${text}}`;
  }

  #number(value: number, key: string): string {
    if (IS_TIME.test(key)) return this.age(value, key === 'tMs' || key === 'rigTMs' || key === 'answerTMs');
    if (key.endsWith('AfterUs')) return 'y';
    if (IS_COUNT.test(key)) return String(Math.min(COUNT_MOST, value));
    return key === 'deviationUm' || key.endsWith('Um') ? String(Math.round(value / 200)) : String(value);
  }

  age(atMs: number, isOfRig: boolean): string {
    const ageMs = (isOfRig ? this.#rigMs : this.#nowMs) - atMs;
    return String(Math.max(-AGES_MOST, Math.min(AGES_MOST, Math.round(ageMs / AGE_STEP_MS))));
  }

  id(id: string): string {
    const known = this.#ids.get(id) ?? this.#ids.size;
    this.#ids.set(id, known);
    return `#${known}`;
  }
}
