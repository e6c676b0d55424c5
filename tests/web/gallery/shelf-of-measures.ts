/** What is measured and what became of it: number and limit, the drawn edge, conditions, the way to the point of no return, receipts, causes, facts, charts. */
import { html } from 'lit';
import '../../../web/parts/causes.ts';
import '../../../web/parts/chassis.ts';
import '../../../web/parts/drill-desk.ts';
import '../../../web/parts/facts.ts';
import '../../../web/parts/figure.ts';
import '../../../web/parts/headline.ts';
import '../../../web/parts/history.ts';
import { againstOf } from '../../../web/parts/limit-bar.ts';
import '../../../web/parts/metrics.ts';
import '../../../web/parts/nuisance.ts';
import '../../../web/parts/permissives.ts';
import '../../../web/parts/receipt.ts';
import '../../../web/parts/remeasure.ts';
import '../../../web/parts/timeline.ts';
import '../../../web/parts/track.ts';
import type { Piece, Readings, Shelf } from './shelf.ts';
import { readingOf } from './shelf.ts';

export function measureShelves(readings: Readings): readonly Shelf[] {
  const known = [...readings].flatMap(([state, reading]) => (reading.status === null ? [] : [{ state, reading, status: reading.status }]));
  const of = (state: string) => readingOf(readings, state).status;
  const frame = (state: string, isStale = false): Piece => [`${state}${isStale ? ', stale' : ''}`,
    html`<div class="paper"><hf-figure .frame=${of(state)?.frame} .isStale=${isStale}></hf-figure><hf-chassis .frame=${of(state)?.frame} .isStale=${isStale} edges="both"></hf-chassis></div>`];
  const against = againstOf(of('stopped')?.trip?.causes[0]?.params ?? {});
  return [
    { name: 'Headlines', look: 'narrow', pieces: known.map(({ state, reading }) => [state, html`<hf-headline .reading=${reading} .isFeedLive=${true}></hf-headline>`] as const) },
    { name: 'The measured edge', look: 'middle', pieces: [
      frame('running'), frame('stopped'), frame('ready'), frame('unplugged', true),
      ['against the limit', html`<div class="paper"><hf-limit-bar .against=${against ?? undefined}></hf-limit-bar></div>`],
      ['each metric', html`<div class="paper"><hf-metrics .frame=${of('measuredAgain')?.frame}></hf-metrics></div>`],
      ['measured again', html`<div class="paper"><hf-remeasure .progress=${of('measuredAgain')?.frame.remeasure}></hf-remeasure></div>`]] },
    { name: 'The way to the point of no return', look: 'middle', pieces: known.filter(({ status }) => status.restore !== null)
      .map(({ state, status }) => [state, html`<div class="paper"><hf-track .restore=${status.restore} .isPast=${status.committedEstablished}></hf-track></div>`] as const) },
    { name: 'Conditions', look: 'middle', pieces: ['running', 'waiting'].map((state) => [state, html`<div class="paper"><hf-permissives .rows=${of(state)?.permissives ?? []}></hf-permissives></div>`] as const) },
    { name: 'Receipts', look: 'middle', pieces: known.filter(({ status }) => status.trip !== null).map(({ state, status }) => [state, html`<div class="paper"><hf-receipt .trip=${status.trip} .isFull=${true}></hf-receipt></div>`] as const) },
    { name: 'Causes', look: 'middle', pieces: known.filter(({ status }) => status.trip !== null).map(({ state, status }) => [state, html`<div class="paper"><hf-causes .trip=${status.trip}></hf-causes></div>`] as const) },
    { name: 'Facts', look: 'wide', pieces: [['running', html`<div class="paper"><hf-facts .status=${of('running')}></hf-facts></div>`]] },
    { name: 'Over time', look: 'wide', pieces: [
      ['running', html`<div class="paper"><hf-timeline .reading=${readingOf(readings, 'running')} .time=${null}></hf-timeline></div>`],
      ['drills', html`<hf-drill-desk .status=${of('drillFailed')} .isStale=${false} .evidence=${[]}></hf-drill-desk>`],
      ['history', html`<hf-history .benchId=${'bench-1'} .evidence=${[]} .stopsVersion=${0}></hf-history>`], ['false stops', html`<hf-nuisance .stopsVersion=${0}></hf-nuisance>`]] },
  ];
}
