/** Finnish for the alarms of the page: their life, sound, notices, the screen that stays on. */
import type { alarmEnglish } from '../alarm-words.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const alarmFinnish: Said<typeof alarmEnglish> = {
  later: 'Torkku…',
  laterOn: (bench) => `Torkku, hälytys hetkeksi syrjään: ${bench}`,
  laterTitle: (bench) => `Hetkeksi hiljaa: ${bench}`,
  laterWhat: 'Kaikilla näytöillä, sinun nimelläsi. Se palaa itse. Uusi pysäytys tai uusi syy soi heti.',
  forMinutes: (minutes) => `${minutes} ${minutes === 1 ? 'minuutti' : 'minuuttia'}`,
  notNow: 'Ei nyt',
  seenBy: (name, when) => `Nähnyt ${name}, ${when}. Hälytys jää, kunnes työpiste kuitataan.`,
  seenHere: 'Hiljaa vain tällä näytöllä: liike ei tiedä siitä. Muut näytöt soivat yhä.',
  quietUntil: (when, left, name) => `Hiljaa, päättyy ${when} (jäljellä ${left}); ${name}. Sitten se soi taas.`,
  gone: 'Syy on poistunut. Kukaan ei ole sanonut nähneensä sitä.',
  bar: 'Hälytykset, joita kukaan ei ole nähnyt',
  show: 'Näytä työpiste',
  seen: 'Olen nähnyt sen',
  more: (count) => (count === 1 ? 'ja vielä yksi' : `ja vielä ${count}`),

  sound: 'Hälytysääni tällä sivulla',
  mute: 'Vaimenna 5 minuutiksi',
  unmute: (left) => `Ääni takaisin (${left})`,
  muteHint: 'Se, mikä nyt soi, on hiljaa. Uusi pysäytys kuuluu silti kerran.',
  volume: 'Voimakkuus',
  volumes: { '100': 'Täysi', '70': 'Pienempi', '40': 'Puolet', '20': 'Hiljainen' },
  tones: 'Kokeile ääniä',
  toneNames: { stopped: 'Pysäytetty', 'not-confirmed': 'Ei vahvistettu', 'too-late': 'Liian myöhäistä', 'step-back': 'Hätäseis, siirry kauemmas' },
  notices: 'Tämän tietokoneen ilmoitukset',
  noticesHint: 'Kun hälytys soi ja toinen ikkuna on edessä.',
  noticeOff: {
    'needs-https': 'Pois: selaimet sallivat ilmoitukset vain https-yhteydellä tai itse työpisteen PC:llä. “holdfast tls” ottaa https:n käyttöön.', 'not-here': 'Pois: tässä selaimessa ei ole ilmoituksia.',
    refused: 'Pois: tätä selainta on käsketty hylkäämään ne. Salli ne tälle osoitteelle sen asetuksissa.', off: 'Pois.',
  },
  noticeOn: 'Päällä.',
  awake: 'Näyttö pysyy päällä',
  awakeHint: 'Kun tämä sivu on edessä.',
  awakeOff: {
    'needs-https': 'Pois: selaimet sallivat sen vain https-yhteydellä tai itse työpisteen PC:llä. “holdfast tls” ottaa https:n käyttöön.',
    'not-here': 'Pois: tämä selain ei osaa sitä. Säädä tietokone niin, että sen näyttö pysyy päällä.', refused: 'Pois: tietokone kieltäytyi, luultavasti säästääkseen akkuaan.', off: 'Pois.',
  },
  awakeOn: 'Päällä.',
  dim: 'Himmennä, kun ketään ei ole, viive',
  dims: { '5': '5 min', '10': '10 min', '30': '30 min', off: 'Ei koskaan' },
  dimHint: 'Ensimmäinen kosketus tai näppäin vain herättää sivun. Hälytys herättää sen itsestään.',
  turnOn: 'Ota käyttöön',
  turnOff: 'Poista käytöstä',
  shift: 'Testaa ääni ja pysäytys…',
};
