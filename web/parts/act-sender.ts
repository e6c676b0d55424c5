/**
 * Sends one act of a case for an element: the id is made once for the same content, so that sending again after a broken
 * line does nothing twice. What the form lacks is said before anything is sent; the server decides all the same.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CaseActInput, CaseActName } from '../../server/contract/case-acts.ts';
import type { CaseView } from '../../server/contract/case-state.ts';
import type { CallProblem } from '../api.ts';
import { doAct } from '../case-calls.ts';
import { NamesController } from '../names-desk.ts';
import { caseWords } from '../words/case-words.ts';
import { sayCallProblem } from '../words/sentences.ts';

/** Somebody else was faster, or the page is old: whoever shows the case asks for it again. */
const MOVED_ON: ReadonlySet<string> = new Set(['case-moved-on', 'hold-decided', 'not-in-this-stage', 'no-such-hold', 'transfer-over', 'transfer-not-prepared', 'no-such-transfer', 'no-such-consent']);

export class ActSender implements ReactiveController {
  isSending = false;
  #failure = '';
  /** Whether what was sent has surely not been done, or has: then a proof that went along is spent. */
  isSettled = true;
  readonly #names: NamesController;
  readonly #host: ReactiveControllerHost & EventTarget;
  #sent: { readonly content: string; readonly id: string } | null = null;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    this.#names = new NamesController(host);
    host.addController(this);
  }

  /** Who was faster is said by name, where names may be read. */
  get failure(): string {
    return this.#names.say(this.#failure);
  }

  hostDisconnected(): void {
    this.begin();
  }

  begin(): void {
    this.#failure = '';
    this.isSending = false;
    this.#sent = null;
  }

  /** The case after the act, told to whoever shows it; null with the reason kept here. */
  async send<Name extends CaseActName>(code: string | null, name: Name, content: Omit<CaseActInput<Name>, 'id'>): Promise<CaseView | null> {
    if (this.isSending) return null;
    this.isSending = true;
    this.#failure = '';
    this.#host.requestUpdate();
    // The id is the one member that was left out.
    const answer = await doAct(code, name, { id: this.#idOf(name, content), ...content } as CaseActInput<Name>);
    this.isSending = false;
    this.isSettled = answer.ok || answer.problem.kind === 'refused';
    if (answer.ok) {
      this.#sent = null;
      this.#host.dispatchEvent(new CustomEvent<CaseView>('hf-case', { detail: answer.value, bubbles: true, composed: true }));
    } else this.#refuse(answer.problem);
    this.#host.requestUpdate();
    return answer.ok ? answer.value : null;
  }

  #refuse(problem: CallProblem): void {
    this.#failure = `${caseWords.notDone} ${sayCallProblem(problem)}`;
    if (problem.kind === 'refused' && MOVED_ON.has(problem.reply.code)) this.#host.dispatchEvent(new CustomEvent('hf-case-old', { bubbles: true, composed: true }));
  }

  /** A proof that is given anew makes no other act. */
  #idOf(name: string, { confirmation: _own, secondConfirmation: _second, ...rest }: Readonly<Record<string, unknown>>): string {
    const content = `${name} ${JSON.stringify(rest)}`;
    this.#sent = this.#sent?.content === content ? this.#sent : { content, id: crypto.randomUUID() };
    return this.#sent.id;
  }
}
