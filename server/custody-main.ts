/**
 * The custody chains from the machine itself: `holdfast verify` and `holdfast custody` start this as a process of its own. A
 * check only reads; an export notes itself as an anchor; a new key needs a server that does not run.
 */
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BROKEN_NAMED_MAX, isGood } from './contract/custody-verdict.ts';
import type { ChainCheck, CustodyCheck } from './contract/custody-verdict.ts';
import { caseCodeSchema, parseHead } from './contract/custody.ts';
import type { PaperHead } from './contract/custody.ts';
import { fillWords, SERVER_WORDS_EN } from './contract/words.ts';
import { verifyChain, verifyGone } from './domain/custody/verify.ts';
import type { KeptChain } from './domain/custody/verify.ts';
import { uuid7 } from './domain/uuid7.ts';
import { detailOf, StartRefusal } from './start-refusal.ts';

const NAPI_MIN = 10;
const nowIso = (): string => new Date(Date.now()).toISOString();
const newUuid = (): string => uuid7(Date.now(), randomBytes(10));
const refuse = (detail: string): StartRefusal => new StartRefusal('custody-wrong', { detail });
const HERE = { address: 'this PC', machine: null } as const;

interface Given {
  readonly state: string;
  readonly case: string | null;
  readonly anchors: readonly PaperHead[];
  readonly folder: string | null;
  readonly out: string;
  readonly name: string;
  readonly reason: string;
}

const isMeant = ({ caseId, code }: KeptChain, asked: string): boolean => code === asked.toUpperCase() || caseId === asked.toLowerCase();

/** The chains that were asked for, each with the papers of its case; papers of cases that are not there come last. */
function check(chains: readonly KeptChain[], { case: asked, anchors }: Given, verify: (chain: KeptChain, shown: readonly PaperHead[]) => CustodyCheck['chains'][number]): CustodyCheck['chains'] {
  const meant = asked === null ? null : chains.find((chain) => isMeant(chain, asked)) ?? null;
  const code = meant === null ? asked?.toUpperCase() ?? null : meant.code;
  const foreign = code === null ? undefined : anchors.find((head) => head.code !== code);
  if (foreign !== undefined) throw refuse(`the head "${foreign.code}:${String(foreign.seq)}" is not of the case ${code ?? ''}`);
  if (asked !== null && meant === null && anchors.length === 0) throw refuse(`there is no case ${asked}`);
  const codes = new Set(anchors.map((head) => head.code));
  const wanted = chains.filter((chain) => (asked === null ? codes.size === 0 || (chain.code !== null && codes.has(chain.code)) : chain === meant));
  const gone = [...codes].filter((one) => !chains.some((chain) => chain.code === one));
  const of = (one: string | null): PaperHead[] => anchors.filter((head) => head.code === one);
  return [...wanted.map((chain) => verify(chain, of(chain.code))), ...gone.map((one) => verifyGone(of(one)))];
}

async function verify(given: Given): Promise<CustodyCheck> {
  const { fingerprintOf, hashOf, signedByOneOf } = await import('./store/custody-key.ts');
  if (given.folder !== null) {
    const { readFolder } = await import('./store/custody-folder.ts');
    const { chain, keys } = readFolder(given.folder);
    return { from: given.folder, keys: keys.map(fingerprintOf), keyFile: 'not-asked', chains: check([chain], given, (one, shown) => verifyChain(one, shown, hashOf, signedByOneOf(keys))) };
  }
  const { readCustody } = await import('./store/read-custody.ts');
  const { chains, keys, keyFile } = readCustody(given.state);
  return { from: given.state, keys: keys.map(fingerprintOf), keyFile, chains: check(chains, given, (one, shown) => verifyChain(one, shown, hashOf, signedByOneOf(keys))) };
}

/** The same verdicts, of every chain, as few lines: what the server asks for once a day. */
async function checkAll(given: Given): Promise<Omit<ChainCheck, 'atIso'>> {
  const { chains } = await verify({ ...given, case: null, anchors: [], folder: null });
  const broken = chains.filter((verdict) => !isGood(verdict)).map(({ case: caseId, code }) => ({ case: caseId, code }));
  return { chains: chains.length, events: chains.reduce((sum, { events }) => sum + events, 0), brokenCount: broken.length, broken: broken.slice(0, BROKEN_NAMED_MAX) };
}

async function inStore(what: 'list' | 'export', { state, case: asked, out }: Given): Promise<object> {
  const { openBesideServer } = await import('./store/open-database.ts');
  const { createStore } = await import('./store/create-store.ts');
  const { openCustodyKey } = await import('./store/custody-key.ts');
  const { createCustodyTable } = await import('./store/custody-table.ts');
  const { exportCustody } = await import('./store/custody-export.ts');
  const { writeFolder } = await import('./store/custody-folder.ts');
  const database = openBesideServer(state);
  try {
    const custody = createCustodyTable(database, openCustodyKey(database, state, nowIso()));
    if (what === 'list') return { heads: custody.heads().map((head) => ({ ...head, anchors: custody.anchors(head.case).length })) };
    if (asked === null) throw refuse('name the case to export');
    const atIso = nowIso();
    const exported = exportCustody(database, custody, custody.caseOf(asked.toUpperCase()) ?? asked.toLowerCase(), atIso);
    if (exported === null) throw refuse(`there is no case ${asked}, or nothing happened to it`);
    const { head, keys, files } = exported;
    writeFolder(out, files);
    const { audit } = createStore(database, newUuid, () => undefined);
    database.transaction(() => {
      // Something may have happened meanwhile: then the copy does not hold the head, and is no witness of it.
      if (custody.head(head.case)?.seq === head.seq) custody.anchor(head.case, { kind: 'export', atIso, ref: null });
      audit.append({ who: { kind: 'system', name: 'this PC' }, what: 'custody-exported', subject: `case:${head.code}`, why: null, from: HERE, detail: { seq: head.seq, hash: head.hash } }, atIso);
    }).immediate();
    return { folder: out, head, keys };
  } finally {
    database.close();
  }
}

async function newKey({ state, name, reason }: Given): Promise<object> {
  if (name.trim() === '' || reason.trim() === '') throw refuse('a new key needs --name and --reason');
  const { openDatabase } = await import('./store/open-database.ts');
  const { createStore } = await import('./store/create-store.ts');
  const { CUSTODY_KEY_FILE, fingerprintOf, knownKeys, readCustodyKey, replaceCustodyKey } = await import('./store/custody-key.ts');
  const { database, close } = openDatabase(state);
  try {
    if (knownKeys(database).length === 0) throw refuse('this store has no custody key yet; its first start makes one');
    if (readCustodyKey(state) !== null) throw refuse(`${CUSTODY_KEY_FILE} is there; if it is not the one of this store, move it away first`);
    const { audit } = createStore(database, newUuid, close);
    return database.transaction(() => {
      const { number } = replaceCustodyKey(database, state, nowIso());
      const key = knownKeys(database).map(fingerprintOf).at(-1) ?? '';
      audit.append({ who: { kind: 'unverified-name', name: name.trim() }, what: 'custody-key-made', subject: null, why: reason.trim(), from: HERE, detail: { number, key } }, nowIso());
      return { number, key };
    }).immediate();
  } finally {
    close();
  }
}

function readHead(text: string): PaperHead {
  const head = parseHead(text);
  if (head === null) throw refuse(`"${text.slice(0, 100)}" is no head; it reads HOLDFAST1:CODE:NUMBER:HASH`);
  return head;
}

function readGiven(): { readonly what: string; readonly given: Given } {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    strict: true, allowPositionals: true,
    options: { state: text, case: text, anchor: { type: 'string', multiple: true }, export: text, out: text, name: text, reason: text },
  });
  const anchors = (values.anchor ?? []).map(readHead);
  const asked = values.case ?? null;
  if (asked !== null && !caseCodeSchema.safeParse(asked.toUpperCase()).success && !/^[0-9a-f-]{36}$/i.test(asked)) throw refuse(`"${asked.slice(0, 60)}" is no case; a case is called by a code like K7Q2`);
  return {
    what: positionals[0] ?? '',
    given: { state: resolve(values.state ?? ''), case: asked, anchors, folder: values.export === undefined ? null : resolve(values.export), out: resolve(values.out ?? ''), name: values.name ?? '', reason: values.reason ?? '' },
  };
}

async function run(): Promise<object> {
  if (Number(process.versions.napi) < NAPI_MIN) throw new StartRefusal('runtime-too-old', { version: process.version });
  const { what, given } = readGiven();
  switch (what) {
    case 'verify': return verify(given);
    case 'check': return checkAll(given);
    case 'list': case 'export': return inStore(what, given);
    case 'new-key': return newKey(given);
    default: throw refuse('the commands are verify, check, list, export and new-key');
  }
}

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

process.umask(0o077);

try {
  say(await run());
} catch (error) {
  const refusal = error instanceof StartRefusal ? error : new StartRefusal('custody-wrong', { detail: detailOf(error) }, error);
  const words = SERVER_WORDS_EN[refusal.code];
  say({ refused: refusal.code, what: fillWords(words.what, refusal.params), remedy: fillWords(words.remedy, refusal.params) });
  process.exitCode = 2;
}
