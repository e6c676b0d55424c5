/**
 * Says on the terminal of a start why a bench has no rig yet: the port is absent, taken, or not to be opened. Asked for until
 * each bench has said something, at most for a few seconds; what comes later stands on the page and in `holdfast status`.
 */
import { english } from '../../firmware-bridge/contract/words.ts';
import type { Asked, BridgeStatusReply } from './bridge-line.ts';
import { wrapText } from './wrap-text.ts';

type Bench = Pick<BridgeStatusReply['benches'][number], 'bench' | 'name' | 'mode' | 'problem'>;

const EVERY_MS = 500;
const TIMES = 10;

/** Null: nothing is known of it yet, or its rig is there. */
export function absentText({ name, problem, mode }: Bench): string | null {
  if (problem === null || mode !== 'offline') return null;
  const words = english.problems[problem.code];
  return `${name}: ${words.title}. ${words.what(problem.params)} ${words.whatToDo(problem.params)} Until then nothing guards this bench.`;
}

export class AbsentPorts {
  readonly #ask: () => Promise<Asked<BridgeStatusReply>>;
  readonly #say: (text: string) => void;
  readonly #told = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #left = TIMES;

  constructor(ask: () => Promise<Asked<BridgeStatusReply>>, say: (text: string) => void) {
    this.#ask = ask;
    this.#say = say;
  }

  begin(): void {
    void this.#look();
  }

  end(): void {
    this.#left = 0;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    const asked = await this.#ask();
    const benches = asked.ok ? asked.reply.benches : [];
    for (const bench of this.#left <= 0 ? [] : benches) {
      const text = this.#told.has(bench.bench) ? null : absentText(bench);
      if (text === null) continue;
      this.#told.add(bench.bench);
      this.#say(wrapText(text));
    }
    const isOpen = benches.length === 0 || benches.some(({ bench, mode }) => mode === 'offline' && !this.#told.has(bench));
    this.#left -= 1;
    if (isOpen && this.#left > 0) this.#timer = setTimeout(() => { void this.#look(); }, EVERY_MS).unref();
  }
}
