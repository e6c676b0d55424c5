/** How the queue is laid out: list and evidence side by side from 900 px, under each other below; the decision stays in sight. */
import { css } from 'lit';

export const queueLook = css`
  .page { max-width: 1600px; }
  .desk { display: grid; grid-template-columns: minmax(300px, 380px) minmax(0, 1fr); gap: 16px; align-items: start; }
  .list { padding: 8px; gap: 8px; position: sticky; top: 8px; max-height: calc(100dvh - 16px); overflow: auto; }
  .list ol { display: grid; gap: 4px; }
  .item { display: grid; width: 100%; gap: 2px; justify-content: stretch; justify-items: start; padding: 12px 16px; border: 0; border-radius: var(--round-m); background: none; text-align: start; font-weight: 400; overflow-wrap: anywhere; }
  .item[aria-current='true'] { background: var(--sunken); box-shadow: inset 6px 0 0 var(--act); }
  .subs { display: grid; gap: 4px; margin: 4px 0 8px; padding-inline-start: 16px; }
  .sub { display: grid; width: 100%; min-height: 48px; gap: 0; justify-content: stretch; justify-items: start; padding: 8px 12px; border: 0; border-radius: var(--round-m); background: none;
    text-align: start; font-weight: 400; font-size: var(--type-body); overflow-wrap: anywhere; }
  .sub[aria-current='step'] { background: var(--sunken); box-shadow: inset 4px 0 0 var(--act); }
  .first { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
  .keys { padding: 4px 16px 8px; }
  .evidence { gap: 20px; }
  .evidence header { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; }
  .evidence h2 { font-size: var(--type-head); line-height: 28px; }
  .evidence h2 .code { margin-inline-end: 8px; font-size: var(--type-head); }
  .decide { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)) auto; gap: 12px 20px; padding: 16px; border: 2px solid var(--act); border-radius: var(--round-l); }
  .decide > div { display: grid; gap: 8px; align-content: start; justify-items: start; }
  .decide p { font-size: var(--type-note); line-height: 22px; }
  .decide .why { grid-column: 1 / -1; }
  kbd { padding: 0 7px; border: 1px solid currentColor; border-radius: var(--round-s); font: 600 var(--type-small)/20px var(--text); opacity: 0.85; }
  .acts.left { justify-content: start; }
  .acts .primary { border-color: var(--act); }
  .note { padding: 12px 16px; border-inline-start: 4px solid var(--waiting-mark); border-radius: var(--round-s); background: var(--paper); font-weight: 700; }
  @media (max-width: 900px) {
    .desk { grid-template-columns: minmax(0, 1fr); }
    .list { position: static; max-height: none; }
    .decide { grid-template-columns: minmax(0, 1fr); }
    .decide button, .decide .button { width: 100%; }
  }
  @media (hover: none) and (pointer: coarse) { .keys, kbd { display: none; } }
  @media (forced-colors: active) { .item, .sub { border: 1px solid CanvasText; } }
`;
