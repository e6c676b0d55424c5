/** How the pages of people, machines, audit and oneself look: one paper, rows under each other, each with its acts at the end. */
import { css } from 'lit';

export const roomLook = css`
  .page { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; max-width: 1440px; margin-inline: auto; padding: 24px 28px 96px; }
  .back { display: inline-flex; align-items: center; min-height: 48px; font-weight: 600; }
  .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 24px; }
  h1 { font-size: var(--type-page); line-height: 36px; }
  h2 { font-size: var(--type-lead); line-height: 24px; }
  section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; min-width: 0; padding: 24px; border: 1px solid var(--line); border-radius: var(--round-l); background: var(--paper); }
  .rows { display: grid; }
  .rows > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px 24px; align-items: center; padding: 12px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
  .rows > li:first-child { border-top: 0; }
  .name { font-weight: 700; }
  /* Who or what, what is known of it, what can be done: the same three columns in every row. */
  .rows.wide { grid-template-columns: 44px minmax(0, 5fr) minmax(0, 6fr) auto; column-gap: 24px; }
  .rows.wide > li { grid-column: 1 / -1; grid-template-columns: subgrid; min-height: 80px; }
  .rows.wide .name { font-size: var(--type-lead); line-height: 24px; }
  .rows.wide > li > .row-mark { align-self: start; }
  .row-mark { display: grid; place-items: center; width: 44px; height: 44px; border-radius: var(--round-m); background: var(--rail); color: var(--ink); font-weight: 700; letter-spacing: 0.02em; }
  .row-mark svg { width: 26px; height: 26px; }
  .gone .row-mark { background: none; border: 2px dashed var(--mark); color: var(--ink-quiet); }
  .gone .name { font-weight: 400; color: var(--ink-quiet); }
  .acts { display: flex; flex-wrap: wrap; gap: 8px; justify-content: end; }
  .acts button { padding-inline: 16px; font-weight: 600; }
  .acts button:not(.primary), .acts .button:not(.primary) { border: 1px solid var(--line); background: var(--sunken); }
  .acts button:not(.primary, [aria-disabled='true']):hover, .acts .button:not(.primary):hover { background: var(--rail); }
  .acts button[aria-disabled='true']:not(.primary) { border-style: dashed; background: none; }
  .acts.left { justify-content: start; }
  .why { font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
  .tag { display: inline-block; padding: 0 8px; border-radius: var(--round-s); background: var(--sunken); color: var(--ink); font-size: var(--type-small); line-height: 22px; font-weight: 400; }
  @media (max-width: 760px) {
    .page { padding: 16px 12px 120px; }
    section { padding: 16px; }
    .rows > li { grid-template-columns: minmax(0, 1fr); }
    .rows.wide { grid-template-columns: 44px minmax(0, 1fr); column-gap: 16px; }
    .rows.wide > li > :not(.row-mark) { grid-column: 2; }
    .rows.wide > li > .acts { grid-column: 1 / -1; }
    .acts { justify-content: start; }
    .acts button { flex: 1 1 auto; }
  }
`;
