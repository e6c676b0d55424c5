/**
 * What whoever takes the device needs: what it is, how it is, what was found and run, what the customer allows, and both
 * signatures. Nobody's private contact stands on it, and no story: they reach each other through the store.
 */
import { quantitiesFor } from '../../../firmware-bridge/contract/quantities.ts';
import { SCOPES_OF_CONSENT } from '../../contract/case-parts.ts';
import type { Signature } from '../../contract/case-private.ts';
import type { CaseDevice, CaseState, CaseTransfer } from '../../contract/case-state.ts';
import { casePartsEnglish } from '../../contract/words-of-case-parts.ts';
import { papersEnglish } from '../../contract/words-of-papers.ts';
import { restoreTable } from './certificate.ts';
import { isHeld } from './label.ts';
import { deviceName, idRows, paperHead, partyName, sayConditions, sayerFor } from './paper-frame.ts';
import type { PaperFrame, Sayer } from './paper-frame.ts';
import { apart, said, when } from './paper.ts';
import type { Block, Sheet, SignField } from './paper.ts';
import type { RestoreOnBench } from './restores-of-device.ts';

const words = papersEnglish.handover;
const { um } = quantitiesFor('en');

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
  const say = sayerFor(frame.timeZone);
  const devices = state.devices.filter(({ id }) => transfer.devices.includes(id));
  const [from, to] = [partyName(transfer.from, frame), partyName(transfer.to, frame)];
  const head = paperHead(frame.head);
  const warnings = papersEnglish.warnings;
  return {
    kind: 'handover-sheet', title: papersEnglish.titles['handover-sheet'], code: state.code, lead: words.lead(apart(from), apart(to)),
    blocks: [
      ...when<Block>(state.irreplaceable, { kind: 'warning', title: warnings.irreplaceable, text: warnings.irreplaceableDo }),
      ...when<Block>(devices.some((device) => device.suspectedBattery), { kind: 'warning', title: warnings.battery, text: warnings.batteryDo }),
      ...when<Block>(devices.some(({ id }) => findings.get(id)?.eraseArmed === true), { kind: 'warning', title: warnings.eraseArmed, text: warnings.eraseArmedDo }),
      ...devices.flatMap((device, index) => deviceBlocks(state, device, papersEnglish.whichDevice(index + 1, devices.length), findings.get(device.id) ?? null, say)),
      { kind: 'heading', text: words.what },
      {
        kind: 'facts',
        rows: said([
          [papersEnglish.from, from], [papersEnglish.to, to], [papersEnglish.purpose, transfer.purpose], [papersEnglish.seal, transfer.seal || papersEnglish.noSeal],
          [papersEnglish.method, [casePartsEnglish.methods[transfer.method], transfer.carrier].filter((part) => part !== '').join(', ')],
          [papersEnglish.conditionThen, transfer.condition], [papersEnglish.takenBy, say.moment(transfer.takenByIso)], [papersEnglish.back, transfer.backByIso === null ? null : say.day(transfer.backByIso)],
        ]),
      },
      ...consentBlocks(state),
      { kind: 'signatures', fields: [signField(words.given, from, transfer.given, given, say), signField(words.taken, to, transfer.taken, taken, say)] },
      ...linkBlocks(link),
      { kind: 'words', text: words.contact },
    ],
    head, headWords: papersEnglish.headWords(head.seq, head.hash),
  };
}

function linkBlocks(link: HandoverParts['link']): Block[] {
  if (link === 'none-here') return [];
  if (link === null) return [{ kind: 'words', text: words.noLink }];
  return [
    { kind: 'heading', text: words.link }, { kind: 'code', text: link.url, label: words.link, words: words.linkWords },
    ...when<Block>(link.pin !== null, { kind: 'secret', label: words.pin, text: link.pin ?? '', words: words.pinWords }),
  ];
}

function signField(title: string, party: string, signed: { readonly atIso: string; readonly how: keyof typeof casePartsEnglish.signedBy } | null, signature: Signature | null, { moment }: Sayer): SignField {
  const done = signed === null ? words.signHere : `${casePartsEnglish.signedBy[signed.how]}, ${moment(signed.atIso)}`;
  return { title: `${title}: ${apart(party)}`, signature, words: done };
}

export function deviceBlocks(state: CaseState, device: CaseDevice, title: string, findings: Findings | null, say: Sayer): Block[] {
  const { intake } = device;
  const parts = casePartsEnglish;
  return [
    { kind: 'heading', text: title },
    {
      kind: 'facts',
      rows: [
        [papersEnglish.device, deviceName(device)], ...idRows(device),
        ...said([
          [papersEnglish.condition, sayConditions(device) || papersEnglish.notSeenYet],
          [words.bend, sayBend(findings?.bend ?? null)],
          [papersEnglish.power, sayPower(device, say)],
          [papersEnglish.swelling, intake === null ? null : parts.tri[intake.swelling]], [papersEnglish.ghostTouch, intake === null ? null : parts.tri[intake.ghostTouch]],
          [papersEnglish.screenUsable, intake === null ? null : parts.tri[intake.screenUsable]], [papersEnglish.passcode, intake === null ? null : parts.passcodes[intake.passcode]],
          [papersEnglish.backup, intake === null ? null : parts.backups[intake.backup]], [papersEnglish.belongings, device.looks.belongings || papersEnglish.nothingElse],
          [papersEnglish.warnings.held, isHeld(state, device.id) ? parts.tri.yes : null],
        ]),
      ],
    },
    { kind: 'heading', text: words.ran },
    findings === null || findings.restores.length === 0 ? { kind: 'words', text: words.nothingRan } : restoreTable(findings.restores, say),
  ];
}

function sayPower({ intake, poweredOffAtIso }: CaseDevice, { moment }: Sayer): string {
  const off = poweredOffAtIso === null ? [] : [papersEnglish.poweredOff(moment(poweredOffAtIso))];
  if (intake === null) return off.join('');
  return [casePartsEnglish.powerStates[intake.power], ...(intake.batteryPercent === null ? [] : [papersEnglish.charge(intake.batteryPercent)]), ...off].join(', ');
}

const sayBend = (bend: Bend | null): string => (bend === null ? words.notMeasured : words.bendValue(um(bend.valueUm) ?? '', um(bend.limitUm ?? undefined), um(bend.uncertaintyUm ?? undefined), bend.bench));

export function consentBlocks({ consents }: Pick<CaseState, 'consents'>): Block[] {
  const heading: Block = { kind: 'heading', text: words.mayDo };
  const given = consents.filter(({ withdrawnAtIso }) => withdrawnAtIso === null);
  if (given.length === 0) return [heading, { kind: 'words', text: words.mayDoNothing }];
  const scopes = SCOPES_OF_CONSENT.filter((scope) => given.some((consent) => consent.scopes.includes(scope)));
  const not = SCOPES_OF_CONSENT.filter((scope) => !scopes.includes(scope));
  return [
    heading, { kind: 'list', items: scopes.map((scope) => casePartsEnglish.scopes[scope]) },
    { kind: 'words', text: [...when(not.length > 0, words.mayNot(not.map((scope) => casePartsEnglish.scopes[scope].toLowerCase()).join('; '))), ...given.flatMap(({ priceCap }) => (priceCap === '' ? [] : [words.upTo(apart(priceCap))]))].join(' ') },
  ];
}
