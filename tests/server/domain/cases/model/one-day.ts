/**
 * One step of a store: somebody does something to some case, a bench stops, a mail arrives, time passes. Checks what may have been
 * let through against the case as it was before, in words of its own.
 */
import { CASE_ACT_NAMES, CASE_ACTS } from '../../../../../server/contract/case-acts.ts';
import type { CaseActName } from '../../../../../server/contract/case-acts.ts';
import { SCOPES_OF_CONSENT } from '../../../../../server/contract/case-parts.ts';
import type { StepName } from '../../../../../server/contract/case-state.ts';
import { factsOfCases } from '../../../../../server/domain/cases/case-facts.ts';
import { seenBetween } from '../../../../../server/domain/cases/diagram.ts';
import type { Seen } from '../../../../../server/domain/cases/diagram.ts';
import { nextSteps } from '../../../../../server/domain/cases/next-steps.ts';
import { CaseWorld, COLLEAGUES, PARTNERS, person } from '../case-world.ts';
import { madeStop, received } from '../made-cases.ts';
import { INVARIANTS } from './case-invariants.ts';
import type { Dice } from './dice.ts';
import { DRAWS, newCase, readIds } from './draw-act.ts';
import { HoldLedger } from './hold-ledger.ts';
import { whyWrong } from './let-through.ts';

export interface Tally {
  readonly accepted: Map<string, number>;
  readonly refused: Map<string, number>;
  /** What was seen to move, as the paper on the lives names it. */
  readonly moves: Map<string, number>;
}
export const newTally = (): Tally => ({ accepted: new Map(), refused: new Map(), moves: new Map() });
const count = (counts: Map<string, number>, key: string, times = 1): void => { counts.set(key, (counts.get(key) ?? 0) + times); };

/** What a person who follows the screen would do next. */
const NEXT_ACT: Readonly<Record<StepName, CaseActName>> = {
  'acknowledge-brief': 'acknowledge-brief', 'await-customer': 'arrive', 'name-owner': 'take-over', 'tie-device': 'tie-device', 'record-intake': 'record-intake', 'add-photo': 'explain-no-photo', 'power-off': 'power-off',
  'get-consent': 'give-consent', 'answer-message': 'note-message', 'decide-hold': 'approve-hold', 'put-away': 'put-away', 'check-battery': 'check-battery', 'find-partner': 'prepare-transfer', 'sign-given': 'sign-given', 'sign-taken': 'sign-taken',
  'ask-partner': 'report-stage', 'record-outcome': 'record-outcome', 'tell-customer': 'record-told', 'tell-agent': 'record-told', 'mend-telling': 'record-told', 'give-back': 'prepare-transfer', close: 'close',
};
export const moveOf = ({ life, from, by, to }: Seen): string => `${life}: ${from ?? 'the beginning'}, ${by}, ${to}`;
const CASES_MAX = 5;

/** What leads deep into a life is tried more often, what ends or empties it less: the days stay short and go far all the same. */
const OFTEN: Partial<Record<CaseActName, number>> = {
  'prepare-transfer': 8, 'sign-given': 6, 'sign-taken': 6, 'report-stage': 3, 'allow-erase': 5, 'ask-unlock': 4, 'withdraw-unlock': 5, 'release-hold': 4, 'record-outcome': 3, 'record-abandonment': 4, 'dispose-device': 8, 'ask-hold': 2,
  'pass-message-on': 4,
};

export class Day {
  readonly world = new CaseWorld();
  readonly ledger = new HoldLedger();
  readonly #written = new Map<string, number>();
  readonly #tally: Tally;
  /** What was done, for whoever reads why it broke. */
  readonly told: string[] = [];
  readonly #placed = new Set<string>();
  readonly #stops: ReturnType<typeof madeStop>[] = [];

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  /** With a phone in the store, a backup that was seen, and everything allowed: what comes late in a life is met in a short day too. */
  beginMidway(): void {
    received(this.world, { brief: { irreplaceable: false }, intake: { backup: 'verified' }, scopes: SCOPES_OF_CONSENT });
    this.told.push('begins midway');
    this.check();
  }

  step(dice: Dice): void {
    const chance = dice.roll(20);
    const ids = [...this.world.cases.keys()];
    if (chance === 0) this.world.nowMs += dice.roll(3 * 24 * 3_600_000);
    else if (chance === 1) this.#stop(dice);
    else if (chance === 2) this.#mail(dice);
    else if (chance === 4) this.world.colleagues = COLLEAGUES.map((one) => ({ ...one, isHere: !dice.one(3) })).filter(() => !dice.one(4));
    else if (chance === 3) this.world.inactive[dice.one(2) ? 'add' : 'delete'](PARTNERS[1]);
    else if (ids.length === 0 || (ids.length < CASES_MAX && dice.one(10))) this.#open(dice);
    else this.#act(dice, dice.from(ids) ?? '');
    this.world.nowMs += 1000;
    this.check();
  }

  #open(dice: Dice): void {
    const { name, sent } = newCase(dice);
    this.#note(name, sent, this.world.act(null, name, sent, { person: person(dice.roll(4)) }).decision);
  }

  #act(dice: Dice, id: string): void {
    const state = this.world.state(id);
    const sensible = CASE_ACT_NAMES.filter((name) => CASE_ACTS[name].stages !== 'new' && (dice.one(20) || (CASE_ACTS[name].stages as readonly string[]).includes(state.stage)))
      .flatMap((name) => Array.from({ length: OFTEN[name] ?? 1 }, () => name));
    const next = dice.one(3) ? nextSteps(state, this.world.nowMs)[0] : undefined;
    const name = next === undefined ? dice.from(sensible) : NEXT_ACT[next.step];
    if (name === undefined || name === 'file-brief' || name === 'open-walk-in') return;
    const other = dice.from(this.world.states) ?? state;
    const second = dice.one(2) ? person(5) : null;
    const about = name === 'merge-into' ? other : state;
    const sent = DRAWS[name](dice, about, this.world);
    const by = name === 'answer-call' || name === 'take-over' ? { person: person(dice.roll(5)) } : {};
    const { decision } = this.world.act(id, name, sent, {
      ...by, second, storyRead: !dice.one(5), target: name === 'merge-into' ? other : null, rows: dice.one(10) ? {} : this.world.given().rows, whyNoMail: () => (dice.one(5) ? 'no address' : null),
    });
    this.#note(`${name} ${state.code}`, sent, decision);
    if (!('refusal' in decision)) for (const one of seenBetween(state, this.world.state(id), name)) count(this.#tally.moves, moveOf(one));
    const wrong = 'refusal' in decision ? null : whyWrong(name, state, decision, { second, world: this.world });
    if (wrong !== null) throw new Error(`${name} was let through: ${wrong}`);
  }

  #note(name: string, sent: object, decision: object): void {
    const isRefused = 'refusal' in decision;
    if (isRefused) count(this.#tally.refused, String(decision.refusal));
    else count(this.#tally.accepted, name.split(' ')[0] ?? name);
    this.told.push(`${name} ${JSON.stringify(sent)} ${isRefused ? String(decision.refusal) : 'done'}`);
  }

  /** A new one, or one that is told again. */
  #stop(dice: Dice): void {
    const again = dice.one(4) ? dice.from(this.#stops) : undefined;
    const stop = again ?? madeStop(`S${this.#stops.length}`, readIds(dice), { outcome: dice.one(3) ? 'intact' : 'unknown' });
    this.told.push(`stop ${stop.stopId} ${JSON.stringify(stop.device)}${again === undefined ? '' : ' again'}`);
    const touched = this.world.stop(stop);
    if (again === undefined) this.#stops.push(stop);
    else if (touched.length > 0 && this.#placed.has(stop.stopId)) throw new Error('a stop that was told twice held twice');
    if (touched.length > 0) this.#placed.add(stop.stopId);
    count(this.#tally.accepted, 'a stop');
  }

  #mail(dice: Dice): void {
    const mail = dice.from(this.world.mails);
    if (mail !== undefined) this.world.mail(mail, dice.one(3) ? 'refused by the mail server' : null);
  }

  check(): void {
    count(this.#tally.accepted, 'a call', this.world.callNext());
    for (const [id, { events }] of this.world.cases) {
      for (const event of events.slice(this.#written.get(id) ?? 0)) this.ledger.write(event);
      this.#written.set(id, events.length);
    }
    const [lost] = this.ledger.compare(factsOfCases(this.world.states, this.world.nowMs));
    if (lost !== undefined) throw new Error(`a held device stays held: ${lost}`);
    for (const { name, broken } of INVARIANTS) {
      const where = broken(this.world);
      if (where !== null) throw new Error(`${name}: ${where}`);
    }
  }
}
