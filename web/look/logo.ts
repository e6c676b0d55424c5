/** The mark of Holdfast: a clamp that holds. */
import { svg } from 'lit';

export const logo = svg`<path d="M3 5h18M7 5v5h10V5M12 10v9M7 20h10" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"></path>`;
