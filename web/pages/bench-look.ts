/**
 * How the page of one bench is laid out: state and stop in one band at the top, the stop at the foot of the window where
 * the window is narrow.
 */
import { css } from 'lit';

export const benchLook = css`
  .page { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; max-width: 1440px; margin-inline: auto; padding: 8px 28px 96px; }
  .back { display: inline-flex; align-items: center; min-height: 48px; font-weight: 600; }
  .page > p { margin-bottom: -12px; }
  section { min-width: 0; padding: 20px; border: 1px solid var(--line); border-radius: var(--round-l); background-color: var(--paper); }
  h2 { font-size: var(--type-lead); line-height: 24px; padding-bottom: 12px; }
  .state { display: grid; grid-template-columns: minmax(0, 1fr) 380px; gap: 32px; padding: 24px; }
  .said { display: grid; gap: 16px; align-content: start; min-width: 0; }
  .state header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; }
  h1 { font-size: var(--type-page); line-height: 36px; }
  .badge { padding: 2px 12px; border-radius: var(--round-s); background: var(--ink); color: var(--paper); font-size: var(--type-small); line-height: 20px; font-weight: 700; }
  .age { min-width: 12ch; color: var(--ink-quiet); }
  .age.late { color: var(--waiting); font-weight: 700; }
  .age.stale, .age.unknown { color: var(--ink); font-weight: 700; }
  .stopped, .stopping, .locked, .too-late { border: 3px solid var(--hue); padding: 22px; }
  .not-confirmed { border: 6px solid var(--hue); padding: 19px; }
  .waiting { border-color: var(--waiting-mark); }
  .act { display: grid; gap: 8px; align-content: end; }
  .act p { text-align: center; }
  .notice { padding: 12px 16px; border-radius: var(--round-m); background: var(--paper); }
  .last { margin-top: 16px; padding-top: 16px; border-top: 1px solid var(--line); }
  .hatched hf-track { padding: 8px; margin-inline: -8px; border-radius: var(--round-m); background: var(--paper); }
  .hatched .act p { color: var(--ink); }
  .columns { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr); gap: 20px; }
  @media (max-width: 960px) {
    .columns, .state { grid-template-columns: minmax(0, 1fr); }
  }
  @media (max-width: 600px) {
    .page { padding: 0 12px 240px; gap: 16px; }
    section, .state { padding: 16px; }
    .act { position: fixed; z-index: 10; inset: auto 0 var(--foot, 0px) 0; padding: 12px; border-top: 1px solid var(--line); background: var(--paper); }
  }
  @media (max-width: 600px) and (hover: none) { .act p { display: none; } }
  /* Enlarged four times a window is 256 px high: then nothing lies over the page. */
  @media (max-width: 600px) and (max-height: 440px) { .act { position: static; } }
`;
