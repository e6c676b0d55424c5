/**
 * How lists of stops and evidence look: a column of times, the words, the number at the end. One over the other, each over
 * the whole width and in columns of its own, so that a long list leaves no hole beside a short one.
 */
import { css } from 'lit';

export const historyLook = css`
  :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; }
  section { min-width: 0; padding: 20px; border: 1px solid var(--line); border-radius: var(--round-l); background: var(--paper); }
  h2 { font-size: var(--type-lead); line-height: 24px; padding-bottom: 12px; }
  .stops { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 540px), 1fr)); gap: 0 32px; }
  .lines { columns: 480px 2; column-gap: 32px; }
  li { display: grid; break-inside: avoid; grid-template-columns: minmax(84px, max-content) minmax(0, 1fr) auto; gap: 12px; padding: 8px 0; border-top: 1px solid var(--line); font-size: var(--type-note); line-height: 22px; overflow-wrap: anywhere; }
  .stops li { grid-template-columns: 116px minmax(0, 1fr) auto; padding: 12px 0; }
  .moment { display: inline-flex; align-items: center; min-height: 48px; font-weight: 600; }
  .when { color: var(--ink-quiet); white-space: nowrap; }
  h2 .waiting { margin-inline-start: 8px; font-size: var(--type-note); font-weight: 400; color: var(--ink-quiet); }
  hf-judge-stop { padding-top: 8px; }
  .bad { color: var(--stopped); font-weight: 700; }
  @media (max-width: 600px) {
    section { padding: 16px; }
    .stops li { grid-template-columns: minmax(0, 1fr); gap: 0; }
    li { grid-template-columns: minmax(72px, max-content) minmax(0, 1fr); }
    .lines code { display: none; }
  }
`;
