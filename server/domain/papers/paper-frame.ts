/** What every paper is handed beside the case: whose store it is, when it is made, and how times and devices are said in it. */
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import type { CustodyHead, PaperHead } from '../../contract/custody.ts';
import type { Partner } from '../../contract/partners.ts';
import type { Party } from '../../contract/case-parts.ts';
import { said } from './paper.ts';
import type { Row } from './paper.ts';
import type { ServerWords } from '../../contract/words-for.ts';

export interface PaperFrame {
  readonly storeName: string;
  readonly virtual: boolean;
  /** IANA name of the store's time zone. */
  readonly timeZone: string;
  readonly madeAtIso: string;
  readonly head: CustodyHead;
  /** In whose language it is made. */
  readonly words: ServerWords;
  readonly partnerOf: (id: string) => Pick<Partner, 'name' | 'address' | 'phone' | 'hours' | 'contactPerson' | 'words'> | null;
}

export interface Sayer {
  readonly day: (iso: string) => string;
  readonly moment: (iso: string) => string;
  readonly clock: (iso: string) => string;
}

export function sayerFor(timeZone: string, { locale }: Pick<ServerWords, 'locale'>): Sayer {
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
  const moment = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' });
  return { clock: (iso) => clock.format(new Date(iso)), day: (iso) => day.format(new Date(iso)), moment: (iso) => moment.format(new Date(iso)) };
}

export const paperHead = ({ code, seq, hash }: CustodyHead): PaperHead => ({ code, seq, hash });

export const deviceName = ({ looks }: Pick<CaseDevice, 'looks'>, { papers }: Pick<ServerWords, 'papers'>): string =>
  [looks.model, looks.colour, looks.storage].filter((part) => part !== '').join(', ') || papers.aPhone;

export const idRows = ({ ids }: Pick<CaseDevice, 'ids'>, { papers }: Pick<ServerWords, 'papers'>): Row[] =>
  said([[papers.serial, ids.serial], [papers.imei, ids.imei], [papers.ecid, ids.ecid]]);

export function partyName(party: Party, { storeName, partnerOf, words: { parts } }: Pick<PaperFrame, 'storeName' | 'partnerOf' | 'words'>): string {
  if (party.kind === 'store') return storeName;
  if (party.kind === 'partner' && party.partner !== null) return partnerOf(party.partner)?.name ?? parts.parties.partner;
  return parts.parties[party.kind];
}

/** Those that are meant; a device that was only named in a brief and never came is none to print of. */
export const devicesOn = ({ devices }: Pick<CaseState, 'devices'>, deviceId: string | null): readonly CaseDevice[] =>
  devices.filter((device) => (deviceId === null ? device.tiedAtIso !== null : device.id === deviceId));

export const sayConditions = ({ intake }: Pick<CaseDevice, 'intake'>, { parts }: Pick<ServerWords, 'parts'>): string =>
  (intake === null ? '' : [...intake.conditions.map((code) => parts.conditions[code]), ...(intake.words === '' ? [] : [intake.words])].join('; '));
