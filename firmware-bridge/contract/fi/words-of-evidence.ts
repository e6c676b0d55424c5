/**
 * Finnish titles for one line of the history, by the kind of evidence. A kind that a newer bridge sends has its own
 * title here too; no title claims what only the body can say.
 */
import type { EvidenceKind } from '../evidence.ts';

export const evidenceFinnish: Readonly<Record<EvidenceKind, string>> = {
  'bridge-started': 'Holdfast käynnistyi työpisteen PC:llä',
  'bridge-stopping': 'Holdfast sulkeutuu työpisteen PC:llä',
  'port-opened': 'Portti avattu',
  'port-closed': 'Portti suljettu',
  'rig-handshaken': 'Kone yhdistetty',
  'problem-raised': 'Ongelma havaittu',
  'mode-changed': 'Työpisteen tila muuttui',
  'zone-changed': 'Palautus siirtyi toiselle vyöhykkeelle',
  'device-seated': 'Puhelin asetettu paikalleen',
  'device-left': 'Puhelin otettu pois',
  'restore-opened': 'Palautus avattu',
  'restore-ended': 'Palautus päättyi',
  'plan-announced': 'Suunnitelma ilmoitettu',
  'permit-granted': 'Lupa annettu',
  'permit-dropped': 'Lupa päättyi',
  tripped: 'Työpisteen suojaus laukesi',
  'cause-added': 'Toinen syy lisättiin',
  'receipt-changed': 'Pysäytyskuitti täydentyi',
  'trip-recovered': 'Laukeaminen koottu koneen muistista',
  'reset-done': 'Työpiste kuitattu',
  'order-refused': 'Käsky hylätty',
  'rig-event': 'Kone ilmoitti tapahtuman',
  'drill-done': 'Koepysäytys tehty',
  'service-changed': 'Poistettu tai otettu käyttöön',
  'facts-refused': 'Palvelimen tiedot hylätty',
  'database-confirmed': 'Palvelimen tietokanta vahvistettu',
  'guard-stalled': 'Työpisteen PC oli pysähdyksissä',
  'evidence-lost': 'Osa tallenteesta katosi',
  'black-box-head': 'Musta laatikko sinetöity tähän asti',
  note: 'Huomautus',
};

/** For a kind that this version does not know; it is stored and shown all the same. */
export const unknownEvidenceFinnish = 'Tapahtuma, jota tämä versio ei tunne';
