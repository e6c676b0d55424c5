/**
 * Styles that every element of the room takes: boxes, buttons, quiet text, focus. Tokens come from tokens.css by
 * inheritance; nothing here names a colour of its own.
 */
import { css } from 'lit';

export const shared = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host { display: block; }
  :host([hidden]), [hidden] { display: none !important; }
  p, h1, h2, h3, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  h1, h2, h3 { font-size: inherit; line-height: inherit; font-weight: 700; }
  b, strong { font-weight: 700; }
  a { color: inherit; text-underline-offset: 3px; }
  svg { display: block; }
  /* The face of the text tells its letters and figures apart as well, and needs no second file. */
  code { font-family: inherit; font-size: inherit; letter-spacing: 0.02em; }

  .quiet { color: var(--ink-quiet); }
  .small { font-size: var(--type-small); line-height: 20px; }
  .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  /* Chosen by a shade or a line of shadow elsewhere: where the computer paints everything itself, by an edge. Before the focus, which wins. */
  @media (forced-colors: active) {
    [aria-current]:not([aria-current='false']), [aria-pressed='true'] { outline: 3px double CanvasText; outline-offset: -4px; }
  }
  :focus { outline: none; }
  :focus-visible, :host(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 3px; }

  button, .button {
    display: inline-flex; align-items: center; justify-content: center; gap: 8px;
    min-height: 48px; padding: 8px 20px; margin: 0;
    border: 2px solid var(--ink); border-radius: var(--round-m);
    background: var(--paper); color: var(--ink);
    font: 700 var(--type-body)/24px var(--text); text-align: center; text-decoration: none; cursor: pointer;
    touch-action: manipulation; -webkit-tap-highlight-color: transparent;
  }
  button:hover, .button:hover { background: var(--sunken); }
  button:active, .button:active { transform: translateY(1px); }
  button:disabled, button[aria-disabled='true'] { cursor: not-allowed; border-color: var(--mark); color: var(--ink-quiet); }
  .primary { border-color: var(--act); background: var(--act); color: var(--act-ink); }
  .primary:hover { background: color-mix(in oklab, var(--act) 88%, var(--ink)); }
  .primary[aria-disabled='true'], .primary:disabled { border-color: var(--line); background: var(--sunken); color: var(--ink-quiet); }
  .plain { border-color: transparent; background: transparent; }
  .big { min-height: 72px; font-size: var(--type-lead); }

  .chip {
    display: inline-flex; align-items: center; gap: 8px; padding: 4px 12px 4px 8px; border-radius: var(--round-s);
    background: var(--sunken); color: var(--ink); font-size: var(--type-note); line-height: 20px; font-weight: 700;
  }
  .hatched {
    background-color: var(--paper);
    background-image: repeating-linear-gradient(-45deg, transparent 0 12px, var(--hatch) 12px 24px);
  }
  .struck { text-decoration: line-through; text-decoration-thickness: 2px; }

  /* A press does nothing on paper, and what belongs together stays on one sheet. */
  @media print {
    button, .button, select, input, textarea { display: none !important; }
    article, li, tr, dl, figure, .card { break-inside: avoid; }
    h1, h2, h3 { break-after: avoid; }
  }
  button, .button { transition: background-color var(--press) ease-out; }
  @media (prefers-reduced-motion: reduce) {
    button:active, .button:active { transform: none; }
  }
  /* Where the computer paints everything itself: what is off is seen by its border, what is hatched by a dashed one. */
  @media (forced-colors: active) {
    button:disabled, button[aria-disabled='true'] { border-style: dashed; border-color: GrayText; color: GrayText; }
    .primary { border-width: 4px; }
    .chip { border: 1px solid CanvasText; }
    .hatched { border-style: dashed; }
    .badge, .tag { border: 1px solid CanvasText; }
  }
`;
