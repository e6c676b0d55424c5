/** How the chips in the head look, and the panels that they open. */
import { css } from 'lit';

export const panelLook = css`
  :host { position: relative; }
  .chip-button { min-width: 48px; min-height: 48px; padding: 8px 20px; border-radius: var(--round-full); border: 1px solid var(--line); background: var(--sunken); font-weight: 600; font-size: var(--type-body); white-space: nowrap; }
  .chip-button svg { flex: none; width: 18px; height: 18px; }
  .panel { position: absolute; z-index: 30; inset-inline-end: 0; top: 56px; width: min(320px, calc(100vw - 24px)); max-height: calc(100dvh - 88px);
    overflow: auto; display: grid; gap: 16px; padding: 20px; border: 2px solid var(--ink); border-radius: var(--round-l); background: var(--paper); }
  h2 { font-size: var(--type-note); line-height: 20px; padding-bottom: 8px; }
`;
