/** How the pages look on which nobody is signed in yet: one paper in the middle, and nothing that distracts. */
import { css } from 'lit';

export const entryLook = css`
  .page { display: grid; gap: 20px; max-width: 520px; margin: 10vh auto 0; padding: 0 12px 64px; }
  .mark { display: flex; align-items: center; gap: 12px; font-size: var(--type-head); font-weight: 750; }
  .mark svg { width: 28px; height: 28px; }
  .mark span { color: var(--ink-quiet); font-size: var(--type-body); font-weight: 400; }
  section { display: grid; gap: 16px; padding: 28px; border: 1px solid var(--line); border-radius: var(--round-l); background: var(--paper); }
  h1 { font-size: var(--type-page); line-height: 36px; }
  details p { padding: 4px 0 8px; }
  summary { display: flex; align-items: center; min-height: 48px; cursor: pointer; font-weight: 600; text-decoration: underline; text-underline-offset: 3px; }
  summary::-webkit-details-marker { display: none; }
  .note { padding: 12px 16px; border-inline-start: 4px solid var(--mark); border-radius: var(--round-s); background: var(--sunken); }
  @media (max-width: 600px) { .page { margin-top: 20px; } section { padding: 20px 16px; } }
`;
