/**
 * A question with a few answers, each a chip large enough for a glove: real radio buttons or tick boxes underneath, so that
 * arrow keys, space and readers work as everywhere. What is chosen is dark and ticked, never only coloured.
 */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

export interface Chips<Key extends string> {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly options: readonly Key[];
  readonly words: Readonly<Record<Key, string>>;
  readonly chosen: readonly Key[];
  /** More than one may be chosen. */
  readonly isMany?: boolean;
  pick(next: readonly Key[]): void;
}

export const chipLook = css`
  .chips { display: flex; flex-wrap: wrap; gap: 8px; padding-top: 4px; }
  .chips label { position: relative; display: inline-flex; align-items: center; gap: 8px; min-height: 48px; padding: 8px 20px; border: 2px solid var(--mark); border-radius: var(--round-full); font-weight: 600; cursor: pointer; }
  .chips label:hover { background: var(--sunken); }
  .chips input { position: absolute; inset: 0; width: 100%; height: 100%; min-height: 0; margin: 0; padding: 0; opacity: 0; cursor: pointer; }
  .chips label:has(:checked) { border-color: var(--ink); background: var(--ink); color: var(--paper); }
  .chips label:has(:checked)::before { content: ''; width: 8px; height: 14px; margin: -4px 4px 0 2px; border: solid currentColor; border-width: 0 3px 3px 0; transform: rotate(42deg); }
  .chips label:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 3px; }
  @media (forced-colors: active) { .chips label:has(:checked) { border-width: 4px; } }
`;

export function chips<Key extends string>({ name, legend, hint, options, words, chosen, isMany = false, pick }: Chips<Key>): TemplateResult {
  const toggle = (key: Key, isOn: boolean): readonly Key[] => (isMany ? options.filter((one) => (one === key ? isOn : chosen.includes(one))) : [key]);
  const changed = (key: Key, { currentTarget }: Event): void => pick(toggle(key, currentTarget instanceof HTMLInputElement && currentTarget.checked));
  return html`
    <fieldset><legend>${legend}</legend>${hint === undefined ? null : html`<small>${hint}</small>`}
      <div class="chips">${options.map((key) => html`
        <label>${isMany
          ? html`<input type="checkbox" name=${name} value=${key} .checked=${chosen.includes(key)} @change=${(event: Event) => changed(key, event)} />`
          : html`<input type="radio" name=${name} value=${key} .checked=${chosen.includes(key)} @change=${(event: Event) => changed(key, event)} />`}${words[key]}</label>`)}</div>
    </fieldset>
  `;
}
