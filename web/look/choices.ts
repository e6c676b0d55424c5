/** What somebody chose for this browser and every page of it reads: the order of the tiles, and whether single letters act. */
import { KeptChoice } from '../reading/kept-choice.ts';
import { TILE_ORDERS } from '../reading/tile-order.ts';

/** A letter that acts can be pressed by a hand that slips, or said by a voice that types. WCAG 2.1.4 wants it to be switched off. */
export const letterKeys = new KeptChoice('holdfast-letter-keys', ['on', 'off']);

export const tileOrder = new KeptChoice('holdfast-tile-order', TILE_ORDERS);
