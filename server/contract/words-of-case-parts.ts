/**
 * English words for everything a case is made of: stages, places, holds, conditions, consents, results, steps, gaps. Short,
 * said to a person; page, paper, mail and the public pages read this one table. Another language is the same type.
 */
import type {
  Backup, Capability, Condition, ConsentScope, HoldState, LocationKind, PartnerStage, PartyKind, PASSCODES, Place, PowerState, PurchaseProof, Relation, RescueQuestion,
  Result, SignedBy, Stage, Told, ToldHow, TransferMethod, TransferState, Tri, VerifiedBy,
} from './case-parts.ts';
import type { CaseActBody } from './case-acts.ts';
import type { CallLevel, Gap, StepName } from './case-state.ts';

type Of<Key extends string> = Readonly<Record<Key, string>>;
type Passcode = (typeof PASSCODES)[number];
export type Delivered = CaseActBody<'record-outcome'>['delivered'];

export interface CasePartsWords {
  readonly stages: Of<Stage>;
  readonly places: Of<Place>;
  readonly holdStates: Of<HoldState>;
  readonly transferStates: Of<TransferState>;
  readonly parties: Of<PartyKind>;
  readonly methods: Of<TransferMethod>;
  readonly signedBy: Of<SignedBy>;
  readonly partnerStages: Of<PartnerStage>;
  readonly results: Of<Result>;
  readonly delivered: Of<Delivered>;
  /** What is asked before arrival, as a question to the person. */
  readonly rescueQuestions: Of<RescueQuestion>;
  readonly tri: Of<Tri>;
  readonly conditions: Of<Condition>;
  readonly powerStates: Of<PowerState>;
  readonly passcodes: Of<Passcode>;
  readonly backups: Of<Backup>;
  readonly relations: Of<Relation>;
  /** What the customer allows, from the customer's mouth. */
  readonly scopes: Of<ConsentScope>;
  readonly verifiedBy: Of<VerifiedBy>;
  readonly purchaseProofs: Of<PurchaseProof>;
  readonly locations: Of<LocationKind>;
  readonly told: Of<Told>;
  readonly toldHow: Of<ToldHow>;
  readonly capabilities: Of<Capability>;
  /** What is to be done next: said to whoever works the case. */
  readonly steps: Of<StepName>;
  readonly gaps: Of<Gap['gap']>;
  /** Who is called when a step stays undone. */
  readonly callLevels: Of<CallLevel>;
}

export const casePartsEnglish: CasePartsWords = {
  stages: { announced: 'Announced', expected: 'Expected', open: 'Open', 'no-show': 'Nobody came', closed: 'Closed', merged: 'Merged into another case' },
  places: { 'with-customer': 'With the customer', 'in-store': 'In the store', 'on-the-way': 'On the way', 'with-partner': 'With the partner', returned: 'Given back', disposed: 'Disposed of' },
  holdStates: { provisional: 'Held by a stop', asked: 'Hold asked for', approved: 'Held', released: 'Released' },
  transferStates: { prepared: 'Prepared', given: 'Given, not yet taken', taken: 'Taken', recalled: 'Recalled' },
  parties: { customer: 'Customer', store: 'Store', partner: 'Partner' },
  methods: { 'in-person': 'Hand to hand', carried: 'Carried there by us', courier: 'By courier' },
  signedBy: { screen: 'Signed on the screen', link: 'Signed through the link', paper: 'Signed on paper', nobody: 'Not signed' },
  partnerStages: { received: 'Received', looking: 'Looking at it', 'waiting-for-parts': 'Waiting for parts', recovering: 'Saving the data', ready: 'Ready' },
  results: { all: 'Everything was saved', partial: 'A part was saved', none: 'Nothing could be saved', unrepaired: 'Given back unrepaired' },
  delivered: { drive: 'On a drive', download: 'As a download', 'new-device': 'On a new device', 'on-the-device': 'On the device itself', 'not-yet': 'Not handed over yet', nothing: 'Nothing to hand over' },
  rescueQuestions: {
    'trusted-computer': 'Is there a computer that the phone trusts?', 'cloud-backup': 'Is there a backup in the cloud?', 'passcode-typeable': 'Can the passcode be typed?',
    'ghost-touch': 'Does the screen touch by itself?', 'screen-readable': 'Can the screen be read?', 'started-since': 'Was it unlocked since it last started?',
  },
  tri: { yes: 'Yes', no: 'No', 'not-known': 'Not known' },
  conditions: {
    'screen-cracked': 'Screen cracked', 'screen-dark': 'Screen stays dark', 'back-cracked': 'Back cracked', 'frame-bent': 'Frame bent', 'frame-dented': 'Frame dented', 'screen-lifting': 'Screen lifts from the frame',
    water: 'Traces of water', 'buttons-stuck': 'Buttons stuck', 'port-damaged': 'Port damaged', 'camera-damaged': 'Camera damaged', scratched: 'Scratched', 'none-seen': 'No damage seen',
  },
  powerStates: { on: 'On', off: 'Off', restarting: 'Restarts again and again', 'not-known': 'Not known' },
  passcodes: { known: 'The customer knows it', 'not-known': 'Nobody knows it', none: 'There is none', 'not-asked': 'Not asked' },
  backups: { verified: 'Verified: date, size and one photo were seen', said: 'Said to exist, not seen', none: 'None', 'not-known': 'Not known' },
  relations: { owner: 'Owner', executor: 'Executor of the estate', 'next-of-kin': 'Next of kin', agent: 'Acts for the owner' },
  scopes: {
    diagnose: 'Look at it and measure it', 'data-only': 'Save the data, nothing else', repair: 'Repair it', 'open-device': 'Open it', 'go-to-partner': 'Hand it to a partner', erase: 'Erase it',
  },
  verifiedBy: { receipt: 'By the receipt', 'unlocked-it': 'Unlocked it', 'official-paper': 'By an official paper', 'known-to-store': 'Known to the store', 'not-verified': 'Not verified' },
  purchaseProofs: { 'original-receipt': 'Original receipt', 'store-record': 'Record of this store', 'identity-card': 'Identity card', none: 'None' },
  locations: { bench: 'On the bench', locker: 'In the locker', safe: 'In the safe', 'fire-safe': 'In the fire-safe box', counter: 'At the counter' },
  told: { customer: 'Customer', agent: 'Support agent' },
  toldHow: { mail: 'By mail', phone: 'By phone', 'in-person': 'In person', letter: 'By letter', 'nobody-to-tell': 'Nobody to tell' },
  capabilities: {
    'data-recovery': 'Data recovery', 'board-repair': 'Board repair', 'frame-straightening': 'Straightening of frames', 'battery-disposal': 'Disposal of batteries', 'water-damage': 'Water damage', 'screen-repair': 'Screen repair',
  },
  steps: {
    'acknowledge-brief': 'Read the story and take the brief', 'await-customer': 'The customer is expected', 'name-owner': 'Take the case over', 'tie-device': 'Scan or type the serial number', 'record-intake': 'Record what you see',
    'add-photo': 'Take a photo of the device', 'power-off': 'Switch the device off now', 'get-consent': 'Let the customer sign what is allowed', 'decide-hold': 'Decide about the hold', 'put-away': 'Put the device away and say where',
    'check-battery': 'Look at the battery', 'find-partner': 'Choose a partner and prepare the handover', 'sign-given': 'Let the giver sign', 'sign-taken': 'Let the taker sign', 'answer-message': 'Answer what was written', 'ask-partner': 'Ask the partner how it stands',
    'record-outcome': 'Record how it ended', 'tell-customer': 'Tell the customer', 'tell-agent': 'Tell the support agent', 'mend-telling': 'A mail did not arrive: tell it otherwise', 'give-back': 'Give the device back', close: 'Close the case',
  },
  gaps: {
    'given-not-taken': 'Given, and nobody has taken it', 'no-place-known': 'Nobody knows where it lies', 'partner-silent': 'The partner says nothing', 'seal-broken': 'The seal was broken', 'not-back-in-time': 'Not back in time',
  },
  callLevels: { here: 'A manager who is here', managers: 'Every manager', beyond: 'Support and administrators' },
};
