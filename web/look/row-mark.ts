/** The sign at the head of a row: the letters of a name, or what kind of machine it is. It only guides the eye; the row says it in words. */
import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { MachineKind } from '../../server/contract/people.ts';

const pen = (path: string) => svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"></path>`;

const KINDS: Readonly<Record<MachineKind, SVGTemplateResult>> = {
  bridge: pen('M4 8h16v8H4zM8 8V5M12 8V5M16 8V5M8 19v-3M16 19v-3'),
  'bench-pc': pen('M4 5h16v10H4zM9 19h6M12 15v4'),
  'wall-board': pen('M3 4h18v13H3zM7 8h4v5H7zM13 8h4v5h-4zM8 21h8'),
  integration: pen('M8 7l-5 5 5 5M16 7l5 5-5 5M13.500 5l-3 14'),
};

/** The first letters of the first and the last word; of one word its first two. */
export function lettersOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const [first = '', last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const letters = last === undefined ? [...first].slice(0, 2) : [[...first][0] ?? '', [...last][0] ?? ''];
  return letters.join('').toLocaleUpperCase();
}

export const letterMark = (name: string): TemplateResult => html`<span class="row-mark" aria-hidden="true" translate="no">${lettersOf(name)}</span>`;

export const machineMark = (kind: MachineKind): TemplateResult => html`<span class="row-mark" aria-hidden="true"><svg viewBox="0 0 24 24">${KINDS[kind]}</svg></span>`;
