/**
 * How drills and service look on the page of a bench: two papers side by side, times under one line like a receipt, and
 * the button at the foot of each.
 */
import { css } from 'lit';

export const drillLook = css`
  :host { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr)); gap: 20px; }
  section { display: flex; flex-direction: column; gap: 12px; min-width: 0; padding: 20px; border: 1px solid var(--line); border-radius: var(--round-l); background: var(--paper); overflow-wrap: anywhere; }
  h2 { font-size: var(--type-lead); line-height: 24px; }
  .times { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 12px; padding-top: 8px; border-top: 3px solid var(--mark); }
  .times.passed { border-top-color: var(--fine); }
  .times dt { font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
  .times dd { font-weight: 700; white-space: nowrap; }
  .figures div { display: grid; grid-template-columns: 150px minmax(0, 1fr); gap: 12px; padding: 4px 0; border-top: 1px solid var(--line); font-size: var(--type-note); line-height: 22px; }
  .figures dt { color: var(--ink-quiet); }
  .obstacles { display: grid; gap: 8px; padding: 12px 16px; border-inline-start: 4px solid var(--waiting-mark); background: var(--sunken); font-size: var(--type-note); line-height: 22px; }
  button { align-self: start; margin-top: auto; }
  .told:empty { display: none; }
  @media (max-width: 600px) {
    section { padding: 16px; }
    button { align-self: stretch; }
  }
`;
