/** What the room itself lays out: its main part above the foot of a phone, what a wall and a sheet of paper leave out. */
import { css } from 'lit';

export const appLook = css`
  :host { display: block; min-height: 100dvh; }
  main:focus-visible { outline-offset: -3px; }
  .not-stopped { max-width: 496px; margin: 20px auto -40px; padding: 16px 20px; border-radius: var(--round-m); background: var(--stopped); color: var(--stopped-ink); }
  @media (max-width: 1099px) { hf-header ~ * { --foot: 61px; } hf-header ~ main { padding-bottom: var(--foot); } }
  main { display: flow-root; }
  :host([kiosk]) :is(hf-header, hf-who-notes, hf-calls-note, hf-here, hf-help-keys) { display: none; }
  :host([kiosk]) { overflow-x: clip; }
  :host([kiosk]) main { zoom: 1.25; }
  @media print { hf-who-notes, hf-alarm-bar, hf-calls-note, hf-here, hf-help-keys, hf-reconnect-bar, hf-stop-key, hf-dim-veil { display: none; } hf-header ~ main { padding-bottom: 0; } }
  .first { max-width: 640px; margin-inline: auto; padding: calc(12vh + 32px) 28px 32px; display: grid; gap: 12px; }
  .first h1 { font-size: var(--type-page); line-height: 36px; }
`;
