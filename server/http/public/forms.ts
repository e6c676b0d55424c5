/**
 * Forms of the pages outside: each is bound to the link or session that it was shown for, and carries the id of the act that it
 * will be, so that sending it twice does it once. A form works without a script.
 */
import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Markup } from '../papers/qr-picture.ts';
import type { PublicPorts } from './public-ports.ts';

const FIELDS_MAX = 60;
export type Sent = ReadonlyMap<string, string>;

const markOf = ({ seal }: Pick<PublicPorts, 'seal'>, of: string, action: string): string => seal(`form\n${of}\n${action}`);

/** `of` is what the form belongs to: a link or a session. */
export function form(ports: Pick<PublicPorts, 'seal' | 'edges'>, of: string, action: string, fields: Markup | readonly Markup[]): Markup {
  return html`<form method="post" action="${action}">
<input type="hidden" name="mark" value="${markOf(ports, of, action)}">
<input type="hidden" name="id" value="${ports.edges.newUuid()}">
${fields}
</form>`;
}

/** Null: too many fields, or one that comes twice; nothing of it is believed. */
export async function readForm(context: Context): Promise<Sent | null> {
  const fields = [...new URLSearchParams(await context.req.text())];
  const sent = new Map(fields);
  return fields.length <= FIELDS_MAX && sent.size === fields.length ? sent : null;
}

export function isOurs(ports: Pick<PublicPorts, 'seal'>, sent: Sent, of: string, action: string): boolean {
  const [wanted, got] = [Buffer.from(markOf(ports, of, action)), Buffer.from(sent.get('mark') ?? '')];
  return wanted.length === got.length && timingSafeEqual(wanted, got);
}

export const text = (sent: Sent, name: string): string => (sent.get(name) ?? '').replaceAll('\r\n', '\n').trim();
export const isSet = (sent: Sent, name: string): boolean => sent.get(name) === 'on';
export const emptyIsNull = (value: string): string | null => (value === '' ? null : value);
/** Null where it is no whole number; a field that was left empty is no zero. */
export const wholeNumber = (value: string): number | null => (/^\d{1,9}$/.test(value) ? Number(value) : null);
/** The noon of a day as a browser writes it, so that no time zone makes it another day. */
export const dayIso = (value: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(value) && Number.isFinite(Date.parse(`${value}T12:00:00Z`)) ? new Date(`${value}T12:00:00Z`).toISOString() : null);

interface FieldParts {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password' | 'date' | 'datetime-local' | 'email' | 'tel' | 'number';
  readonly max?: number;
  readonly required?: boolean;
  readonly autocomplete?: string;
  readonly numeric?: boolean;
  readonly value?: string;
}

const hintOf = (name: string, hint: string | undefined): Markup | string => (hint === undefined ? '' : html`<small id="${name}-hint">${hint}</small>`);
const describedBy = (name: string, hint: string | undefined): Markup | string => (hint === undefined ? '' : html` aria-describedby="${name}-hint"`);
const needed = (required: boolean): Markup | string => (required ? html` required` : '');

export const field = ({ label, name, hint, type = 'text', max = 200, required = false, autocomplete = 'off', numeric = false, value = '' }: FieldParts): Markup => html`<p class="field"><label for="${name}">${label}</label>${hintOf(name, hint)}
<input id="${name}" name="${name}" type="${type}" maxlength="${max}" autocomplete="${autocomplete}" dir="auto"${numeric ? html` inputmode="numeric"` : ''}${value === '' ? '' : html` value="${value}"`}${needed(required)}${describedBy(name, hint)}></p>`;

export const area = ({ label, name, hint, max = 500, required = false }: FieldParts): Markup => html`<p class="field"><label for="${name}">${label}</label>${hintOf(name, hint)}
<textarea id="${name}" name="${name}" rows="3" maxlength="${max}" dir="auto"${needed(required)}${describedBy(name, hint)}></textarea></p>`;

export const choice = (label: string, name: string, options: readonly (readonly [value: string, words: string])[], chosen: string | null = null): Markup =>
  html`<p class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options.map(([value, words]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${words}</option>`)}</select></p>`;

/** Nothing is chosen for somebody where a wrong answer would be believed. */
export const mustChoose = (label: string, name: string, options: readonly (readonly [value: string, words: string])[], choose: string): Markup =>
  html`<p class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}" required><option value="" selected disabled>${choose}</option>${options.map(([value, words]) => html`<option value="${value}">${words}</option>`)}</select></p>`;

export const tick = (label: string, name: string, hint?: string): Markup =>
  html`<p class="tick"><input id="${name}" name="${name}" type="checkbox"${hint === undefined ? '' : html` aria-describedby="${name}-hint"`}><label for="${name}">${label}</label>${hintOf(name, hint)}</p>`;

export const button = (words: string, kind: 'main' | 'quiet' = 'main'): Markup => html`<p><button type="submit" class="${kind}">${words}</button></p>`;
