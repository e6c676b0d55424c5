/** The customer's receipt: what was received and in which condition, what is allowed, what happens next, whom to ask. */
import type { Contact } from '../../contract/case-private.ts';
import type { CaseConsent, CaseDevice, CaseState } from '../../contract/case-state.ts';
import { nextForCustomer } from './next-for-customer.ts';
import { deviceName, devicesOn, idRows, paperHead, sayConditions, sayerFor } from './paper-frame.ts';
import type { PaperFrame, Sayer } from './paper-frame.ts';
import { apart, said as rowsSaid, when } from './paper.ts';
import type { Block, Sheet } from './paper.ts';
import type { ServerWords } from '../../contract/words-for.ts';

export interface ReceiptParts {
  readonly state: CaseState;
  readonly deviceId: string | null;
  readonly contact: Pick<Contact, 'name'> | null;
  readonly ownerName: string | null;
  /** Only where it was made a moment ago: nobody can tell it later. */
  readonly link: string | null;
  readonly linksPossible: boolean;
}

export function receiptOf({ state, deviceId, contact, ownerName, link, linksPossible }: ReceiptParts, frame: PaperFrame): Sheet {
  const { papers } = frame.words;
  const words = papers.receipt;
  const say = sayerFor(frame.timeZone, frame.words);
  const devices = devicesOn(state, deviceId);
  const head = paperHead(frame.head);
  return {
    kind: 'receipt', title: papers.titles.receipt, code: state.code, lead: words.lead(apart(frame.storeName)),
    blocks: [
      ...when<Block>(contact !== null, { kind: 'facts', rows: [[words.customer, contact?.name ?? '']] }),
      ...devices.flatMap((device, index) => deviceBlocks(device, papers.whichDevice(index + 1, devices.length), say, frame.words)),
      { kind: 'words', text: words.passcode },
      ...consentBlocks(state.consents.filter(({ withdrawnAtIso }) => withdrawnAtIso === null), say, frame.words),
      { kind: 'heading', text: words.next },
      ...devices.map((device): Block => ({ kind: 'words', text: `${devices.length > 1 ? `${apart(deviceName(device, frame.words))}: ` : ''}${nextForCustomer(state, device, frame.words)}` })),
      { kind: 'heading', text: words.ask },
      { kind: 'words', text: `${words.askWho(apart(frame.storeName), ownerName === null ? null : apart(ownerName), state.code)} ${words.fetch}` },
      ...when<Block>(link !== null, { kind: 'heading', text: words.follow }, { kind: 'code', text: link ?? '', label: words.follow, words: words.followWords }),
      ...when<Block>(link === null, { kind: 'words', text: linksPossible ? words.askLink : words.noLink }),
    ],
    head, headWords: papers.headWords(head.seq, head.hash),
  };
}

function deviceBlocks(device: CaseDevice, title: string, { moment }: Sayer, said: ServerWords): Block[] {
  const { intake, looks } = device;
  const { papers, parts } = said;
  return [
    { kind: 'heading', text: title },
    {
      kind: 'facts',
      rows: [
        ...rowsSaid([[papers.device, deviceName(device, said)]]), ...idRows(device, said),
        ...rowsSaid([
          [papers.received, intake === null ? null : moment(intake.atIso)],
          [papers.condition, sayConditions(device, said) || papers.notSeenYet],
          [papers.power, intake === null ? null : `${parts.powerStates[intake.power]}${intake.batteryPercent === null ? '' : `, ${papers.charge(intake.batteryPercent)}`}`],
          [papers.belongings, looks.belongings || papers.nothingElse],
        ]),
      ],
    },
  ];
}

function consentBlocks(consents: readonly CaseConsent[], { day }: Sayer, { papers: { receipt: words }, parts }: ServerWords): Block[] {
  const heading: Block = { kind: 'heading', text: words.allowed };
  if (consents.length === 0) return [heading, { kind: 'words', text: words.noConsent }];
  const scopes = [...new Set(consents.flatMap((consent) => consent.scopes))];
  return [
    heading,
    { kind: 'list', items: [...scopes.map((scope) => words.scopes[scope]), ...consents.flatMap(({ priceCap }) => (priceCap === '' ? [] : [words.upTo(apart(priceCap))]))] },
    {
      kind: 'words',
      text: [...when(!scopes.includes('erase'), words.notAllowed), ...consents.map(({ relation, signed }) => words.signedAs(parts.relations[relation], day(signed.atIso))), words.takeBack].join(' '),
    },
  ];
}
