/** Pages that ask for all that they show, and need nothing of what the room knows. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Place } from '../reading/address.ts';

export const PLAIN_PAGES: Readonly<Partial<Record<Place['page'], () => TemplateResult>>> = {
  people: () => html`<hf-people></hf-people>`, machines: () => html`<hf-machines></hf-machines>`, audit: () => html`<hf-audit></hf-audit>`,
  me: () => html`<hf-me></hf-me>`, brief: () => html`<hf-brief></hf-brief>`, partners: () => html`<hf-partners></hf-partners>`,
};
