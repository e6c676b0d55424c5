/** What somebody chose for this browser and every page of it reads: the order of the tiles, and whether single letters act. */
import { KeptChoice } from '../reading/kept-choice.ts';
import { TILE_ORDERS } from '../reading/tile-order.ts';

export const tileOrder = new KeptChoice('holdfast-tile-order', TILE_ORDERS);
