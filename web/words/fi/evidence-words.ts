/** Finnish for the details of a line of evidence that no contract has words for. */
import type { evidenceEnglish } from '../evidence-words.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const evidenceFinnish: Said<typeof evidenceEnglish> = {
  version: (version, benches) => `versio ${version}, ${benches === 1 ? '1 työpiste' : `${benches} työpistettä`}`,
  stop: (id) => `pysäytys ${id}`,
  stopOf: (cause, id) => `${cause}, pysäytys ${id}`,
  stopBecause: (id, reason) => `pysäytys ${id}: ${reason}`,
  rig: (serial, model, firmware) => `${serial}, ${model}, laiteohjelmisto ${firmware}`,
  fromTo: (from, to) => `${from} – ${to}`,
  drillPassed: (after) => `onnistui, aika ${after ?? 'ei tiedossa'}`,
  returnedBy: (who) => `takaisin käyttöön ottanut ${who}`,
  takenOutBy: (who, reason) => `käytöstä poistanut ${who}: ${reason}`,
  lines: (count) => (count === 1 ? '1 rivi' : `${count} riviä`),
  entries: (count, hash) => `${count === 1 ? '1 merkintä' : `${count} merkintää`}, ${hash}`,
  codes: {
    'seen-ended': 'nähtiin päättyneen', replaced: 'toinen palautus alkoi', 'other-rig': 'tässä vastaa toinen kone',
    stopped: 'pysäytetty', undone: 'luovuttu ennen rajaa', failed: 'epäonnistui', done: 'valmis',
    'restore-ended': 'palautus päättyi', handshake: 'kone aloitti alusta', 'rig-latched': 'kone oli pysähtynyt itse', tripped: 'tämä työpiste laukesi',
    stop: 'pysäytys', reset: 'kuittaus', drill: 'koepysäytys', judge: 'arvio',
    button: 'pysäytyspainike', estop: 'hätäseis', fallback: 'päivitys vaihtui tyhjennykseen', hot: 'laite kuuma', swelling: 'laite turpoaa', smoke: 'savua', force: 'mittapään voima',
    'other-database': 'toisesta tietokannasta', 'older-version': 'vanhempi kuin tunnettu',
    'restore-result': 'miten palautus päättyi', 'permissive-lost-in-committed': 'ehto petti rajan jälkeen', 'failed-update-remembered': 'epäonnistunut päivitys muistetaan',
    'wiring-failed': 'katkaisevaa johtoa ei voitu käyttää', 'wiring-released': 'katkaiseva johto vapautettiin', 'chassis-measured': 'runko mitattiin',
  },
  notReadable: 'tämä versio ei voi lukea tarkempia tietoja',
};
