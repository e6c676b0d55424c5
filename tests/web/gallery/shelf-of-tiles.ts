/** The tile of a bench in every state that the tests know, and as it looks seen, stale, among many, and without a word of its rig. */
import { html } from 'lit';
import { readBench } from '../../../web/reading/voice.ts';
import type { Reading } from '../../../web/reading/voice.ts';
import '../../../web/parts/tile.ts';
import '../../../web/parts/counts.ts';
import { WHOLE_BOARD } from '../../../web/reading/board-view.ts';
import { benches, viewOf } from '../made-benches.ts';
import type { Piece, Readings, Shelf } from './shelf.ts';
import { readingOf } from './shelf.ts';

const tile = (title: string, reading: Reading, how: { readonly isSeen?: boolean; readonly isShort?: boolean; readonly isFeedLive?: boolean } = {}): Piece =>
  [title, html`<hf-tile .reading=${reading} .isFeedLive=${how.isFeedLive ?? true} .isSeen=${how.isSeen ?? reading.alarmId === null} .isShort=${how.isShort ?? false} .casesVersion=${0}></hf-tile>`];

export function tileShelves(readings: Readings): readonly Shelf[] {
  const old = (state: 'running' | 'committed'): Reading => readBench({ view: viewOf(benches[state](90), { ageMs: 14_000 }), receivedAtMs: 0 }, 0);
  const silent = readBench({ view: viewOf(benches.ready(91), { status: null, ageMs: null }), receivedAtMs: 0 }, 0);
  return [
    { name: 'Counts', look: 'wide', pieces: [['each is a filter', html`<hf-counts .readings=${[...readings.values()]} .view=${WHOLE_BOARD} .isOnBoard=${true}></hf-counts>`]] },
    { name: 'Tiles', look: 'middle', pieces: [...readings].map(([state, reading]) => tile(state, reading)) },
    { name: 'Tiles as things go on', look: 'middle', pieces: [
      tile('stopped, seen', readingOf(readings, 'stopped'), { isSeen: true }), tile('running, silent for 14 s', old('running')), tile('committed, silent for 14 s', old('committed')),
      tile('never heard', silent), tile('the feed is down', readingOf(readings, 'running'), { isFeedLive: false }),
    ] },
    { name: 'Tiles among many', look: 'narrow', pieces: ['stopped', 'running', 'waiting', 'ready'].map((state) => tile(`${state}, short`, readingOf(readings, state), { isShort: true })) },
  ];
}
