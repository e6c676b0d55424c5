/**
 * The black box as text for a terminal of 80 columns: the three verdicts on a record, the table of stops then and now, the
 * first difference in words. Pure. It never calls a record complete beyond a head that somebody else knows.
 */
import type { BoxExport, BoxList, ComparedStop, ReplayReport } from '../../firmware-bridge/contract/replay-report.ts';
import { english } from '../../firmware-bridge/contract/words.ts';
import { indentText, wrapText } from './wrap-text.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Local wall clock, as the clock beside the bench shows it. */
function clock(ms: number, withMs = false): string {
  const at = new Date(ms);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
  return `${day} ${time}${withMs ? `.${String(at.getMilliseconds()).padStart(3, '0')}` : ''}`;
}

const number = new Intl.NumberFormat(english.locale, { maximumFractionDigits: 1 });
const period = (fromMs: number | null, toMs: number | null): string => (fromMs === null || toMs === null ? 'nothing' : `${clock(fromMs)} to ${clock(toMs)}`);
const megabytes = (bytes: number): string => `${number.format(bytes / 1024 / 1024)} MB`;

function chainText({ chain }: ReplayReport): string[] {
  const { completeUpTo, unanchored, last } = chain;
  const complete = completeUpTo === null
    ? 'No head of it was found elsewhere, so nobody can say whether its end is there.'
    : `Complete up to entry ${completeUpTo.count}: its head is known elsewhere.`;
  return [
    wrapText(chain.intact ? `Intact: entries ${chain.first} to ${last} follow from each other.` : 'NOT INTACT.'),
    ...chain.faults.map((fault) => {
      const words = english.chainFaults[fault.code];
      return indentText(`${words.title} (entries ${fault.from} to ${fault.to}${fault.place === '' ? '' : `; ${fault.place}`}). ${words.what}`);
    }),
    wrapText(complete),
    wrapText(unanchored === 0 ? 'Unanchored: nothing.' : `Unanchored: the last ${unanchored} entries, for which only this record speaks.`),
    ...chain.half.map((place) => wrapText(`Half a block at the end of a file, as a kill or a power cut leaves it: ${place}.`)),
  ];
}

function afterText({ afterMs }: ComparedStop): string {
  if (afterMs === null || afterMs === 0) return '';
  return ` by ${number.format(Math.abs(afterMs))} ms`;
}

function stopLine(stop: ComparedStop): string {
  const [one, words] = [stop.then ?? stop.now, english.stopVerdicts[stop.verdict]];
  const cause = one === null ? '' : english.causes[one.cause].title;
  const now = stop.then !== null && stop.now !== null && stop.now.cause !== stop.then.cause ? `; now: ${english.causes[stop.now.cause].title}` : '';
  return `  ${one === null ? '' : clock(one.wallMs, true)}  ${(one?.id ?? '').padEnd(12)}  ${`${words.title}${afterText(stop)}`.padEnd(20)}  ${cause}${now}`;
}

type Output = NonNullable<NonNullable<ReplayReport['first']>['then']>;

function outputText(output: Output | null): string {
  if (output === null) return 'nothing';
  if (output.is === 'bytes') return `“${output.bytes.replaceAll('\u0018', '<CAN>').replaceAll('\n', ' ').trim()}” to the rig`;
  const title = Object.entries(english.evidence).find(([kind]) => kind === output.kind)?.[1] ?? english.unknownEvidence;
  return `the note “${title}”`;
}

function differenceText({ first, stateDiffers, limits }: ReplayReport): string[] {
  const told = first === null ? [] : [wrapText(`First difference, at ${clock(first.wallMs, true)}: then ${outputText(first.then)}; today ${outputText(first.now)}.`)];
  if (first !== null && first.then?.is === 'did' && first.now?.is === 'did' && first.then.kind === first.now.kind) told.push(indentText('Both notes are of one kind; what stands in them differs (see --json).'));
  if (stateDiffers !== null) told.push(wrapText(`What the guard knew differs first at ${clock(stateDiffers.wallMs, true)}, in ${stateDiffers.at}.`));
  return told.length === 0 && Object.keys(limits).length === 0 ? ['Every byte to the rig and every note is the same, then and today.'] : told;
}

export function replayText(report: ReplayReport): string {
  const asked = Object.entries(report.limits).map(([name, value]) => `${name}=${value}`).join(', ');
  const differing = [...new Set(report.stops.map(({ verdict }) => verdict))].filter((verdict) => verdict !== 'same');
  return [
    `${report.bench ?? 'Record'}${report.virtual === true ? ' (VIRTUAL rig)' : ''}: ${period(report.fromMs, report.toMs)}`,
    `  ${number.format(report.bytesIn)} bytes from the rig, ${number.format(report.bytesOut)} to it, ${report.baud ?? '?'} baud`,
    ...chainText(report),
    ...(report.missing === 0 ? [] : [wrapText(`${report.missing} entries were never recorded; ${report.skipped} behind them could not be replayed.`)]),
    asked === '' ? 'Stops, then and with the rules of today:' : `Stops, then and with ${asked}:`,
    ...(report.stops.length === 0 ? ['  none'] : report.stops.map(stopLine)),
    ...differing.map((verdict) => indentText(`${english.stopVerdicts[verdict].title}: ${english.stopVerdicts[verdict].what}`)),
    ...differenceText(report),
  ].join('\n');
}

export function listText({ benches }: BoxList, stateDir: string): string {
  if (benches.length === 0) return wrapText(`Nothing is recorded in ${stateDir}.`);
  return benches.map((box) => [
    `${box.bench}: ${period(box.fromMs, box.toMs)}`,
    `  ${megabytes(box.bytes)} in ${box.files} files, entries ${box.first} to ${box.last}`,
    ...box.stops.map((stop) => `  ${clock(stop.wallMs, true)}  ${stop.id.padEnd(12)}  ${english.causes[stop.cause].title}`),
    ...(box.stops.length === 0 ? ['  no stop'] : []),
  ].join('\n')).join('\n');
}

export const exportText = (made: BoxExport): string => [
  made.file,
  `  ${number.format(made.bytes / 1024)} KB: ${period(made.fromMs, made.toMs)}`,
  ...(made.afterMs < 55_000 ? [indentText(`Only ${number.format(made.afterMs / 1000)} s after the stop are recorded until now.`)] : []),
  indentText('It holds the serial numbers of the phone. Give it only to those who may see them.'),
].join('\n');
