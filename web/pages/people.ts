/**
 * The people of the store: who they are, what they may do, and the acts of an admin on them. Whoever may only read sees the
 * same rows; the acts stay and say why they are off. Each act is confirmed anew.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ROLES, userSchema } from '../../server/contract/people.ts';
import type { OneTimeLink, Person, Role } from '../../server/contract/people.ts';
import { allPeople } from '../api.ts';
import { addPerson, changePerson, endSessionsOf, linkForPerson } from '../people-calls.ts';
import type { Answer } from '../api.ts';
import { letterMark } from '../look/row-mark.ts';
import { shared } from '../look/shared.ts';
import type { ActToConfirm } from '../parts/act-sheet.ts';
import '../parts/act-sheet.ts';
import { askedView } from '../parts/asked-view.ts';
import { Asked } from '../parts/asked.ts';
import { formLook } from '../parts/form-look.ts';
import type { Once } from '../parts/secret-once.ts';
import '../parts/secret-once.ts';
import { typed } from '../parts/typed.ts';
import { WhoController } from '../who-desk.ts';
import { peopleWords, sayRoles } from '../words/people-words.ts';
import { personWords as says } from '../words/person-words.ts';
import { sayDay, sayMoment } from '../words/times.ts';
import { roomLook } from './room-look.ts';

interface Draft {
  readonly name: string;
  readonly user: string;
  readonly roles: readonly Role[];
}

const SECRETS = ['hasPassword', 'hasTotp', 'hasPin', 'hasBadge'] as const;

export class PeoplePage extends LitElement {
  static override properties = { doing: { state: true }, draft: { state: true }, once: { state: true } };
  /** `person`: null while somebody is added. */
  declare doing: { readonly person: Person | null; readonly asksDraft: boolean; readonly act: Omit<ActToConfirm, 'send' | 'subject'> } | null;
  declare draft: Draft;
  declare once: Once | null;
  readonly #people = new Asked(this, allPeople);
  readonly #who = new WhoController(this);
  #send: ActToConfirm['send'] | null = null;

  constructor() {
    super();
    this.doing = null;
    this.draft = { name: '', user: '', roles: ['technician'] };
    this.once = null;
  }

  static override styles = [shared, formLook, roomLook, css`.roles { display: grid; gap: 4px; }`];

  protected override render(): TemplateResult {
    const why = this.#who.whyNot('manage-people');
    return html`
      <div class="page">
        <div class="head"><h1>${says.title}</h1><button class=${why === null ? 'primary' : ''} aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) this.#add(); }}>${says.add}</button></div>
        ${why === null ? null : html`<p class="why">${why}</p>`}
        <section aria-label=${says.title}>
          ${askedView(this.#people, ({ people }) => html`<ul class="rows wide">${repeat(people, ({ id }) => id, (person) => this.#row(person, why))}</ul>`)}
          <p class="why">${says.intro}</p>
        </section>
      </div>
      ${this.#sheet()}
      <hf-secret-once .once=${this.once} @hf-close=${() => this.#forgetOnce()}></hf-secret-once>
    `;
  }

  #forgetOnce(): void {
    this.once = null;
  }

  #row(person: Person, why: string | null): TemplateResult {
    const { active, name, user, code, roles, leftAtIso, lastSignInAtIso } = person;
    const has = SECRETS.filter((secret) => person[secret]).map((secret) => says.has[secret]).join(', ');
    const when = leftAtIso !== null ? says.left(sayDay(leftAtIso)) : lastSignInAtIso === null ? says.neverHere : says.lastHere(sayMoment(lastSignInAtIso));
    const isSelf = person.id === this.#who.who?.session?.person.id;
    return html`
      <li class=${active ? '' : 'gone'}>
        ${letterMark(name)}
        <div>
          <p><span class="name" translate="no">${name}</span>${isSelf ? html` <span class="tag">${says.you}</span>` : null}</p>
          <p class="quiet small"><span translate="no">${user} · <code>${code}</code></span></p>
        </div>
        <div>
          <p>${sayRoles(roles)}</p>
          <p class="quiet small">${when} · ${has === '' ? says.hasNothing : has}</p>
        </div>
        <div class="acts">${active
          ? html`${this.#button(says.change, name, why, () => this.#change(person))}${this.#button(says.lost, name, why, () => this.#lost(person))}
            ${this.#button(says.end, name, why, () => this.#end(person))}${this.#button(says.letGo, name, why, () => this.#letGo(person))}`
          : this.#button(says.bringBack, name, why, () => this.#bringBack(person))}</div>
      </li>
    `;
  }

  #button(text: string, name: string, why: string | null, press: () => void): TemplateResult {
    return html`<button aria-label="${text} ${name}" aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) press(); }}>${text}</button>`;
  }

  #sheet(): TemplateResult {
    const { doing, draft } = this;
    const send = this.#send;
    const act: ActToConfirm | null = doing === null || send === null ? null : { ...doing.act, subject: doing.person?.id ?? draft.user.trim().toLowerCase(), send };
    const isReady = doing?.asksDraft !== true || (draft.name.trim().length >= 2 && draft.roles.length > 0 && (doing.person !== null || userSchema.safeParse(draft.user).success));
    return html`<hf-act-sheet .doing=${act} .isReady=${isReady} @hf-close=${() => { this.doing = null; }}>${doing?.asksDraft === true ? this.#fields(doing.person === null) : null}</hf-act-sheet>`;
  }

  #fields(isNew: boolean): TemplateResult {
    const { draft } = this;
    return html`
      <label>${says.name}<small>${says.nameHint}</small>
        <input name="name" autocomplete="off" maxlength="80" .value=${draft.name} @input=${(event: InputEvent) => { this.draft = { ...this.draft, name: typed(event) }; }} /></label>
      ${isNew ? html`
        <label>${says.user}<small>${says.userHint}</small>
          <input name="new-user" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="40" .value=${draft.user} @input=${(event: InputEvent) => { this.draft = { ...this.draft, user: typed(event) }; }} /></label>` : null}
      <fieldset><legend>${says.roles}</legend>
        ${ROLES.map((role) => html`<label class="tick"><input type="checkbox" .checked=${draft.roles.includes(role)} @change=${(event: Event) => this.#tick(role, event)} />${peopleWords.roles[role]}<small>${peopleWords.roleHints[role]}</small></label>`)}
      </fieldset>
    `;
  }

  #tick(role: Role, { currentTarget }: Event): void {
    const isOn = currentTarget instanceof HTMLInputElement && currentTarget.checked;
    this.draft = { ...this.draft, roles: ROLES.filter((known) => (known === role ? isOn : this.draft.roles.includes(known))) };
  }

  #open(person: Person | null, asksDraft: boolean, words: { heading: string; text: string; verb: string }, send: (confirmation: string, reason: string) => Promise<Answer<unknown>>): void {
    this.#send = async (confirmation, reason) => {
      const answer = await send(confirmation, reason);
      void this.#people.ask();
      return answer;
    };
    this.doing = { person, asksDraft, act: { act: 'manage-people', ...words, asksReason: person !== null } };
  }

  #add(): void {
    this.draft = { name: '', user: '', roles: ['technician'] };
    this.#open(null, true, { heading: says.addHeading, text: says.addText, verb: says.addVerb }, async (confirmation) => {
      const { name, user, roles } = this.draft;
      const answer = await addPerson({ name: name.trim(), user: user.trim().toLowerCase(), roles: [...roles], confirmation });
      if (answer.ok) this.#showLink(answer.value.person.name, answer.value.link);
      return answer;
    });
  }

  #change(person: Person): void {
    this.draft = { name: person.name, user: person.user, roles: person.roles };
    this.#open(person, true, { heading: says.changeHeading(person.name), text: says.changeText, verb: says.changeVerb },
      (confirmation, reason) => changePerson(person.id, { ...this.#changes(person), reason, confirmation }));
  }

  /** Only what differs: with the same roles nobody has to be signed out. */
  #changes({ name, roles }: Person): { name?: string; roles?: Role[] } {
    const { draft } = this;
    const isSame = roles.length === draft.roles.length && roles.every((role) => draft.roles.includes(role));
    return { ...(draft.name.trim() === name ? {} : { name: draft.name.trim() }), ...(isSame ? {} : { roles: [...draft.roles] }) };
  }

  #letGo(person: Person): void {
    this.#open(person, false, { heading: says.letGoHeading(person.name), text: says.letGoText, verb: says.letGoVerb },
      (confirmation, reason) => changePerson(person.id, { active: false, reason, confirmation }));
  }

  #bringBack(person: Person): void {
    this.#open(person, false, { heading: says.bringBackHeading(person.name), text: says.bringBackText, verb: says.bringBackVerb },
      (confirmation, reason) => changePerson(person.id, { active: true, reason, confirmation }));
  }

  #end(person: Person): void {
    this.#open(person, false, { heading: says.endHeading(person.name), text: says.endText, verb: says.endVerb }, (confirmation, reason) => endSessionsOf(person.id, { reason, confirmation }));
  }

  #lost(person: Person): void {
    this.#open(person, false, { heading: says.lostHeading(person.name), text: says.lostText, verb: says.lostVerb }, async (confirmation, reason) => {
      const answer = await linkForPerson(person.id, { reason, confirmation });
      if (answer.ok) this.#showLink(person.name, answer.value);
      return answer;
    });
  }

  #showLink(name: string, { link, expiresAtIso }: OneTimeLink): void {
    this.once = { heading: says.linkHeading, text: says.linkText(name, sayMoment(expiresAtIso)), secret: new URL(link, location.origin).href };
  }
}
customElements.define('hf-people', PeoplePage);
