/** How every form looks: labels above their field with a hint between, fields for a gloved hand, what failed in one place. */
import { css } from 'lit';

export const formLook = css`
  form, .form { display: grid; gap: 16px; }
  label, fieldset { display: grid; gap: 4px; font-weight: 700; }
  fieldset { padding: 0; margin: 0; border: 0; min-width: 0; }
  legend { padding: 0 0 4px; }
  small { font-weight: 400; font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
  input, textarea, select { width: 100%; min-height: 48px; padding: 12px 12px; border: 2px solid var(--mark); border-radius: var(--round-m); background: var(--paper); color: var(--ink); font: 400 var(--type-body)/24px var(--text); }
  textarea { min-height: 76px; resize: vertical; }
  label.tick { grid-template-columns: 28px minmax(0, 1fr); gap: 0 12px; align-items: center; min-height: 48px; font-weight: 600; }
  label.tick input { width: 24px; min-height: 24px; height: 24px; margin: 0; padding: 0; accent-color: var(--act); }
  label.tick small { grid-column: 2; }
  .failed { padding: 12px 16px; border-inline-start: 4px solid var(--stopped); border-radius: var(--round-s); background: var(--sunken); overflow-wrap: anywhere; }
  .row { display: grid; grid-template-columns: 1fr 2fr; gap: 12px; }
  [role='alert']:empty { display: none; }
  .foot { position: sticky; inset-block-end: -24px; padding-block: 12px 24px; margin-block-end: -24px; background: var(--paper); }
  label.tick + label.tick { margin-top: 4px; }
`;
