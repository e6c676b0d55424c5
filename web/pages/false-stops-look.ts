/** How the table of false stops looks: calm, numbers under each other; on a narrow page each rule is a block of its own. */
import { css } from 'lit';

export const falseStopsLook = css`
  .page { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; max-width: 1440px; margin-inline: auto; padding: 24px 28px 96px; }
  .back, .waiting a { display: inline-flex; align-items: center; min-height: 48px; }
  .back { font-weight: 600; }
  .waiting a { margin-inline-start: 12px; }
  h1 { font-size: var(--type-page); line-height: 36px; }
  section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; min-width: 0; padding: 24px; border: 1px solid var(--line); border-radius: var(--round-l); background: var(--paper); overflow-wrap: anywhere; }
  .sum { font-size: var(--type-title); line-height: 26px; font-weight: 700; }
  .over { display: inline-flex; align-items: center; gap: 8px; color: var(--waiting); font-weight: 700; }
  .over svg { flex: none; width: 18px; height: 18px; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: 12px 12px 12px 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top; }
  thead th { border-top: 0; padding-top: 0; font-size: var(--type-small); line-height: 20px; font-weight: 400; color: var(--ink-quiet); }
  .number { text-align: end; padding-inline-end: 20px; white-space: nowrap; }
  .rate { padding-inline-start: 12px; }
  tbody tr:last-child th, tbody tr:last-child td { border-top-color: var(--mark); }
  .interval { width: 120px; height: 12px; margin-top: 4px; }
  .rail { stroke: var(--rail); stroke-width: 4; }
  .band { stroke: var(--mark); stroke-width: 4; }
  .dot { fill: var(--ink); }
  .head { display: none; }
  .notes { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; max-width: 90ch; font-size: var(--type-note); line-height: 22px; color: var(--ink-quiet); }
  @media (max-width: 900px) {
    .page { padding: 16px 12px 120px; }
    section { padding: 16px; }
    thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    table, tbody { display: block; }
    tr { display: grid; grid-template-columns: repeat(5, auto); justify-content: space-between; gap: 4px 8px; padding: 12px 0; border-top: 1px solid var(--line); }
    th, td { padding: 0; border: 0; }
    tbody th, .rate, .budget { grid-column: 1 / -1; }
    .budget:empty { display: none; }
    .number { padding: 0; text-align: start; font-weight: 700; }
    .head { display: block; font-size: var(--type-small); line-height: 20px; font-weight: 400; color: var(--ink-quiet); }
  }
`;
