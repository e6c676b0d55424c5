/** The one script of the pages outside: a field to draw a signature in. Without it name and PIN sign; nothing else needs it. */
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';

/** In whole points of a field 600 wide and 200 high, as it is kept; a long one is thinned out. */
const SIGN = `import SignaturePad from '/signature-pad.js';
const [WIDE, HIGH, POINTS_MAX] = [600, 200, 2500];
const box = document.querySelector('#drawn');
const canvas = box.querySelector('canvas');
const kept = document.querySelector('#strokes');
box.hidden = false;
const ratio = Math.max(1, devicePixelRatio || 1);
const { clientWidth, clientHeight } = canvas;
canvas.width = clientWidth * ratio;
canvas.height = clientHeight * ratio;
canvas.getContext('2d').scale(ratio, ratio);
const pad = new SignaturePad(canvas, { penColor: '#000', backgroundColor: '#fff' });
const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
const keep = () => {
  const strokes = pad.toData().map(({ points }) => points.map(({ x, y }) => [within(x * WIDE / clientWidth, WIDE), within(y * HIGH / clientHeight, HIGH)]));
  const step = Math.ceil(strokes.reduce((sum, { length }) => sum + length, 0) / POINTS_MAX);
  kept.value = JSON.stringify(strokes.map((points) => points.filter((_, index) => index % step === 0 || index === points.length - 1)));
};
pad.addEventListener('endStroke', keep);
document.querySelector('#clear').addEventListener('click', () => { pad.clear(); kept.value = ''; });
`;

export const signScriptRoutes = (): Hono => {
  const javascript = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=3600' };
  const routes = new Hono();
  routes
    .get('/sign.js', (context) => context.body(SIGN, 200, javascript))
    .get('/signature-pad.js', async (context) => context.body(new Uint8Array(await readFile(new URL(import.meta.resolve('signature_pad')))), 200, javascript));
  return routes;
};
