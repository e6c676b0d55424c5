/** How a serial line looks: one line of the wire is one line, in the mono, and groups out of sight cost nothing. */
import { css } from 'lit';

export const serialLook = css`
  :host { display: block; padding-top: 8px; }
  summary { display: flex; align-items: center; gap: 8px; min-height: 48px; font-size: var(--type-lead); line-height: 24px; font-weight: 700; cursor: pointer; }
  summary::before { content: ''; width: 8px; height: 8px; border: solid var(--ink); border-width: 0 2px 2px 0; transform: rotate(-45deg); }
  details[open] summary::before { transform: rotate(45deg); }
  .tools { display: flex; flex-wrap: wrap; align-items: end; gap: 8px 16px; padding-block: 8px; }
  label { display: grid; gap: 4px; font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); flex: 1 1 220px; max-width: 420px; }
  input { width: 100%; min-height: 48px; padding: 8px 12px; border: 2px solid var(--mark); border-radius: var(--round-m); background: var(--paper); color: var(--ink); font: var(--type-body)/24px var(--mono); }
  .group { display: flex; flex-wrap: wrap; gap: 8px; }
  .tools button { font-size: var(--type-body); font-weight: 600; border-width: 1px; border-color: var(--mark); padding-inline: 12px; }
  .tools button[aria-pressed='true'] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
  .pause { min-width: 112px; }
  .waits { min-height: 22px; padding-bottom: 4px; color: var(--ink-quiet); font-variant-numeric: tabular-nums; }
  .is-paused { color: var(--ink); font-weight: 700; }
  .lines { height: 360px; overflow: auto; padding: 8px 12px; border-radius: var(--round-m); background: var(--sunken); font: var(--type-small)/20px var(--mono); }
  .some { content-visibility: auto; contain-intrinsic-size: auto 1000px; }
  .line { display: grid; grid-template-columns: max-content 16px minmax(0, 1fr); gap: 8px; overflow-wrap: anywhere; }
  .line span { color: var(--ink-quiet); }
  .out { color: var(--ink-quiet); }
  .stop { color: var(--stopped); font-weight: 700; }
  .gap { color: var(--waiting); font-weight: 700; }
  p { font-size: var(--type-note); line-height: 22px; }
  @media (max-width: 600px) { .line { grid-template-columns: max-content minmax(0, 1fr); } .line div { grid-column: 1 / -1; } }
`;
