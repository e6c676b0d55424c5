/**
 * One bench on the board: what it says, how fresh that is, the numbers that matter in this state, and the stop at the
 * foot. It shows more only where it helps to act; everything else stands on the bench's own page.
 */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { Cause } from '../../firmware-bridge/contract/trip.ts';
import { property } from '../look/property.ts';
import { shared } from '../look/shared.ts';
import { HUES } from '../look/mark.ts';
import { NamesController } from '../names-desk.ts';
import type { Reading, Voice } from '../reading/voice.ts';
import { WhoController } from '../who-desk.ts';
import { distrust, sayFreshness } from '../words/sentences.ts';
import { loadBenchCase } from './on-demand.ts';
import { tileLook } from './tile-look.ts';
import './chassis.ts';
import './figure.ts';
import './headline.ts';
import { againstOf } from './limit-bar.ts';
import './permissives.ts';
import './receipt.ts';
import './actions.ts';
import './bench-notes.ts';
import './track.ts';
import { stopWords } from '../words/stop-words.ts';

/** Where many benches stand, these say only what they are, how far, and their stop. */
const IS_WELL: Readonly<Record<Voice, boolean>> = {
  'step-back': false, 'not-confirmed': false, stopping: false, stopped: false, locked: false, 'too-late': false, unprotected: false,
  'out-of-service': true, waiting: false, running: true, ready: true,
};

export class Tile extends LitElement {
  static override properties = { reading: { attribute: false }, isFeedLive: { type: Boolean }, isSeen: { type: Boolean }, isShort: { type: Boolean }, casesVersion: { type: Number } };
  declare reading: Reading | undefined;
  declare isFeedLive: boolean;
  declare isSeen: boolean;
  /** Many benches stand beside it: what is well is said in few lines. */
  declare isShort: boolean;
  declare casesVersion: number;
  readonly #who = new WhoController(this);
  readonly #names = new NamesController(this);

  static override styles = [shared, tileLook];

  protected override render(): TemplateResult | null {
    const { reading } = this;
    if (reading === undefined) return null;
    const { view, status, voice, isStale } = reading;
    const looks = [voice, isStale ? 'hatched' : '', this.isSeen ? 'seen' : '', this.isShort ? 'short' : ''].join(' ');
    return html`
      <article class=${looks} aria-label=${view.name} ${property('--hue', `var(${HUES[voice]})`)}>
        ${status?.virtual === true ? html`<span class="badge">${stopWords.virtualRig}</span>` : null}
        <header>
          <h1><a href="/bench/${encodeURIComponent(view.id)}" translate="no">${view.name}<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M6 3l5 5-5 5" fill="none" stroke="currentColor" stroke-width="2"></path></svg></a></h1>
          <p class="age ${reading.freshness}">${sayFreshness(reading)}</p>
        </header>
        <hf-headline .reading=${reading} .isFeedLive=${this.isFeedLive}></hf-headline>
        ${this.#distrust(reading)}
        <hf-bench-notes .status=${status}></hf-bench-notes>
        ${status === null ? null : this.#body(status, reading)}
        <hf-actions .reading=${reading} .isSeen=${this.isSeen}></hf-actions>
      </article>
    `;
  }

  #distrust(reading: Reading): TemplateResult | null {
    const { status, voice, isStale } = reading;
    if (voice !== 'unprotected' && !isStale && (status?.problem ?? null) === null) return null;
    const why = distrust(reading, this.isFeedLive);
    const next = status?.link.nextTryInMs ?? null;
    return html`<p class="notice">${why.what} <b>${why.whatToDo}</b>${next === null || !this.isFeedLive ? null : html` <span>${stopWords.nextTry(Math.ceil(next / 1000))}</span>`}</p>`;
  }

  #body(status: BenchStatus, reading: Reading): TemplateResult {
    const { trip, restore } = status;
    const { voice, isStale } = reading;
    const first = trip?.causes[0];
    // With the phone gone there is nothing to draw; the cause still says what was measured.
    const isBend = first === undefined
      ? voice === 'running' || (voice === 'unprotected' && status.seated)
      : status.seated && (first.code === 'device-frame-bent' || first.code === 'cannot-measure');
    const isFew = this.isShort && IS_WELL[voice];
    const hasTrack = restore !== null && (voice === 'running' || voice === 'too-late' || voice === 'waiting' || voice === 'out-of-service');
    return html`
      ${this.#device(status)} ${this.#flags(status)}
      ${voice === 'ready' ? html`${isFew ? null : html`<p class="quiet">${this.#rig(status)}</p>`}<p class="quiet">${stopWords.putIn}</p>` : null}
      ${first === undefined || isBend ? null : this.#cause(first)}
      ${isBend && !isFew ? html`<hf-figure .frame=${status.frame} .isStale=${isStale}></hf-figure>` : null}
      ${isBend && !isStale && !isFew ? html`<hf-chassis .frame=${status.frame}></hf-chassis>` : null}
      ${hasTrack ? html`<hf-track class=${isStale ? 'old' : ''} .restore=${restore} .isPast=${status.committedEstablished}></hf-track>` : null}
      ${voice === 'waiting' ? html`<hf-permissives .rows=${status.permissives} .most=${this.isShort ? 3 : hasTrack ? 4 : 7}></hf-permissives>` : null}
      ${trip === null ? null : html`<hf-receipt .trip=${trip}></hf-receipt>`}
      ${first !== undefined && (isBend || this.isShort) && (voice === 'stopped' || voice === 'locked') ? html`<p class="now">${bridgeWords.causes[first.code].whatToDo(first.params)}</p>` : null}
    `;
  }

  /** With the phone gone, or where nothing was bent: what happened, against which limit, and what to do now. */
  #cause({ code, params }: Cause): TemplateResult {
    const words = bridgeWords.causes[code];
    const against = againstOf(params);
    return html`
      <p>${this.#names.say(words.what(params))}</p>
      ${this.isShort || against === null ? null : html`<hf-limit-bar .against=${against} .isBare=${true}></hf-limit-bar>`}
      ${this.isShort ? null : html`<p class="now">${words.whatToDo(params)}</p>`}
    `;
  }

  #rig({ rig }: BenchStatus): string {
    return rig === null ? '' : stopWords.rig(rig.serial, rig.model, rig.firmware);
  }

  #device({ bench, device, restore }: BenchStatus): TemplateResult | null {
    if (device === null) return null;
    const plan = restore?.plan ?? null;
    const seesCases = this.#who.may('see-cases');
    if (seesCases) void loadBenchCase();
    const matter = seesCases ? html`<hf-bench-case .benchId=${bench} .device=${device} .casesVersion=${this.casesVersion}></hf-bench-case>` : null;
    return html`${matter}<p class="device"><b translate="no">${device.model}</b>${plan === null ? null : html` · ${bridgeWords.plans[plan.kind].title}`}</p>`;
  }

  #flags({ trip }: BenchStatus): TemplateResult | null {
    if (trip === null) return null;
    const flags = [
      ...(trip.eraseArmed ? [bridgeWords.tripFlags.eraseArmed.title] : []),
      ...(trip.dataAtStake ? [bridgeWords.tripFlags.dataAtStake.title] : []),
      ...(trip.recovered ? [bridgeWords.tripFlags.recovered.title] : []),
    ];
    return flags.length === 0 ? null : html`<p class="flags">${flags.map((flag) => html`<span class="chip">${flag}</span>`)}</p>`;
  }
}
customElements.define('hf-tile', Tile);
