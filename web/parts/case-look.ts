/** How the parts of a case look: cards with a title, rows of facts, acts at the foot of each. */
import { css } from 'lit';

export const caseLook = css`
  :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
  h2 { font-size: var(--type-lead); line-height: 24px; }
  h3 { font-size: var(--type-body); line-height: 24px; }
  .card { display: grid; gap: 12px; padding: 16px; border: 1px solid var(--line); border-radius: var(--round-m); overflow-wrap: anywhere; }
  .facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; }
  .facts dt { color: var(--ink-quiet); }
  .acts { display: flex; flex-wrap: wrap; gap: 8px; }
  .acts button, .acts .button { padding-inline: 16px; font-weight: 600; }
  /* One act is the next one and is drawn so; what is only possible stays quiet. */
  .acts button:not(.primary), .acts .button:not(.primary) { border: 1px solid var(--line); background: var(--sunken); }
  .acts button:not(.primary, [aria-disabled='true'], [aria-pressed='true']):hover, .acts .button:not(.primary):hover { background: var(--rail); }
  .acts button[aria-disabled='true']:not(.primary) { border-style: dashed; background: none; }
  .why { font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
  .head { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
  .warn { padding: 12px 16px; border-inline-start: 4px solid var(--waiting-mark); border-radius: var(--round-s); background: var(--sunken); }
  .list { display: grid; gap: 12px; }
  details summary { min-height: 48px; padding: 12px 0; cursor: pointer; font-weight: 600; color: var(--ink-quiet); }
  details .acts { padding-bottom: 4px; }
  @media (max-width: 480px) { .facts { grid-template-columns: minmax(0, 1fr); } .facts dd { margin-bottom: 6px; } .acts button { flex: 1 1 auto; } }
`;
