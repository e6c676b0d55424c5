/**
 * How a tile looks in each voice: calm and grey until it matters, then its whole frame speaks. The stop stays at the
 * foot whatever stands above it.
 */
import { css } from 'lit';

export const tileLook = css`
  :host { display: grid; grid-template-columns: minmax(0, 1fr); }
  article { position: relative; display: flex; flex-direction: column; gap: 16px; min-height: 452px; padding: 16px 20px 20px; border: 1px solid var(--line); border-radius: var(--round-l); background-color: var(--paper); }
  article > header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 12px; margin-bottom: -10px; }
  h1 { min-width: 0; font-size: var(--type-title); line-height: 24px; }
  h1 a { display: flex; align-items: center; min-height: 48px; margin: -6px 0; text-decoration: none; overflow-wrap: anywhere; }
  h1 a:hover { text-decoration: underline; }
  h1 svg { flex: none; width: 16px; height: 16px; margin-inline-start: 6px; color: var(--mark); }
  .age { min-width: 12ch; text-align: end; font-size: var(--type-note); line-height: 20px; color: var(--ink-quiet); white-space: nowrap; }
  .age.late { color: var(--waiting); font-weight: 700; }
  .age.stale, .age.unknown { color: var(--ink); font-weight: 700; }
  /* Its code comes behind the page: until then it takes no row, as when there is no case. */
  hf-bench-case:not(:defined) { display: none; }
  .badge { position: absolute; top: -12px; inset-inline-end: 20px; padding: 2px 12px; border-radius: var(--round-s); background: var(--ink); color: var(--paper); font-size: var(--type-small); line-height: 20px; font-weight: 700; }
  .stopped, .stopping, .locked, .too-late { border: 3px solid var(--hue); padding: 14px 18px 18px; }
  .not-confirmed { border: 6px solid var(--hue); padding: 11px 15px 15px; }
  .waiting { border-color: var(--waiting-mark); }
  .now { font-weight: 700; }
  .device { color: var(--ink-quiet); }
  .device b { color: var(--ink); }
  .flags { display: flex; flex-wrap: wrap; gap: 8px; }
  .chip { padding-inline: 12px; border-inline-start: 4px solid var(--hue); }
  .notice { padding: 12px 16px; border-radius: var(--round-m); background: var(--paper); }
  .hatched .device, .hatched .quiet { color: var(--ink); }
  .hatched hf-receipt, .hatched hf-permissives { padding: 8px; margin-inline: -8px; border-radius: var(--round-m); background: var(--paper); }
  .old { opacity: 0.6; }
  hf-actions { margin-top: auto; padding-top: 4px; }
  .short { min-height: 0; gap: 12px; padding: 12px 16px 16px; }
  .short.stopped, .short.stopping, .short.locked, .short.too-late { padding: 12px 16px 16px; }
  @media (max-width: 600px) { article { min-height: 0; } }
`;
