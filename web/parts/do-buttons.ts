/** Buttons that begin an act of a case: off with the reason shown, never hidden. They only say what is wanted; the page opens it. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseView } from '../../server/contract/case-state.ts';
import { whyOff } from '../reading/case-doing.ts';
import type { Wanted } from '../reading/case-doing.ts';
import type { WhoController } from '../who-desk.ts';

export interface DoButton extends Wanted {
  readonly label: string;
  /** For a reader, where several buttons say the same. */
  readonly full?: string;
  readonly isMain?: boolean;
}

/** Asks the page that shows the case to open what is wanted. */
export const wantIt = (host: EventTarget, wanted: Wanted): boolean => host.dispatchEvent(new CustomEvent<Wanted>('hf-do', { detail: wanted, bubbles: true, composed: true }));

export function doButtons(host: EventTarget, view: CaseView, who: WhoController, buttons: readonly DoButton[]): TemplateResult | null {
  if (buttons.length === 0) return null;
  const offs = buttons.map(({ what }) => whyOff(what, view, (action) => who.whyNot(action)));
  const whys = [...new Set(offs)].filter((why) => why !== null);
  return html`
    <div class="acts">${buttons.map(({ label, full, isMain, what, deviceId, subject }, index) => html`
      <button class=${isMain === true && offs[index] === null ? 'primary' : ''} aria-label=${full ?? label} aria-disabled=${offs[index] === null ? 'false' : 'true'}
        @click=${() => { if (offs[index] === null) wantIt(host, { what, ...(deviceId === undefined ? {} : { deviceId }), ...(subject === undefined ? {} : { subject }) }); }}>${label}</button>`)}
    </div>
    ${whys.map((why) => html`<p class="why">${why}</p>`)}
  `;
}
