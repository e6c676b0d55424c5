/**
 * The own page of whoever is signed in: where they are signed in, with a way to end it, and what they show to be known:
 * password, PIN, badge, authenticator app. Every change is confirmed with the password.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { PASSWORD_CHARS_MIN } from '../../server/contract/people.ts';
import type { OwnSecretsBody, Person, SessionView } from '../../server/contract/people.ts';
import { allPeople } from '../api.ts';
import { endOwnSession, newAuthenticator, ownSessions, setOwnSecrets } from '../people-calls.ts';
import type { NewApp } from '../people-calls.ts';
import { shared } from '../look/shared.ts';
import type { ActToConfirm } from '../parts/act-sheet.ts';
import '../parts/act-sheet.ts';
import { askedView } from '../parts/asked-view.ts';
import { Asked } from '../parts/asked.ts';
import { formLook } from '../parts/form-look.ts';
import '../parts/own-mail.ts';
import '../parts/passkeys.ts';
import '../parts/password-field.ts';
import '../parts/qr.ts';
import { typed } from '../parts/typed.ts';
import { WhoController, whoDesk } from '../who-desk.ts';
import { entryWords } from '../words/entry-words.ts';
import { meWords as says } from '../words/me-words.ts';
import { peopleWords, sayRoles } from '../words/people-words.ts';
import { sayProgram } from '../words/programs.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { sayMoment } from '../words/times.ts';
import { roomLook } from './room-look.ts';

const SECRETS = ['password', 'pin', 'badge', 'app'] as const;
type Secret = (typeof SECRETS)[number];
interface Doing {
  readonly secret: Secret;
  readonly isAway: boolean;
  readonly app: NewApp | null;
}
const HAS: Readonly<Record<Secret, (person: Person) => boolean>> = {
  password: ({ hasPassword }) => hasPassword, pin: ({ hasPin }) => hasPin, badge: ({ hasBadge }) => hasBadge, app: ({ hasTotp }) => hasTotp,
};
const FITS: Readonly<Record<Secret, (text: string) => boolean>> = {
  password: (text) => text.length >= PASSWORD_CHARS_MIN, pin: (text) => /^\d{6,12}$/.test(text), badge: (text) => text.length >= 8, app: (text) => /^\d{6}$/.test(text),
};

export class MePage extends LitElement {
  static override properties = { doing: { state: true }, value: { state: true }, told: { state: true } };
  declare doing: Doing | null;
  declare value: string;
  declare told: string;
  readonly #who = new WhoController(this);
  readonly #sessions = new Asked(this, ownSessions);
  /** Of whoever may read people; others are not told what they have set. */
  readonly #people = new Asked(this, allPeople);

  constructor() {
    super();
    this.doing = null;
    this.value = '';
    this.told = '';
  }

  static override styles = [shared, formLook, roomLook, css`.told:empty { display: none; }
    .columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; align-items: start; }
    .columns > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
    @media (max-width: 1000px) { .columns { grid-template-columns: minmax(0, 1fr); } } output { display: block; font-family: var(--mono); overflow-wrap: anywhere; user-select: all; }`];

  protected override render(): TemplateResult | null {
    const session = this.#who.who?.session ?? null;
    if (session === null) return null;
    const why = this.#who.whyNot('own-secrets');
    return html`
      <div class="page">
        <div class="head"><h1 translate="no">${session.person.name}</h1><p class="quiet">${sayRoles(session.person.roles)} · <code translate="no">${session.person.code}</code></p></div>
        <p class="told" role="status">${this.told}</p>
        <div class="columns"><div>
        <section aria-label=${says.secrets}>
          <h2>${says.secrets}</h2>
          ${why === null ? null : html`<p class="why">${why}</p>`}
          <ul class="rows">${SECRETS.map((secret) => this.#secret(secret, why))}</ul>
          <p class="why">${says.secretsText}</p>
        </section>
        </div><div>
        <hf-passkeys @hf-passkeys-changed=${() => void this.#sessions.ask()}></hf-passkeys>
        <hf-own-mail></hf-own-mail>
        <section aria-label=${says.sessions}>
          <h2>${says.sessions}</h2>
          ${askedView(this.#sessions, ({ sessions }) => html`<ul class="rows">${sessions.map((one) => this.#session(one, one.id === session.id))}</ul>`)}
        </section>
        </div></div>
      </div>
      ${this.#sheet()}
    `;
  }

  #secret(secret: Secret, why: string | null): TemplateResult {
    const self = this.#people.value?.people.find(({ id }) => id === this.#who.who?.session?.person.id);
    const isSet = self === undefined ? null : HAS[secret](self);
    const isWanted = secret === 'app' && this.#who.who?.totpWanted === true;
    return html`
      <li>
        <div>
          <p><span class="name">${says[secret]}</span>${isSet === null ? null : html` <span class="tag">${isSet ? says.set : says.notSet}</span>`}</p>
          <p class="quiet small">${isWanted ? html`<b>${says.appWanted}</b> ` : null}${says.hints[secret]}</p>
        </div>
        <div class="acts">
          ${isSet === true && secret !== 'password' ? this.#button(says.takeAway, secret, why, () => this.#begin(secret, true)) : null}
          ${this.#button(isSet === true ? says.change : says.setUp, secret, why, () => void this.#begin(secret, false))}
        </div>
      </li>
    `;
  }

  #button(text: string, secret: Secret, why: string | null, press: () => void): TemplateResult {
    return html`<button aria-label="${text} ${says[secret]}" aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) press(); }}>${text}</button>`;
  }

  #session({ id, program, address, machine, strength, beganAtIso, lastActiveAtIso }: SessionView, isHere: boolean): TemplateResult {
    const name = sayProgram(program);
    return html`
      <li>
        <div>
          <p><span class="name" translate=${machine === null ? 'yes' : 'no'}>${machine?.name ?? name}</span>${isHere ? html` <span class="tag">${says.thisOne}</span>` : null}${machine === null ? null : html` · ${name}`}</p>
          <p class="quiet small">${says.from} ${address} · ${says.since(sayMoment(beganAtIso))} · ${says.active(sayMoment(lastActiveAtIso))} · ${peopleWords.strengths[strength]}</p>
        </div>
        <div class="acts"><button aria-label=${says.endOf(name)} @click=${() => void this.#end(id, isHere)}>${isHere ? roomWords.signOut : says.end}</button></div>
      </li>
    `;
  }

  async #end(id: string, isHere: boolean): Promise<void> {
    if (isHere) {
      await whoDesk.signOut();
      return;
    }
    const answer = await endOwnSession(id);
    this.told = answer.ok ? '' : `${roomWords.notDone} ${sayCallProblem(answer.problem)}`;
    await this.#sessions.ask();
  }

  async #begin(secret: Secret, isAway: boolean): Promise<void> {
    this.value = '';
    this.told = '';
    if (secret !== 'app' || isAway) {
      this.doing = { secret, isAway, app: null };
      return;
    }
    const answer = await newAuthenticator();
    if (answer.ok) this.doing = { secret, isAway, app: answer.value };
    else this.told = `${roomWords.notDone} ${sayCallProblem(answer.problem)}`;
  }

  #sheet(): TemplateResult {
    const { doing } = this;
    const isReady = doing === null || doing.isAway || FITS[doing.secret](this.value);
    return html`<hf-act-sheet .doing=${doing === null ? null : this.#act(doing)} .isReady=${isReady} @hf-close=${() => this.#forget()}>${doing === null || doing.isAway ? null : this.#fields(doing)}</hf-act-sheet>`;
  }

  /** Nothing typed stays on the page. */
  #forget(): void {
    this.doing = null;
    this.value = '';
  }

  #act({ secret, isAway, app }: Doing): ActToConfirm {
    const isTaken = isAway && secret !== 'password';
    return {
      act: 'own-secrets', subject: '*', asksReason: false,
      heading: isTaken ? says.headingsAway[secret] : says.headings[secret], text: isTaken ? says.away[secret] : says.hints[secret], verb: isTaken ? says.takeAway.replace('…', '') : says.keep,
      send: async (confirmation) => {
        const answer = await setOwnSecrets({ ...bodyOf(secret, isTaken ? null : this.value, app), confirmation });
        if (answer.ok) {
          this.told = says.changed(says[secret]);
          void this.#people.ask();
          void this.#sessions.ask();
          void whoDesk.ask();
        }
        return answer;
      },
    };
  }

  #fields({ secret, app }: Doing): TemplateResult {
    if (secret === 'password') {
      return html`<hf-password isNew label=${says.newPassword} hint=${entryWords.passwordHint} .value=${this.value} @hf-typed=${(event: CustomEvent<string>) => { this.value = event.detail; }}></hf-password>`;
    }
    if (secret === 'app') {
      return html`
        <p>${says.scan}</p>
        <hf-qr text=${app?.uri ?? ''} label=${says.picture}></hf-qr>
        <p>${says.secret} <output>${app?.secret ?? ''}</output></p>
        ${this.#field('new-code', says.code, '', 'text', 6)}
      `;
    }
    return secret === 'pin' ? this.#field('new-pin', says.newPin, says.newPinHint, 'password', 12) : this.#field('new-badge', says.newBadge, says.newBadgeHint, 'password', 200);
  }

  #field(name: string, label: string, hint: string, type: 'text' | 'password', most: number): TemplateResult {
    return html`<label>${label}${hint === '' ? null : html`<small>${hint}</small>`}
      <input name=${name} type=${type} inputmode=${name === 'new-badge' ? 'text' : 'numeric'} autocomplete="off" maxlength=${most} .value=${this.value} @input=${(event: InputEvent) => { this.value = typed(event); }} /></label>`;
  }
}

function bodyOf(secret: Secret, value: string | null, app: NewApp | null): Omit<OwnSecretsBody, 'confirmation'> {
  switch (secret) {
    case 'password': return { password: value ?? '' };
    case 'pin': return { pin: value };
    case 'badge': return { badge: value };
    case 'app': return { totp: value === null || app === null ? null : { secret: app.secret, code: value } };
  }
}
customElements.define('hf-me', MePage);
