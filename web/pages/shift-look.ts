/** How the check at the start of a shift looks: one paper per question, the answers as rows that a glove can press. */
import { css } from 'lit';

export const shiftLook = css`
  .page { max-width: 900px; margin-inline: auto; padding: 28px 28px 96px; display: grid; gap: 20px; }
  h1 { font-size: var(--type-page); line-height: 36px; }
  h2 { font-size: var(--type-lead); line-height: 24px; }
  section { display: grid; gap: 12px; padding: 20px; border: 1px solid var(--line); border-radius: var(--round-l); background: var(--paper); min-width: 0; overflow-wrap: anywhere; }
  li { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 8px 24px; min-height: 64px; padding-block: 8px; border-top: 1px solid var(--line); }
  li:first-child { border-top: 0; }
  li b { display: block; }
  .acts { display: flex; flex-wrap: wrap; gap: 8px; justify-content: end; }
  .acts button { padding-inline: 16px; font-weight: 600; border: 1px solid var(--line); background: var(--sunken); }
  .acts button:hover { background: var(--rail); }
  .acts button[aria-disabled='true'] { border-style: dashed; background: none; }
  .acts button[aria-pressed='true'] { background: var(--ink); color: var(--paper); }
  .fine { color: var(--fine); font-weight: 700; }
  .bad { color: var(--stopped); font-weight: 700; }
  @media (max-width: 600px) { .page { padding: 20px 12px 96px; } section { padding: 16px; } li:has(button + button) { grid-template-columns: minmax(0, 1fr); padding-block: 12px; } .acts button { flex: 1; padding-inline: 8px; } }
`;
