/** One Finnish sentence for each thing that can have happened to a case, as the history and its print say it. */
import type { MessageSide } from '../case-messages.ts';
import type { CaseEventBody } from '../case-events.ts';
import type { BriefPart, DeviceIds } from '../case-parts.ts';
import type { HistoryWords, Sentences } from '../words-of-case-history.ts';
import { casePartsFinnish as parts } from './words-of-case-parts.ts';

const because = (why: string): string => (why === '' ? '.' : `: “${why}”`);
const idsOf = ({ serial, imei, ecid }: DeviceIds): string => [serial, imei, ecid].filter((id) => id !== null).join(', ');
const flag = (isSet: boolean): string => (isSet ? ' Sen tiedot ovat korvaamattomat.' : '');
const counted = (photos: number | null, videos: number | null, other: number | null): string => {
  const all = [photos === null ? '' : `kuvia ${String(photos)}`, videos === null ? '' : `videoita ${String(videos)}`, other === null ? '' : `muita tiedostoja ${String(other)}`].filter((part) => part !== '');
  return all.length === 0 ? '' : ` (${all.join(', ')})`;
};
const LINK_FOR = { customer: 'asiakkaalle', partner: 'kumppanille' } as const;
const TIED = { scanned: 'skannattiin', typed: 'kirjoitettiin', seated: 'asetettiin työpisteelle', stopped: 'pysäytettiin' } as const;
const TOLD_TO = { customer: 'asiakkaalle', agent: 'tukihenkilölle' } as const;

const messageNotes: Readonly<Record<`${MessageSide}-${MessageSide}`, string>> = {
  'customer-store': 'Asiakas kirjoitti liikkeelle linkin kautta.', 'customer-partner': 'Asiakas kirjoitti kumppanille linkin kautta; liike välittää sen.', 'partner-store': 'Kumppani kirjoitti liikkeelle linkin kautta.',
  'partner-customer': 'Kumppani kirjoitti asiakkaalle linkin kautta.', 'store-customer': 'Liike kirjoitti asiakkaalle; se on asiakkaan sivulla.', 'store-partner': 'Liike kirjoitti kumppanille; se on kumppanin sivulla.',
  'customer-customer': '', 'partner-partner': '', 'store-store': '',
};

const AMENDED: Readonly<Record<Exclude<BriefPart, 'irreplaceable'>, string>> = { story: 'tärkeä sisältö', contact: 'yhteystiedot', visit: 'käynnin aika', rescue: 'nopeat keinot tietoihin' };
/** An older entry names its parts as a new one does; one that changed only who filed it names none. */
const changedIn = ({ rows, expectedAtIso, rescue }: CaseEventBody<'brief-amended'>): string => {
  const changed = [rows.story === undefined ? '' : AMENDED.story, rows.contact === undefined ? '' : AMENDED.contact, expectedAtIso === undefined ? '' : AMENDED.visit, Object.keys(rescue ?? {}).length === 0 ? '' : AMENDED.rescue].filter((part) => part !== '');
  return changed.length === 0 ? '' : `: ${changed.join(', ')}`;
};

const sentences: Sentences = {
  'brief-filed': ({ irreplaceable }) => `Ennakkoilmoitus jätettiin.${flag(irreplaceable)}`,
  'walk-in-opened': ({ irreplaceable }) => `Asiakas tuli ilman ennakkoilmoitusta; tapaus avattiin.${flag(irreplaceable)}`,
  'opened-by-stop': ({ stop }) => `Tapauksen avasi pysäytys ${stop.stopId}, työpiste ${stop.bench}.`,
  'brief-amended': (body) => `Ennakkoilmoitusta muutettiin${changedIn(body)}.${flag(body.irreplaceable === true)}`,
  'brief-acknowledged': ({ storyRead }) => (storyRead ? 'Ennakkoilmoitus otettiin vastaan, tarina luettiin.' : 'Ennakkoilmoitus otettiin vastaan.'),
  'owner-named': ({ owner }) => `Tapauksen vastuuhenkilö on ${owner.code}.`,
  'customer-arrived': () => 'Asiakas tuli.',
  'no-show-recorded': ({ why }) => `Kukaan ei tullut${because(why)}`,
  'device-tied': ({ device, how, bench }) => `Laite ${idsOf(device.ids)} ${TIED[how]} ja liitettiin tapaukseen${bench === null ? '' : `, työpiste ${bench}`}.`,
  'device-identified': ({ ids, replaced, why }) => `${replaced ? 'Yksi tunniste oli väärä; oikea on' : 'Laitteesta tiedetään enemmän:'} ${idsOf(ids)}${because(why)}`,
  'device-untied': ({ deviceId, why, second }, { device }) => `${device(deviceId)} oli liitetty erehdyksessä ja poistettiin${second == null ? '' : `, mukana ${second.code}`}${because(why)}`,
  'irreplaceable-set': ({ irreplaceable, why, second }) => `Korvaamaton-merkintä ${irreplaceable ? 'tehtiin' : `poistettiin${second === null ? '' : `, mukana ${second.code}`}`}${because(why)}`,
  'unlock-asked': ({ deviceId, proof }, { device }) => `Aktivointilukituksen poistoa pyydettiin: ${device(deviceId)}. Ostotodistus: ${parts.purchaseProofs[proof].toLowerCase()}.`,
  'unlock-withdrawn': ({ deviceId, why }, { device }) => `Lukituksen poistoa ei enää haluta, ${device(deviceId)}${because(why)}`,
  'intake-recorded': ({ deviceId, intake }, { device }) => `${device(deviceId)} tutkittiin: ${[...intake.conditions.map((code) => parts.conditions[code].toLowerCase()), ...(intake.bendUm === null ? [] : [`taipuma ${String(intake.bendUm)} µm`])].join(', ') || 'mitään ei kirjattu'}.`,
  'photo-added': ({ fileSha256 }) => `Kuva lisättiin. Sen SHA-256:n alku on ${fileSha256.slice(0, 12)}.`,
  'no-photo-made': ({ deviceId, why }, { device }) => `Ei kuvaa, ${device(deviceId)}${because(why)}`,
  'consent-given': ({ relation, scopes, priceCap }) => `Asiakas (${parts.relations[relation].toLowerCase()}) allekirjoitti luvan: ${scopes.map((scope) => parts.scopes[scope].toLowerCase()).join('; ')}${priceCap === '' ? '' : `; enintään ${priceCap}`}.`,
  'consent-withdrawn': ({ why }) => `Asiakas perui suostumuksen${because(why)}`,
  'device-put-away': ({ deviceId, location, label }, { device }) => `${device(deviceId)} on ${parts.locations[location].toLowerCase()}${label === '' ? '' : ` (${label})`}.`,
  'battery-checked': ({ deviceId, swelling, warm, words }, { device }) => `Akku katsottiin, ${device(deviceId)}. Turvonnut: ${parts.tri[swelling].toLowerCase()}; lämmin: ${parts.tri[warm].toLowerCase()}${because(words)}`,
  'powered-off': ({ deviceId }, { device }) => `${device(deviceId)} sammutettiin.`,
  'hold-placed': ({ deviceId, stop }, { device }) => `${device(deviceId)} sai palautuskiellon: pysäytys ${stop.stopId}, työpiste ${stop.bench}.`,
  'hold-asked': ({ deviceId, why }, { device }) => `Palautuskieltoa pyydettiin, ${device(deviceId)}${because(why)}`,
  'hold-approved': ({ why }) => `Palautuskielto hyväksyttiin${because(why)}`,
  'hold-released': ({ why, second }) => `Palautuskielto poistettiin${second === null ? '' : `, mukana ${second.code}`}${because(why)}`,
  'erase-allowed': ({ deviceId, planHash, why, second }, { device }) => `Yksi tyhjentävä suunnitelma (${planHash.slice(0, 12)}) sallittiin puoleksi tunniksi, ${device(deviceId)}${second === null ? '' : `, mukana ${second.code}`}${because(why)}`,
  'transfer-prepared': ({ from, to, method, seal }, { party }) => `Luovutus valmisteltiin (${party(from)} – ${party(to)}): ${parts.methods[method].toLowerCase()}${seal === '' ? '' : `, sinetti ${seal}`}.`,
  'transfer-given': ({ signed }, { party }) => `Luovuttaja: ${party(signed.by)}. ${parts.signedBy[signed.how]}.`,
  'transfer-taken': ({ signed, sealIntact, condition }, { party }) => `Vastaanottaja: ${party(signed.by)}. ${parts.signedBy[signed.how]}. Sinetti ehjä: ${parts.tri[sealIntact].toLowerCase()}${because(condition)}`,
  'transfer-recalled': ({ why }) => `Luovutus peruttiin${because(why)}`,
  'step-called': ({ step, level, dueAtIso, people }, { moment }) => `“${parts.steps[step]}”: määräaika oli ${moment(dueAtIso)}, eikä vaihetta ole tehty. ${people.length === 0 ? 'Ketään ei ollut kutsuttavaksi.' : `Kutsuttu: ${parts.callLevels[level].toLowerCase()} (${people.map(({ code }) => code).join(', ')}).`}`,
  'call-answered': ({ why }) => `Miksi vaihetta ei ole vielä tehty${because(why)}`,
  'link-made': ({ whom, expiresAtIso }, { moment }) => `Linkki tehtiin ${LINK_FOR[whom]}; se toimii tähän asti: ${moment(expiresAtIso)}.`,
  'link-revoked': ({ why }) => `Linkki mitätöitiin${because(why)}`,
  'message-noted': ({ from, to, asksCall }) => `${messageNotes[`${from}-${to}`]}${asksCall ? ' Asiakas pyytää soittamaan.' : ''}`,
  'message-passed-on': () => 'Asiakkaan viesti välitettiin kumppanille.',
  'message-marked': ({ as }) => (as === 'unread' ? 'Viesti odottaa taas vastausta.' : 'Viesti ei tarvitse vastausta.'),
  'partner-stage-reported': ({ stage, expectedAtIso }, { moment }) => `Kumppani ilmoittaa: ${parts.partnerStages[stage].toLowerCase()}${expectedAtIso === null ? '' : `, arvio ${moment(expectedAtIso)}`}.`,
  'outcome-recorded': ({ deviceId, result, photos, videos, other, words }, { device }) => `${device(deviceId)}: ${parts.results[result].toLowerCase()}${counted(photos, videos, other)}${because(words)}`,
  'telling-queued': ({ who, about }) => `Sähköposti kirjoitettiin ${TOLD_TO[who]}: ${about === 'outcome' ? 'miten päättyi' : 'missä ollaan'}.`,
  told: ({ who, how, about }) => `${parts.told[who]}: kerrottu, ${about === 'outcome' ? 'miten päättyi' : 'missä ollaan'}, ${parts.toldHow[how].toLowerCase()}.`,
  'telling-failed': ({ who, why }) => `Sähköposti ${TOLD_TO[who]} ei tullut perille${because(why)}`,
  'abandonment-recorded': ({ deviceId, noticesSent, why }, { device }) => `Kukaan ei noutanut, ${device(deviceId)}; ilmoituksia lähetetty ${String(noticesSent)}${because(why)}`,
  'device-disposed': ({ deviceId, how, why }, { device }) => `${device(deviceId)} ${how === 'recycled-battery-safe' ? 'kierrätettiin, akku turvallisesti' : 'luovutettiin viranomaiselle'}${because(why)}`,
  noted: ({ words }) => `Huomautus: “${words}”`,
  corrected: ({ seq, why }) => `Merkintä ${String(seq)} on väärä${because(why)}`,
  'merged-into': ({ code, why }) => `Tapaus yhdistettiin tapaukseen ${code}${because(why)}`,
  absorbed: ({ code }) => `Tapaus ${code} yhdistettiin tähän.`,
  closed: ({ why }) => `Tapaus suljettiin${because(why)}`,
  reopened: ({ why }) => `Tapaus avattiin uudelleen${because(why)}`,
};

export const historyFinnish: HistoryWords = { sentences, device: 'laite', unknown: (kind) => `Tapahtui jotain, mitä tämä versio ei tunne: ${kind}.` };
