/**
 * The shape of each voice, so that colour is never the only difference: octagon, square, triangle, ring, dot, cross. Total over
 * the voices: a new one does not compile until somebody drew it.
 */
import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { Voice } from '../reading/voice.ts';

const square = svg`<rect x="2" y="2" width="20" height="20" rx="1.5" fill="currentColor"></rect>`;
const openSquare = svg`<rect x="3.5" y="3.5" width="17" height="17" rx="1.5" fill="none" stroke="currentColor" stroke-width="3.5"></rect>`;
const barredSquare = svg`<path fill="currentColor" fill-rule="evenodd" d="M3.5 2h17A1.5 1.5 0 0 1 22 3.5v17a1.5 1.5 0 0 1-1.5 1.5h-17A1.5 1.5 0 0 1 2 20.5v-17A1.5 1.5 0 0 1 3.5 2zM10.4 5.5h3.200v8h-3.200zM10.4 15.5h3.200v3h-3.200z"></path>`;
const barredOctagon = svg`<path fill="currentColor" fill-rule="evenodd" d="M8 1h8l7 7v8l-7 7H8l-7-7V8zM10.400 5h3.200v8.500h-3.200zM10.400 15.500h3.200v3.500h-3.200z"></path>`;
const triangle = svg`<path d="M12 2 23 22H1z" fill="currentColor"></path>`;
const ring = svg`<circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" stroke-width="4.5"></circle>`;
const thinRing = svg`<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2.5"></circle>`;
const dot = svg`<circle cx="12" cy="12" r="10" fill="currentColor"></circle>`;
const cross = svg`<path d="M4 4 20 20M20 4 4 20" stroke="currentColor" stroke-width="4.5" stroke-linecap="square"></path>`;

const barredCircle = svg`<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="3"></circle><path d="M7 12h10" stroke="currentColor" stroke-width="3.5"></path>`;

export const SHAPES: Readonly<Record<Voice, SVGTemplateResult>> = {
  'step-back': barredOctagon,
  'not-confirmed': barredSquare,
  stopping: openSquare,
  stopped: square,
  locked: openSquare,
  'too-late': triangle,
  unprotected: cross,
  'out-of-service': barredCircle,
  waiting: ring,
  running: dot,
  ready: thinRing,
};

/** Token of each voice's colour. */
export const HUES: Readonly<Record<Voice, string>> = {
  'step-back': '--stopped',
  'not-confirmed': '--stopped',
  stopping: '--stopped',
  stopped: '--stopped',
  locked: '--stopped',
  'too-late': '--too-late',
  unprotected: '--ink',
  'out-of-service': '--ink',
  waiting: '--waiting',
  running: '--mark',
  ready: '--mark',
};
