/**
 * A paper before it has a look: a title and blocks in their order. What stands in it is decided here and tested without a
 * browser; how it is laid out on a page is decided elsewhere. Text is plain: nothing in it is markup.
 */
import type { PaperHead } from '../../contract/custody.ts';
import type { Signature } from '../../contract/case-private.ts';
import type { PaperKind } from '../../contract/papers.ts';

/** White modules around a code, without which cameras do not find it. */
export const QR_QUIET = 4;

export type Row = readonly [label: string, value: string];

export interface SignField {
  readonly title: string;
  /** Null: a line to sign upon. */
  readonly signature: Pick<Signature, 'name' | 'strokes'> | null;
  readonly words: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }
  /** What somebody typed, in its own direction. */
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly Row[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** What must not be overlooked, in a frame. */
  | { readonly kind: 'warning'; readonly title: string; readonly text: string }
  /** The one sentence that the paper is about, large. */
  | { readonly kind: 'verdict'; readonly title: string; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Times in a row under one line. */
  | { readonly kind: 'times'; readonly title: string; readonly rows: readonly Row[] }
  | { readonly kind: 'signatures'; readonly fields: readonly SignField[] }
  /** A picture for a camera. */
  | { readonly kind: 'code'; readonly text: string; readonly label: string; readonly words: string }
  | { readonly kind: 'secret'; readonly label: string; readonly text: string; readonly words: string };

export interface Sheet {
  readonly kind: Exclude<PaperKind, 'label'>;
  readonly title: string;
  /** Large at the top right: what people call the case. */
  readonly code: string;
  readonly lead: string | null;
  readonly blocks: readonly Block[];
  readonly head: PaperHead;
  readonly headWords: string;
}

export interface Label {
  readonly kind: 'label';
  readonly code: string;
  readonly storeName: string;
  readonly device: string;
  readonly ids: readonly Row[];
  readonly irreplaceable: string | null;
  readonly held: string | null;
  readonly battery: string | null;
  readonly head: PaperHead;
  readonly headWords: string;
}

/** Leaves out rows that have nothing to say. */
export const said = (rows: readonly (readonly [string, string | null | undefined])[]): Row[] =>
  rows.flatMap(([label, value]): Row[] => (value === null || value === undefined || value === '' ? [] : [[label, value]]));

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** A typed name within a sentence of ours: it must not turn the sentence round. */
export const apart = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);

export const when = <Part>(holds: boolean, ...parts: readonly Part[]): readonly Part[] => (holds ? parts : []);
