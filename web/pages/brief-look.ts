/** How the brief looks: sections under each other at the width of a letter, pairs side by side, one large flag, one way to send. */
import { css } from 'lit';

export const briefLook = css`
  .page { max-width: 860px; }
  form > section { gap: 16px; }
  .two { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; align-items: end; }
  .questions { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 20px 24px; }
  label.flag { grid-template-columns: 28px minmax(0, 1fr); gap: 4px 16px; align-items: center; min-height: 72px; padding: 16px 20px; border: 2px solid var(--mark); border-radius: var(--round-l); cursor: pointer; }
  label.flag input { width: 28px; min-height: 28px; height: 28px; margin: 0; padding: 0; accent-color: var(--act); }
  label.flag span { display: grid; gap: 2px; }
  label.flag b { font-size: var(--type-title); line-height: 26px; }
  label.flag small { font-size: var(--type-body); line-height: 22px; }
  label.flag.on { border-color: var(--ink); background: var(--sunken); }
  label.flag.on small { color: var(--ink); }
  label.flag:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 3px; }
  label.flag input:focus-visible { outline: none; }
  .send { position: sticky; inset-block-end: var(--foot, 0px); display: grid; gap: 8px; padding: 12px 24px 20px; margin-inline: -24px; background: var(--ground); border-top: 1px solid var(--line); }
  .sent { gap: 16px; padding: 40px 32px; }
  .sent .acts { justify-content: start; }
  @media (max-width: 760px) {
    .two, .questions { grid-template-columns: minmax(0, 1fr); }
    .page { padding-block-end: 16px; }
    .send { margin-inline: -12px; padding-inline: 12px; }
  }
`;
