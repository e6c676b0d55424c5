/**
 * Every machine that shows a token: enrol this browser as a bench PC, make a wall board's link or the token of a program,
 * revoke any of them. A token is shown once; each act is confirmed anew.
 */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SCOPES } from '../../server/contract/people.ts';
import type { ConfirmedAct, Machine, NewMachineBody, Scope } from '../../server/contract/people.ts';
import { allMachines, makeMachine, revokeMachine } from '../people-calls.ts';
import { machineMark } from '../look/row-mark.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import type { ActToConfirm } from '../parts/act-sheet.ts';
import '../parts/act-sheet.ts';
import { askedView } from '../parts/asked-view.ts';
import { Asked } from '../parts/asked.ts';
import { formLook } from '../parts/form-look.ts';
import type { Once } from '../parts/secret-once.ts';
import '../parts/secret-once.ts';
import { typed } from '../parts/typed.ts';
import { WhoController, whoDesk } from '../who-desk.ts';
import { machineWords as says } from '../words/machine-words.ts';
import { peopleWords } from '../words/people-words.ts';
import { sayDay, sayMoment } from '../words/times.ts';
import { roomLook } from './room-look.ts';

type Kind = NewMachineBody['kind'];
/** By the name that records give to what the program itself made. */
const FIRST_START = 'first start';

const MAKING: Readonly<Record<Kind, { readonly act: ConfirmedAct; readonly open: string; readonly heading: string; readonly text: string; readonly verb: string }>> = {
  'bench-pc': { act: 'enrol-bench-pc', open: says.enrol, heading: says.enrolHeading, text: says.enrolText, verb: says.enrolVerb },
  'wall-board': { act: 'manage-machines', open: says.wall, heading: says.wallHeading, text: says.wallText, verb: says.wallVerb },
  integration: { act: 'manage-machines', open: says.program, heading: says.programHeading, text: says.programText, verb: says.programVerb },
};
const KINDS = ['bench-pc', 'wall-board', 'integration'] as const satisfies readonly Kind[];

type Doing = { readonly make: Kind } | { readonly revoke: Machine };

export class MachinesPage extends LitElement {
  static override properties = { doing: { state: true }, name: { state: true }, scopes: { state: true }, once: { state: true } };
  declare doing: Doing | null;
  declare name: string;
  declare scopes: readonly Scope[];
  declare once: Once | null;
  readonly #machines = new Asked(this, allMachines);
  readonly #who = new WhoController(this);
  readonly #names = new NamesController(this);

  constructor() {
    super();
    this.doing = null;
    this.name = '';
    this.scopes = [];
    this.once = null;
  }

  static override styles = [shared, formLook, roomLook];

  protected override render(): TemplateResult {
    const whys = [...new Set(KINDS.flatMap((kind) => this.#whyNotMake(kind) ?? []))];
    const whyRevoke = this.#who.whyNot('manage-machines');
    return html`
      <div class="page">
        <div class="head"><h1>${says.title}</h1><div class="acts">${KINDS.map((kind) => this.#open(kind))}</div></div>
        ${whys.map((why) => html`<p class="why">${why}</p>`)}
        <section aria-label=${says.title}>
          ${askedView(this.#machines, ({ machines }) => html`<ul class="rows wide">${repeat(machines, ({ id }) => id, (machine) => this.#row(machine, whyRevoke))}</ul>`)}
          <p class="why">${says.intro}</p>
        </section>
      </div>
      ${this.#sheet()}
      <hf-secret-once .once=${this.once} @hf-close=${() => this.#forgetOnce()}></hf-secret-once>
    `;
  }

  #whyNotMake(kind: Kind): string | null {
    if (kind === 'bench-pc' && this.#who.isAtBenchPc) return says.isEnrolled;
    return this.#who.whyNot(MAKING[kind].act);
  }

  #open(kind: Kind): TemplateResult {
    const isOff = this.#whyNotMake(kind) !== null;
    return html`<button class=${kind === 'bench-pc' && !isOff ? 'primary' : ''} aria-disabled=${isOff ? 'true' : 'false'} @click=${() => { if (!isOff) this.#begin({ make: kind }); }}>${MAKING[kind].open}</button>`;
  }

  #forgetOnce(): void {
    this.once = null;
  }

  #row(machine: Machine, why: string | null): TemplateResult {
    const { id, kind, name, scopes, createdBy, createdAtIso, lastUsedAtIso, revokedAtIso } = machine;
    const may = kind !== 'integration' ? '' : ` · ${scopes.length === 0 ? says.noScope : scopes.map((scope) => peopleWords.scopes[scope]).join(', ')}`;
    const by = createdBy === FIRST_START ? says.firstStart : this.#names.say(createdBy);
    const used = lastUsedAtIso === null ? says.neverUsed : says.used(sayMoment(lastUsedAtIso));
    return html`
      <li class=${revokedAtIso === null ? '' : 'gone'}>
        ${machineMark(kind)}
        <div>
          <p><span class="name" translate="no">${name}</span>${id === this.#who.who?.machine?.id ? html` <span class="tag">${says.thisOne}</span>` : null}</p>
          <p class="quiet small">${peopleWords.machineKinds[kind]}${may}</p>
        </div>
        <div>
          <p>${revokedAtIso === null ? used : says.revoked(sayMoment(revokedAtIso))}</p>
          <p class="quiet small">${says.made(by, sayDay(createdAtIso))}${revokedAtIso === null ? '' : ` · ${used}`}</p>
        </div>
        ${revokedAtIso === null ? html`<div class="acts"><button aria-label="${says.revoke} ${name}" aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) this.#begin({ revoke: machine }); }}>${says.revoke}</button></div>` : null}
      </li>
    `;
  }

  #begin(doing: Doing): void {
    this.name = '';
    this.scopes = ['read'];
    this.doing = doing;
  }

  #sheet(): TemplateResult {
    const { doing } = this;
    const isMaking = doing !== null && 'make' in doing;
    const isReady = !isMaking || (this.name.trim().length >= 2 && (doing.make !== 'integration' || this.scopes.length > 0));
    return html`<hf-act-sheet .doing=${doing === null ? null : this.#act(doing)} .isReady=${isReady} @hf-close=${() => { this.doing = null; }}>${isMaking ? this.#fields(doing.make) : null}</hf-act-sheet>`;
  }

  #act(doing: Doing): ActToConfirm {
    if ('make' in doing) {
      const name = this.name.trim();
      return { ...MAKING[doing.make], subject: name, asksReason: false, send: (confirmation) => this.#make({ kind: doing.make, name, scopes: doing.make === 'integration' ? [...this.scopes] : [], confirmation }) };
    }
    const { id, name } = doing.revoke;
    return {
      act: 'manage-machines', subject: id, heading: says.revokeHeading(name), text: says.revokeText, verb: says.revokeVerb, asksReason: true,
      send: async (confirmation, reason) => {
        const answer = await revokeMachine(id, { reason, confirmation });
        if (answer.ok) void this.#machines.ask();
        return answer;
      },
    };
  }

  #fields(kind: Kind): TemplateResult {
    return html`
      <label>${says.name}<small>${says.nameHint}</small>
        <input name="name" autocomplete="off" maxlength="60" .value=${this.name} @input=${(event: InputEvent) => { this.name = typed(event); }} /></label>
      ${kind !== 'integration' ? null : html`
        <fieldset><legend>${says.scopes}</legend>
          ${SCOPES.map((scope) => html`<label class="tick"><input type="checkbox" .checked=${this.scopes.includes(scope)} @change=${(event: Event) => this.#tick(scope, event)} />${peopleWords.scopes[scope]}</label>`)}
        </fieldset>`}
    `;
  }

  #tick(scope: Scope, { currentTarget }: Event): void {
    const isOn = currentTarget instanceof HTMLInputElement && currentTarget.checked;
    this.scopes = SCOPES.filter((known) => (known === scope ? isOn : this.scopes.includes(known)));
  }

  async #make(body: NewMachineBody): ReturnType<typeof makeMachine> {
    const answer = await makeMachine(body);
    if (!answer.ok) return answer;
    const { token } = answer.value;
    if (token === null) await whoDesk.askAnew();
    else if (body.kind === 'wall-board') this.once = { heading: says.wallLinkHeading, text: says.wallLinkText(body.name), secret: new URL(`/wall#${token}`, location.origin).href };
    else this.once = { heading: says.tokenHeading, text: says.tokenText(body.name), secret: token };
    void this.#machines.ask();
    return answer;
  }
}
customElements.define('hf-machines', MachinesPage);
