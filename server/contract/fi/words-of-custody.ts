/** Finnish words for the custody chain: why something was not added, why the server does not start, what a check found. */
import type { ChainFault } from '../custody-verdict.ts';
import type { AnchorKind } from '../custody.ts';
import type { Said } from '../languages.ts';
import type { CUSTODY_PROBLEMS_EN, custodyEnglish } from '../words-of-custody.ts';

export const CUSTODY_PROBLEMS_FI: typeof CUSTODY_PROBLEMS_EN = {
  'custody-key-unusable': {
    what: 'Säilytysketjun avainta {path} ei voi käyttää: {detail}.',
    usualCause: 'Tilakansio siirrettiin ilman sitä, tai kahden liikkeen tiedostot menivät sekaisin.',
    remedy: 'Tuo takaisin tämän liikkeen custody.key; jokaisessa varmuuskopiossa se on kopion vieressä. Vain jos se on kadonnut lopullisesti: siirrä siinä oleva pois ja aja sitten `npm run holdfast -- custody new-key --name NAME --reason REASON`. Suojaus toimii ilman palvelinta.',
  },
  'custody-wrong': { what: 'Tätä ei voi tehdä: {detail}.', usualCause: 'Väärin kirjoitettu tapaus, pää tai kansio.', remedy: 'Katso "holdfast help verify" ja "holdfast help custody".' },
  'event-id-used': { what: 'Tällä tunnisteella on jo kirjattu jotain muuta.', usualCause: 'Ohjelma käyttää samaa tunnistetta useille tapahtumille.', remedy: 'Lähetä jokaisen tapahtuman mukana uusi tunniste.' },
  'event-unfit': { what: 'Tätä ei voi kirjata: {detail}.', usualCause: 'Rikkinäinen merkki, desimaaliluku tai hyvin pitkä teksti.', remedy: 'Kirjoita se uudelleen, lyhyempänä tai kokonaisluvuin.' },
  'case-code-used': { what: 'Toisella tapauksella on tämä koodi.', usualCause: 'Kaksi tapausta sai saman koodin.', remedy: 'Yritä uudelleen: se saa toisen.' },
};

/** What was found at the first broken place. */
export const CHAIN_FAULTS_FI: Readonly<Record<ChainFault, string>> = {
  edited: 'sen sisältöä on muutettu jälkikäteen',
  reordered: 'se ei ole paikallaan: tapahtumien järjestys on vaihdettu',
  inserted: 'se on lisätty jälkikäteen',
  removed: 'tästä puuttuu yksi tai useampi tapahtuma',
  'wrong-signature': 'tämä liike ei ole allekirjoittanut sitä',
  'not-linked': 'se ei jatka edellistä tapahtumaa',
  'head-differs': 'erikseen säilytetty pää sanoo muuta',
};

export const ANCHORS_FI: Readonly<Record<AnchorKind, string>> = {
  label: 'tarra', receipt: 'asiakkaan vastaanottokuitti', 'handover-sheet': 'luovutuslomake', certificate: 'todistus', 'partner-copy': 'kumppanin kopio', mail: 'sähköposti', export: 'viety kopio', history: 'tulostettu historia', letter: 'kirje',
};

const events = (count: number): string => `${String(count)} ${count === 1 ? 'tapahtuma' : 'tapahtumaa'}`;

/** What a check says, for a terminal and for a page. */
export const custodyFinnish: Said<typeof custodyEnglish> = {
  case: (code, count) => `Tapaus ${code ?? '(ilman koodia)'}: ${events(count)}`,
  gone: (code) => `Tapaus ${code ?? ''}: tämä liike ei tunne sellaista tapausta`,
  intact: 'Eheä: jokainen tapahtuma on niin kuin se allekirjoitettiin, järjestyksessään.',
  broken: (seq, why) => `EI EHEÄ, tapahtuma ${String(seq)}: ${CHAIN_FAULTS_FI[why]}.`,
  complete: (seq, mark) => `Täydellinen tapahtumaan ${String(seq)} asti: ${mark}.`,
  notShown: 'Näin tämä liike sen kirjasi. Kun paperi on kädessä, --anchor ja sen QR-koodi todistavat sen.',
  noMark: 'Täydellinen mihin asti: mikään tämän liikkeen ulkopuolella ei muista tämän tapauksen päätä.',
  tail: (count, since) => `Ankkuroimatta: ${count === 0 ? 'ei mitään' : `${events(count)}${since === null ? '' : `, alkaen ${since}`}; jos ne katkaistaisiin pois, kukaan ei huomaisi`}.`,
  knowsMore: (mark, seq, missing) => `PAPERI TIETÄÄ ENEMMÄN: ${mark} tuntee tapahtuman ${String(seq)}; lopusta puuttuu ${events(missing)}.`,
  knowsOther: (mark, seq) => `PAPERI TUNTEE TOISEN TAPAHTUMAN: ${mark} ei täsmää, tapahtuma ${String(seq)}. Ketju rakennettiin uudelleen, tai sitä on muutettu ennen sitä.`,
  mark: (kind, ref, day) => [kind === null ? 'annettu pää' : ANCHORS_FI[kind], ref ?? '', day === null ? '' : `(${day})`].filter((part) => part !== '').join(' '),
  key: (fingerprint) => `Allekirjoitettu avaimella ${fingerprint}`,
  keyFile: {
    other: 'TILAKANSION SÄILYTYSKETJUN AVAIN ei ole se, jonka tietokanta tuntee, tai sitä ei voi lukea.',
    missing: 'Säilytysketjun avain ei ole tilakansiossa; tarkistukseen sitä ei tarvita.',
  },
  sum: (checked, bad) => (bad === 0 ? `Tarkistettu ${String(checked)}, kaikki pitävät.` : `Tarkistettu ${String(checked)}, ei pidä: ${String(bad)}.`),
  none: 'Yhtään tapausta, jossa olisi tapahtuma, ei vielä ole.',
};
