/** How the charts lie under each other: the same width for all, so that one moment is one vertical line. */
import { css } from 'lit';

export const chartLook = css`
  .charts { display: grid; gap: 2px; border-radius: var(--round-m); touch-action: pan-y; }
  .one { position: relative; min-width: 0; }
  .name { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16px; min-height: 20px; padding-inline: 52px 8px; font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
  .name b { color: var(--ink); font-weight: 600; }
  .plot { min-width: 0; overflow: clip; cursor: crosshair; }
  .deviation .plot { height: 240px; }
  .force .plot, .device .plot { height: 76px; }
  .battery .plot { height: 104px; }
  p { padding-top: 4px; font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
  .read { min-height: 24px; color: var(--ink); }
  #hue { position: absolute; visibility: hidden; }
  .u-select { background: color-mix(in oklab, var(--act) 24%, transparent); }
  .u-cursor-x { border-right: 1px solid var(--ink-quiet); }
`;
