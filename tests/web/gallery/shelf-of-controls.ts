/** What is pressed and filled: buttons, the stop, chips, fields, what proves a person, the bars across a page, and a way into every dialog. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import '../../../web/parts/alarm-bar.ts';
import { chips } from '../../../web/parts/chips.ts';
import '../../../web/parts/language-choice.ts';
import '../../../web/parts/password-field.ts';
import '../../../web/parts/pin-pad.ts';
import '../../../web/parts/proof.ts';
import '../../../web/parts/reconnect-bar.ts';
import '../../../web/parts/signature.ts';
import '../../../web/parts/stop-button.ts';
import { alarmWords } from '../../../web/words/alarm-words.ts';
import { entryWords } from '../../../web/words/entry-words.ts';
import { proofWords } from '../../../web/words/proof-words.ts';
import { roomWords } from '../../../web/words/room-words.ts';
import { stopWords } from '../../../web/words/stop-words.ts';
import { webWords } from '../../../web/words/web-words.ts';
import { DIALOGS } from './opened.ts';
import { fieldSample } from './field-sample.ts';
import type { Readings, Shelf } from './shelf.ts';
import { readingOf } from './shelf.ts';

const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
const button = (look: string, text: string, isOff = false): TemplateResult => html`<button class=${look} aria-disabled=${isOff ? 'true' : 'false'}>${text}</button>`;

export function controlShelves(readings: Readings, open: (name: string) => void): readonly Shelf[] {
  const stop = (state: string): TemplateResult => html`<hf-stop .reading=${readingOf(readings, state)}></hf-stop>`;
  return [
    { name: 'Buttons', look: 'narrow', pieces: [
      ['the one main act', button('primary', stopWords.reset)], ['main, off', button('primary', stopWords.reset, true)], ['any other', button('', stopWords.evidence)], ['off', button('', proofWords.back, true)],
      ['plain', button('plain', roomWords.more)], ['a link', html`<a class="button" href="/queue">${roomWords.queue}</a>`], ['chosen', html`<button aria-pressed="true">${webWords.themes.dark}</button>`],
    ] },
    { name: 'Stop', look: 'middle', pieces: [['on', stop('running')], ['again', stop('notConfirmed')], ['off, and explains itself', stop('committed')]] },
    { name: 'Chips', look: 'middle', pieces: [
      ['one of them', chips({ name: 'one', legend: roomWords.pages, options: THEMES, words: webWords.themes, chosen: ['dark'], pick: () => undefined })],
      ['some of them', chips({ name: 'many', legend: roomWords.pages, options: THEMES, words: webWords.themes, chosen: ['light', 'contrast'], isMany: true, pick: () => undefined })],
      ['a word with a frame', html`<p><span class="chip">${alarmWords.later}</span></p>`], ['language', html`<hf-language></hf-language>`],
    ] },
    { name: 'Fields', look: 'middle', pieces: [
      ['empty, filled, failed', fieldSample()], ['password', html`<hf-password></hf-password>`], ['password, new', html`<hf-password .isNew=${true} hint=${entryWords.userHint}></hf-password>`],
      ['PIN', html`<hf-pin-pad label=${entryWords.password}></hf-pin-pad>`], ['signature', html`<hf-signature label=${entryWords.name}></hf-signature>`],
      ['one person proves it', html`<hf-proof act="reset"></hf-proof>`], ['a second person', html`<hf-proof act="second-reset" .isSecond=${true}></hf-proof>`],
    ] },
    { name: 'Bars', look: 'wide', pieces: [
      ['an alarm elsewhere', html`<hf-alarm-bar .ringing=${[...readings.values()].filter(({ alarmId }) => alarmId !== null).slice(0, 2).map((reading) => ({ reading, alarmId: reading.alarmId ?? '', isGone: false }))}></hf-alarm-bar>`],
      ['no feed, third try', html`<div class="box"><hf-reconnect-bar .link=${{ state: 'down', attempts: 3, nextTryAtMs: 4000 }} .nowAtMs=${0}></hf-reconnect-bar></div>`],
    ] },
    { name: 'Dialogs', look: 'narrow', pieces: DIALOGS.map((name) => [name, html`<button aria-label="Open: ${name}" @click=${() => open(name)}>${name}</button>`] as const) },
  ];
}
