/**
 * `holdfast verify`: asks the server room's own program to check custody chains, and says its three verdicts apart. Ends with
 * 0 when every chain holds, 1 when one does not or paper speaks against it, 2 when it could not be checked.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { custodyRepliesSchema, isGood } from '../contract/custody-verdict.ts';
import type { ChainVerdict, CustodyCheck, Mark } from '../contract/custody-verdict.ts';
import { custodyEnglish } from '../contract/words-of-custody.ts';
import { askEntry, flags } from './ask-black-box.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { storeFolder } from './find-run.ts';
import { ENTRIES } from './project.ts';
import { indentText, wrapText } from './wrap-text.ts';

export interface VerifyOptions {
  readonly anchor?: readonly string[];
  readonly export?: string;
  readonly json?: boolean;
  readonly state?: string;
}

const SORRY = ['The chains could not be checked.', 'Run this as the user that runs Holdfast; if it repeats, keep the state folder and report this.'] as const;

const dayOf = (atIso: string | null): string | null => atIso?.slice(0, 10) ?? null;
const markText = ({ kind, ref, atIso }: Mark): string => custodyEnglish.mark(kind, ref, dayOf(atIso));

export function verdictText(verdict: ChainVerdict): string {
  const { code, intact, completeTo, shownTo, tail, against } = verdict;
  const contradictions = against.map((mark) => (mark.problem === 'knows-more'
    ? custodyEnglish.knowsMore(markText(mark), mark.seq, mark.missing)
    : custodyEnglish.knowsOther(markText(mark), mark.seq)));
  if (verdict.case === null) return [custodyEnglish.gone(code), ...contradictions.map(indentText)].join('\n');
  const said = [
    intact === null ? custodyEnglish.intact : custodyEnglish.broken(intact.seq, intact.why),
    ...(completeTo === null ? [custodyEnglish.noMark] : [custodyEnglish.complete(completeTo.seq, markText(completeTo))]),
    ...(completeTo === null || completeTo.shown ? [] : [custodyEnglish.notShown]),
    ...(shownTo === null || shownTo.seq === completeTo?.seq ? [] : [custodyEnglish.complete(shownTo.seq, markText(shownTo))]),
    custodyEnglish.tail(tail.events, dayOf(tail.sinceIso)),
    ...contradictions,
  ];
  return [custodyEnglish.case(code, verdict.events), ...said.map(indentText)].join('\n');
}

export function checkText({ chains, keys, keyFile }: CustodyCheck): string {
  const bad = chains.filter((verdict) => !isGood(verdict)).length;
  return [
    ...(chains.length === 0 ? [custodyEnglish.none] : chains.map(verdictText)),
    ...keys.map((key) => wrapText(custodyEnglish.key(key))),
    ...(keyFile === 'other' || keyFile === 'missing' ? [wrapText(custodyEnglish.keyFile[keyFile])] : []),
    ...(chains.length === 0 ? [] : [custodyEnglish.sum(chains.length, bad)]),
  ].join('\n');
}

export async function verifyCommand(asked: string | undefined, options: VerifyOptions, out: (text: string) => void): Promise<number> {
  if (options.export !== undefined && options.state !== undefined) throw new CommandRefusal('An exported chain is checked by itself.', 'Give --export or --state, not both.');
  const where = options.export === undefined
    ? { state: storeFolder(options.state, (folder) => existsSync(join(folder, 'server.sqlite'))) }
    : { export: resolve(options.export) };
  const check = await askEntry(ENTRIES.custody, ['verify', ...flags({ ...where, case: asked, anchor: options.anchor })], custodyRepliesSchema.verify, SORRY);
  out(options.json === true ? JSON.stringify(check, null, 2) : checkText(check));
  return check.chains.every(isGood) && check.keyFile !== 'other' ? EXIT_CODES.done : EXIT_CODES.failed;
}
