/** How the list of people looks from which one is chosen at a bench: big names, one under the other or side by side. */
import { css } from 'lit';

export const switchLook = css`
  :host { display: grid; gap: 16px; }
  .people { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr)); gap: 8px; }
  .people button { display: grid; gap: 0; width: 100%; min-height: 64px; border-color: var(--mark); overflow-wrap: anywhere; }
  small { font-weight: 400; font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
`;
