/**
 * A real HTTP and WebSocket server on the loopback that serves the built page under the product's content policy and
 * plays live messages that a test gives it. It counts the orders it gets and can fall silent on purpose.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { WebSocketServer } from 'ws';
import type { OrderResult } from '../../firmware-bridge/contract/uplink.ts';
import { nuisanceReport, nuisanceWindow } from '../../server/domain/nuisance.ts';
import type { StopCount } from '../../server/domain/nuisance.ts';
import type { Away } from '../../server/contract/away.ts';
import type { DrillFigures } from '../../server/contract/drills.ts';
import type { RawFollow, Rejudged } from '../../server/contract/rejudged.ts';
import type { RawPiece } from '../../firmware-bridge/contract/raw-lines.ts';
import type { BenchView, LiveMessage, StoredEvidence, StoredStop } from '../../server/contract/live.ts';
import { alarmNoteBodySchema } from '../../server/contract/alarms.ts';
import type { AlarmNote, AlarmNoteBody } from '../../server/contract/alarms.ts';
import { confirmationBodySchema } from '../../server/contract/people.ts';
import type { Who } from '../../server/contract/people.ts';
import { builtGallery } from './gallery/build-gallery.ts';
import { PlayedCases } from './played-cases.ts';
import type { CaseAnswer } from './played-cases.ts';
import { madePoint } from '../server/made-evidence.ts';
import { ADA, GRACE, madePerson, madeWho } from './made-people.ts';

export const DIST = join(import.meta.dirname, '../../web/dist');
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml',
};

export interface Play {
  views: BenchView[];
  /** What was said of alarms so far. */
  alarms: AlarmNote[];
  stops: StoredStop[];
  evidence: StoredEvidence[];
  stopCounts: StopCount[];
  figures: DrillFigures;
  /** Who asks: Ada as technician and manager at a bench PC, unless a test says otherwise. */
  who: Who;
  /** What a POST of an order is answered; `hang`: never. */
  answer: OrderResult | 'hang';
  /** What is answered about cases; null: a store without any. */
  cases: PlayedCases | null;
  /** The serial line: `after` as asked, and the lines of a moment. */
  raw: (after: number) => RawFollow;
  pastRaw: RawPiece;
  rejudged: Rejudged | null;
  /** What happened after a number, at one bench or at all. */
  away: (after: number, bench: string | null) => Away;
  /** Whether pages can open the live feed. */
  hasFeed: boolean;
  /** Of the program that the pages were fetched from. */
  version: string;
  /** When the pictures are taken; null: now. */
  nowMs: number | null;
}

export interface Posted {
  readonly path: string;
  readonly body: unknown;
}

const NO_CASES = new PlayedCases();
export const NOTHING: Away = { lastId: 1, fromIso: null, counts: { stops: 0, holds: 0, silences: 0, failedDrills: 0, drills: 0, resets: 0, service: 0 }, events: [] };
const NO_LINES: Pick<Play, 'raw' | 'pastRaw' | 'rejudged'> = { raw: () => ({ lines: [], next: 1, missed: 0 }), pastRaw: { lines: [], isCut: false }, rejudged: null };

const FIGURES: DrillFigures = {
  rig: 'VIRTUAL-1', count: 41, passed: 40, failed: 1, answered: 41, p50Us: 960, p99Us: 1430, worstUs: 91_000,
  drift: { firstUs: 910, lastUs: 980, changeUs: 70, isNotable: false },
};

export const stopWritten = (): OrderResult => ({ id: randomUUID(), ok: true, outcome: 'stop-written', refusal: null, tripId: '5C1E77A90001' });

export async function playServer(start: Partial<Play> = {}) {
  const play: Play = { views: [], alarms: [], stops: [], evidence: [], stopCounts: [], answer: stopWritten(), hasFeed: true, version: '0.1.0', nowMs: null, figures: FIGURES,
    cases: null, away: () => NOTHING, ...NO_LINES, who: madeWho(['technician', 'manager']), ...start };
  const posted: Posted[] = [];
  const nowMs = (): number => play.nowMs ?? Date.now();
  const sockets = new WebSocketServer({ noServer: true });
  const json = (response: ServerResponse, value: unknown): void => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };

  const aboutCases = (response: ServerResponse, told: CaseAnswer | null | undefined): void => {
    response.writeHead(told?.status ?? 404, { 'content-type': 'application/json' }).end(JSON.stringify(told?.body ?? {}));
  };

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://loopback');
    if (request.method === 'PUT') {
      let bytes = 0;
      for await (const chunk of request) bytes += (chunk as Buffer).length;
      return aboutCases(response, play.cases?.answer('PUT', path, searchParams, '', bytes, request.headers['content-type'] ?? ''));
    }
    if (request.method === 'POST') {
      let text = '';
      for await (const chunk of request) text += String(chunk);
      const told = play.cases?.answer('POST', path, searchParams, text, 0, '') ?? null;
      if (told !== null) {
        posted.push({ path, body: JSON.parse(text) });
        return aboutCases(response, told);
      }
      if (path === '/api/session/active') return json(response, { done: true });
      const noted = path.match(/^\/api\/benches\/([^/]+)\/alarm$/);
      if (noted !== null) return json(response, noteAlarm(noted[1] ?? '', alarmNoteBodySchema.parse(JSON.parse(text))));
      posted.push({ path, body: JSON.parse(text) });
      if (path === '/api/session/end') return json(response, { done: true });
      if (path.endsWith('/rejudge') && play.rejudged !== null) return json(response, play.rejudged);
      if (path === '/api/confirmations') return json(response, confirmed(text));
      if (play.answer !== 'hang') json(response, play.answer);
      return;
    }
    if (path === '/api/session') return json(response, play.who);
    if (path.endsWith('/raw')) return json(response, play.raw(Number(searchParams.get('after') ?? 0)));
    if (path.endsWith('/support-report')) return json(response, { text: 'Holdfast 0.1.0\nlink.open = true\n' });
    if (path.endsWith('/raw/past')) return json(response, play.pastRaw);
    if (path === '/api/people') return json(response, { people: [madePerson(ADA, ['technician', 'manager']), madePerson(GRACE, ['technician'])] });
    if (path.startsWith('/api/') && path.endsWith('/stops')) return json(response, { stops: play.stops, cursor: null });
    if (path.endsWith('/drills')) return json(response, { drills: [], figures: play.figures });
    if (path.endsWith('/telemetry')) return json(response, { points: pastMinutes(nowMs(), searchParams.get('to')) });
    if (path === '/api/nuisance') return json(response, nuisanceReport(nuisanceWindow(30, nowMs()), { virtual: true, restores: 84, counts: play.stopCounts }));
    if (path === '/api/events') return json(response, { events: play.evidence, lastId: 1 });
    if (path === '/api/away') return json(response, play.away(Number(searchParams.get('after')), searchParams.get('bench')));
    const told = (play.cases ?? NO_CASES).answer('GET', path, searchParams, '', 0, '');
    if (told !== null) return aboutCases(response, told);
    const isGallery = path.startsWith('/gallery');
    const file = join(isGallery ? await builtGallery() : DIST, extname(path) === '' ? 'index.html' : isGallery ? path.slice('/gallery'.length) : path);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': POLICY }).end(await readFile(file));
  };

  /** Kept, and told to every page, as the real one does. */
  const noteAlarm = (bench: string, { alarm, snoozeMinutes }: AlarmNoteBody): AlarmNote => {
    const note: AlarmNote = {
      id: randomUUID(), bench, alarm, by: { kind: 'person', name: ADA.code }, atIso: new Date().toISOString(),
      untilIso: snoozeMinutes === null ? null : new Date(Date.now() + snoozeMinutes * 60_000).toISOString(),
    };
    play.alarms.push(note);
    for (const page of sockets.clients) page.send(JSON.stringify({ type: 'alarm-noted', note }));
    return note;
  };

  const server = createServer((request, response) => void take(request, response));
  server.on('upgrade', (request, socket, head) => {
    if (!play.hasFeed) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (page) => page.send(JSON.stringify(snapshot())));
  });
  const snapshot = (): LiveMessage => ({
    type: 'snapshot', after: 1, version: play.version, store: { name: 'Store 014', virtual: true }, serverTimeIso: new Date(nowMs()).toISOString(), benches: play.views, recent: play.evidence, alarms: play.alarms,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the played server has no port');

  return {
    /** A feed that breaks off once, and is there again at once. */
    breakFeed: (): void => {
      for (const page of sockets.clients) page.terminate();
    },
    play,
    posted,
    url: `http://127.0.0.1:${address.port}`,
    /** Anything at all, also what no server of ours would say. */
    sendText: (text: string): void => {
      for (const page of sockets.clients) page.send(text);
    },
    /** A bench as it is now, to the pages and into the next snapshot. */
    show: (view: BenchView): void => {
      play.views = play.views.map((known) => (known.id === view.id ? view : known));
      for (const page of sockets.clients) page.send(JSON.stringify({ type: 'bench', bench: view }));
    },
    cutFeed: (): void => {
      play.hasFeed = false;
      for (const page of sockets.clients) page.terminate();
    },
    /** As the server does it when the session behind a page has ended. */
    closeFeed: (code: number): void => {
      for (const page of sockets.clients) page.close(code);
    },
    pages: (): number => sockets.clients.size,
    close: async (): Promise<void> => {
      for (const page of sockets.clients) page.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Believes everybody: what is confirmed, and by whom, is the real server's to judge. */
function confirmed(text: string) {
  const { act, subject, user } = confirmationBodySchema.parse(JSON.parse(text));
  return { id: `proof-of-${user ?? 'ada'}-for-${act}-made-up`, person: user === undefined ? ADA : GRACE, act, subject, expiresAtIso: new Date(Date.now() + 300_000).toISOString() };
}

/** Nine minutes of a quiet edge, one point a second, up to what is asked for. */
function pastMinutes(nowMs: number, toIso: string | null) {
  const now = Math.floor(Math.min(nowMs, toIso === null ? Infinity : Date.parse(toIso)) / 1000) * 1000;
  return Array.from({ length: 540 }, (_, index) => {
    const um = Math.round(84 + 6 * Math.sin(index / 17) + 3 * Math.sin(index / 5));
    const edge = (top: number) => { const heights = [0, Math.round(top / 2), top, Math.round(top / 3), 4]; return { minUm: heights, maxUm: heights, lastUm: heights }; };
    return madePoint('bench-1', now - (540 - index) * 1000, {
      deviationMinUm: um - 4, deviationMaxUm: um + 5, deviationLastUm: um, batteryMinPct: 71, batteryMaxPct: 71, batteryLastPct: 71, forceMinCn: 104, forceMaxCn: 118, forceLastCn: 110,
      deviceMinDc: 285, deviceMaxDc: 289, deviceLastDc: 287, probes: { left: edge(um + 5), right: edge(Math.round(um * 0.7)) }, samples: 10,
    });
  });
}
