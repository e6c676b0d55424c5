/** Pages with nothing to show, each with the next step. */
import { html } from 'lit';
import '../../../web/pages/board.ts';
import '../../../web/pages/bench.ts';
import '../../../web/parts/first-steps.ts';
import { WHOLE_BOARD } from '../../../web/reading/board-view.ts';
import type { Shelf } from './shelf.ts';

const board = (hasSnapshot: boolean) => html`<hf-board .view=${WHOLE_BOARD} .readings=${[]} .seen=${new Set()} .isFeedLive=${hasSnapshot} .hasSnapshot=${hasSnapshot} .stopsVersion=${0} .casesVersion=${0}></hf-board>`;

export const emptyShelves = (): readonly Shelf[] => [
  { name: 'Nothing to show', look: 'middle', pieces: [
    ['a store without a bench', board(true)], ['before the first answer', board(false)],
    ['a bench that is none', html`<hf-bench .benchId=${'bench-99'} .evidence=${[]} .seen=${new Set()} .hasSnapshot=${true}></hf-bench>`],
  ] },
  { name: 'First steps', look: 'wide', pieces: [['in a virtual store', html`<hf-first-steps .isVirtual=${true} .benches=${4}></hf-first-steps>`]] },
];
