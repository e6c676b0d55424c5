/**
 * What whoever takes the device needs: what it is, how it is, what was found and run, what the customer allows, and both
 * signatures. Nobody's private contact stands on it, and no story: they reach each other through the store.
 */
import { quantitiesFor } from '../../../firmware-bridge/contract/quantities.ts';
import { SCOPES_OF_CONSENT } from '../../contract/case-parts.ts';
import type { Signature } from '../../contract/case-private.ts';
import type { CaseDevice, CaseState, CaseTransfer } from '../../contract/case-state.ts';
import { restoreTable } from './certificate.ts';
import { isHeld } from './label.ts';
import { deviceName, idRows, paperHead, partyName, sayConditions, sayerFor } from './paper-frame.ts';
import type { PaperFrame, Sayer } from './paper-frame.ts';
import { apart, said as rowsSaid, when } from './paper.ts';
import type { Block, Sheet, SignField } from './paper.ts';
import type { RestoreOnBench } from './restores-of-device.ts';
import type { ServerWords } from '../../contract/words-for.ts';

export interface Bend {
  readonly valueUm: number;
  readonly limitUm: number | null;
  readonly uncertaintyUm: number | null;
  readonly bench: string | null;
}

/** What is known of one device beside the case. */
export interface Findings {
  readonly bend: Bend | null;
  readonly restores: readonly RestoreOnBench[];
  readonly eraseArmed: boolean;
}

export interface HandoverParts {
  readonly state: CaseState;
  readonly transfer: CaseTransfer;
  readonly findings: ReadonlyMap<string, Findings>;
  readonly given: Signature | null;
  readonly taken: Signature | null;
  /** Only where it was made a moment ago, and never again; `none-here`: who reads it has come by the link. */
  readonly link: { readonly url: string; readonly pin: string | null } | null | 'none-here';
}

export function handoverSheetOf({ state, transfer, findings, given, taken, link }: HandoverParts, frame: PaperFrame): Sheet {
  const { papers, parts } = frame.words;
  const words = papers.handover;
  const say = sayerFor(frame.timeZone, frame.words);
  const devices = state.devices.filter(({ id }) => transfer.devices.includes(id));
  const [from, to] = [partyName(transfer.from, frame), partyName(transfer.to, frame)];
  const head = paperHead(frame.head);
  const { warnings } = papers;
  return {
    kind: 'handover-sheet', title: papers.titles['handover-sheet'], code: state.code, lead: words.lead(apart(from), apart(to)),
    blocks: [
      ...when<Block>(state.irreplaceable, { kind: 'warning', title: warnings.irreplaceable, text: warnings.irreplaceableDo }),
      ...when<Block>(devices.some((device) => device.suspectedBattery), { kind: 'warning', title: warnings.battery, text: warnings.batteryDo }),
      ...when<Block>(devices.some(({ id }) => findings.get(id)?.eraseArmed === true), { kind: 'warning', title: warnings.eraseArmed, text: warnings.eraseArmedDo }),
      ...devices.flatMap((device, index) => deviceBlocks(state, device, papers.whichDevice(index + 1, devices.length), findings.get(device.id) ?? null, say, frame.words)),
      { kind: 'heading', text: words.what },
      {
        kind: 'facts',
        rows: rowsSaid([
          [papers.from, from], [papers.to, to], [papers.purpose, transfer.purpose], [papers.seal, transfer.seal || papers.noSeal],
          [papers.method, [parts.methods[transfer.method], transfer.carrier].filter((part) => part !== '').join(', ')],
          [papers.conditionThen, transfer.condition], [papers.takenBy, say.moment(transfer.takenByIso)], [papers.back, transfer.backByIso === null ? null : say.day(transfer.backByIso)],
        ]),
      },
      ...consentBlocks(state, frame.words),
      { kind: 'signatures', fields: [signField(words.given, from, transfer.given, given, say, frame.words), signField(words.taken, to, transfer.taken, taken, say, frame.words)] },
      ...linkBlocks(link, words),
      { kind: 'words', text: words.contact },
    ],
    head, headWords: papers.headWords(head.seq, head.hash),
  };
}

function linkBlocks(link: HandoverParts['link'], words: ServerWords['papers']['handover']): Block[] {
  if (link === 'none-here') return [];
  if (link === null) return [{ kind: 'words', text: words.noLink }];
  return [
    { kind: 'heading', text: words.link }, { kind: 'code', text: link.url, label: words.link, words: words.linkWords },
    ...when<Block>(link.pin !== null, { kind: 'secret', label: words.pin, text: link.pin ?? '', words: words.pinWords }),
  ];
}

function signField(title: string, party: string, signed: CaseTransfer['given'], signature: Signature | null, { moment }: Sayer, { papers, parts }: ServerWords): SignField {
  const done = signed === null ? papers.handover.signHere : `${parts.signedBy[signed.how]}, ${moment(signed.atIso)}`;
  return { title: `${title}: ${apart(party)}`, signature, words: done };
}

export function deviceBlocks(state: CaseState, device: CaseDevice, title: string, findings: Findings | null, say: Sayer, said: ServerWords): Block[] {
  const { intake } = device;
  const { papers, parts } = said;
  const words = papers.handover;
  return [
    { kind: 'heading', text: title },
    {
      kind: 'facts',
      rows: [
        [papers.device, deviceName(device, said)], ...idRows(device, said),
        ...rowsSaid([
          [papers.condition, sayConditions(device, said) || papers.notSeenYet],
          [words.bend, sayBend(findings?.bend ?? null, said)],
          [papers.power, sayPower(device, say, said)],
          [papers.swelling, intake === null ? null : parts.tri[intake.swelling]], [papers.ghostTouch, intake === null ? null : parts.tri[intake.ghostTouch]],
          [papers.screenUsable, intake === null ? null : parts.tri[intake.screenUsable]], [papers.passcode, intake === null ? null : parts.passcodes[intake.passcode]],
          [papers.backup, intake === null ? null : parts.backups[intake.backup]], [papers.belongings, device.looks.belongings || papers.nothingElse],
          [papers.warnings.held, isHeld(state, device.id) ? parts.tri.yes : null],
        ]),
      ],
    },
    { kind: 'heading', text: words.ran },
    findings === null || findings.restores.length === 0 ? { kind: 'words', text: words.nothingRan } : restoreTable(findings.restores, say, said),
  ];
}

function sayPower({ intake, poweredOffAtIso }: CaseDevice, { moment }: Sayer, { papers, parts }: ServerWords): string {
  const off = poweredOffAtIso === null ? [] : [papers.poweredOff(moment(poweredOffAtIso))];
  if (intake === null) return off.join('');
  return [parts.powerStates[intake.power], ...(intake.batteryPercent === null ? [] : [papers.charge(intake.batteryPercent)]), ...off].join(', ');
}

function sayBend(bend: Bend | null, { papers: { handover: words }, locale }: ServerWords): string {
  const { um } = quantitiesFor(locale);
  return bend === null ? words.notMeasured : words.bendValue(um(bend.valueUm) ?? '', um(bend.limitUm ?? undefined), um(bend.uncertaintyUm ?? undefined), bend.bench);
}

export function consentBlocks({ consents }: Pick<CaseState, 'consents'>, { papers: { handover: words }, parts }: ServerWords): Block[] {
  const heading: Block = { kind: 'heading', text: words.mayDo };
  const given = consents.filter(({ withdrawnAtIso }) => withdrawnAtIso === null);
  if (given.length === 0) return [heading, { kind: 'words', text: words.mayDoNothing }];
  const scopes = SCOPES_OF_CONSENT.filter((scope) => given.some((consent) => consent.scopes.includes(scope)));
  const not = SCOPES_OF_CONSENT.filter((scope) => !scopes.includes(scope));
  return [
    heading, { kind: 'list', items: scopes.map((scope) => parts.scopes[scope]) },
    { kind: 'words', text: [...when(not.length > 0, words.mayNot(not.map((scope) => parts.scopes[scope].toLowerCase()).join('; '))), ...given.flatMap(({ priceCap }) => (priceCap === '' ? [] : [words.upTo(apart(priceCap))]))].join(' ') },
  ];
}
