/**
 * What a form for one act of a case is made of, and how what was typed becomes the body of the act. Pure. The rules for each
 * value stand in the table of acts alone; a form only says what to ask.
 */
import { CASE_ACTS } from '../../server/contract/case-acts.ts';
import type { CaseActName } from '../../server/contract/case-acts.ts';

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}
export interface TextField extends FieldBase {
  readonly kind: 'line' | 'words' | 'code';
  readonly charsMax: number;
}
export interface ChoiceField extends FieldBase {
  readonly kind: 'one' | 'many';
  readonly options: readonly string[];
  readonly words: Readonly<Record<string, string>>;
  readonly initial?: string;
}
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly max: number;
}
/** A day and an hour; empty: none. */
export interface MomentField extends FieldBase {
  readonly kind: 'moment';
}
export type Field = TextField | ChoiceField | NumberField | MomentField;

export interface ActForm {
  readonly act: CaseActName;
  readonly heading: string;
  readonly text: string;
  /** What will happen next, said before the button is pressed. */
  readonly next?: string;
  readonly verb: string;
  readonly fields: readonly Field[];
  /** What the form knows by itself, such as the device. */
  readonly fixed: Readonly<Record<string, unknown>>;
  /** Asked for anew each time, on this subject and no other. */
  readonly confirm?: { readonly subject: string; readonly needsSecond: boolean };
}

export type Typed = Readonly<Record<string, string | readonly string[]>>;

export const beginTyped = ({ fields }: ActForm): Typed =>
  Object.fromEntries(fields.map((field) => [field.name, field.kind === 'many' ? [] : field.kind === 'one' ? field.initial ?? '' : '']));

/** Local time, as the field of the browser writes it, in universal time; null where nothing or nonsense is typed. */
export function momentOf(local: string): string | null {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function valueOf(field: Field, typed: string | readonly string[]): unknown {
  if (typeof typed !== 'string') return typed;
  switch (field.kind) {
    case 'number': return typed.trim() === '' ? null : Number(typed);
    case 'moment': return momentOf(typed);
    case 'one': return typed === '' ? undefined : typed;
    case 'code': return typed.trim().toUpperCase();
    default: return typed;
  }
}

export function contentOf(form: ActForm, typed: Typed): Record<string, unknown> {
  const values = form.fields.map((field) => [field.name, valueOf(field, typed[field.name] ?? '')] as const).filter(([, value]) => value !== undefined);
  return { ...form.fixed, ...Object.fromEntries(values) };
}

/** Long enough to be one; whether it is right, the server says. */
const STANDS_FOR_PROOF = 'a proof that is not there yet';
const STANDS_FOR_ID = '00000000-0000-7000-8000-000000000000';

/** The first field that does not fit, by its label; null when the act can be sent. */
export function lackOf(form: ActForm, content: Readonly<Record<string, unknown>>): string | null {
  const proof = form.confirm === undefined ? {} : { confirmation: STANDS_FOR_PROOF };
  const parsed = CASE_ACTS[form.act].body.safeParse({ id: STANDS_FOR_ID, ...proof, ...content });
  if (parsed.success) return null;
  const where = parsed.error.issues[0]?.path ?? [];
  const field = form.fields.find(({ name }) => where.includes(name));
  return field?.label ?? where.join('.');
}
