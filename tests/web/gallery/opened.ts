/** The dialogs of the gallery, one open at a time, each the real one. */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseView } from '../../../server/contract/case-state.ts';
import '../../../web/parts/explain-sheet.ts';
import '../../../web/parts/keys-sheet.ts';
import '../../../web/parts/reset-dialog.ts';
import '../../../web/parts/search-sheet.ts';
import '../../../web/parts/sheet.ts';
import '../../../web/parts/snooze-sheet.ts';
import '../../../web/parts/why-dialog.ts';
import type { Readings } from './shelf.ts';
import { readingOf } from './shelf.ts';

export const DIALOGS = ['explain a state', 'keys', 'search', 'reset', 'later', 'why the stop is off'] as const;

export class Opened extends LitElement {
  static override properties = { opened: { attribute: false }, readings: { attribute: false }, view: { attribute: false } };
  declare opened: string | null;
  declare readings: Readings;
  declare view: CaseView | null;

  protected override render(): TemplateResult | null {
    const { opened, readings } = this;
    const bench = readingOf(readings, 'stoppedByHand');
    const { name } = bench.view;
    switch (opened) {
      case 'explain a state': return html`<hf-explain-sheet .isOpen=${true} .reading=${bench}></hf-explain-sheet>`;
      case 'keys': return html`<hf-keys-sheet .isOpen=${true}></hf-keys-sheet>`;
      case 'search': return html`<hf-search-sheet .isOpen=${true} .readings=${[...readings.values()]}></hf-search-sheet>`;
      case 'reset': return html`<hf-reset-dialog .isOpen=${true} .benchName=${name} .status=${bench.status}></hf-reset-dialog>`;
      case 'later': return html`<hf-snooze-sheet .isOpen=${true} .benchId=${bench.view.id} .benchName=${name} .alarmId=${bench.alarmId ?? ''}></hf-snooze-sheet>`;
      case 'why the stop is off': return html`<hf-why-dialog .isOpen=${true} .benchName=${name} .isDanger=${false}></hf-why-dialog>`;
      default: return null;
    }
  }
}
customElements.define('hf-gallery-opened', Opened);
