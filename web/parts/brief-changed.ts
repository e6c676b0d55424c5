/** That a brief was changed after somebody took it, when, and in what: beside the step that asks to read it again. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseState } from '../../server/contract/case-state.ts';
import { intakeWords as says } from '../words/intake-words.ts';
import { sayMoment } from '../words/times.ts';

/** Null where nobody has taken it yet: then all of it is new. */
export function briefChanged(state: Pick<CaseState, 'acknowledged' | 'amended'> | undefined): TemplateResult | null {
  if (state === undefined || state.acknowledged === null || state.amended === null) return null;
  const { atIso, what } = state.amended;
  return html`<p><b>${says.briefChanged(sayMoment(atIso), what.map((part) => says.briefParts[part]).join(', '))}</b></p>`;
}
