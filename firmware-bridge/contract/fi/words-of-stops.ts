/**
 * Finnish for a stop and what it did: receipt, operator's call, outcome for the data. These texts never claim more than
 * was proved, and a person's safety comes before every word about cable, power or data.
 */
import type { Outcome } from '../interlock.ts';
import type { Receipt } from '../receipt.ts';
import type { Trip } from '../trip.ts';
import type { TripFlag } from '../words-of-stops.ts';
import type { Finding, Titled } from '../words-shape.ts';

const personFirst = 'Jos puhelin on kuuma, turvonnut tai savuaa: paina hätäseis-painiketta ja siirry kauemmas.';
const keepIn = 'Jos ei: älä irrota kaapelia äläkä katkaise virtaa, ennen kuin palautus on päättynyt.';

export const outcomesFinnish: Readonly<Record<Outcome, Finding>> = {
  intact: {
    title: 'Tiedot ovat koskemattomat',
    what: 'Palautus päättyi ennen ensimmäistä kirjoitusta. Puhelimen tiedot ovat niin kuin olivat.',
    whatToDo: 'Älä aloita tässä palautusta. Kysy päälliköltä, mitä seuraavaksi.',
  },
  unknown: {
    title: 'Tietojen säilymistä ei ole osoitettu',
    what: 'Viimeinen todistettu vaihe oli lähellä paluurajaa. Kukaan ei ole osoittanut tietojen säilyneen, eikä kukaan ole osoittanut niiden kadonneen.',
    whatToDo: 'Kohtele niitä pelastettavina. Älä kytke puhelimeen virtaa. Kysy pelastuslaboratoriolta.',
  },
  destroying: {
    title: 'Tyhjennys alkoi, loppua ei nähty',
    what: 'Tietoja tuhoavan vaiheen nähtiin alkavan. Ei tiedetä, miten pitkälle se eteni.',
    whatToDo: 'Noudata, mitä tämä työpiste sanoo kaapelista ja virrasta. Älä lupaa mitään. Kysy pelastuslaboratoriolta, ennen kuin mitään muuta yritetään.',
  },
  destroyed: {
    title: 'Puhelimen tiedot tyhjennettiin',
    what: 'Kone ilmoitti tyhjennyksestä, joka päättyi.',
    whatToDo: 'Kerro päällikölle nyt. Etsikää yhdessä kopioita: perheen muut puhelimet, tietokoneet, pilvi, viestit.',
  },
  kept: {
    title: 'Päivitetty, aikoi säilyttää tiedot',
    what: 'Tiedot säilyttävän päivityksen nähtiin päättyvän. Kukaan ei ole katsonut itse tietoja.',
    whatToDo: 'Anna omistajan katsoa hänelle tärkein, ennen kuin puhelin lähtee liikkeestä.',
  },
};

export const receiptStatesFinnish: Readonly<Record<Receipt['state'], Finding>> = {
  'not-written': {
    title: 'Pysäytystä ei lähetetty',
    what: 'Koneelle ei lähetetty mitään: linjalla ei ollut konetta, tai keskeytys olisi tuottanut vain haittaa.',
    whatToDo: 'Katso konetta ja noudata, mitä tämä työpiste sanoo kaapelista ja virrasta.',
  },
  pending: {
    title: 'Pysäytys lähetetty, ei vielä vastausta',
    what: 'Pysäytys on matkalla. Kone ei ole vastannut.',
    whatToDo: 'Pysy työpisteellä ja seuraa vastausta.',
  },
  confirmed: {
    title: 'Pysäytetty, kone vahvisti',
    what: 'Kone vastasi juuri tähän pysäytykseen ja ilmoittaa pysähtyneensä. Itse puhelinta ei nähdä.',
    whatToDo: 'Jätä puhelin sellaisenaan, kunnes olet lukenut syyn.',
  },
  'too-late': {
    title: 'Liian myöhään: raja oli jo ohitettu',
    what: 'Palautus oli jo ohittanut paluurajan. Käynnissä oleva vaihe jatkuu.',
    whatToDo: `${personFirst} ${keepIn}`,
  },
  'not-confirmed': {
    title: 'EI VAHVISTETTU',
    what: 'Pysäytys lähetettiin ja toistettiin. Kone ei ole vahvistanut sitä.',
    whatToDo: 'Tee heti, mitä tämä työpiste pyytää.',
  },
};

export const operatorCallsFinnish: Readonly<Record<Trip['operator'], Finding>> = {
  nothing: {
    title: 'Ei mitään tehtävää käsin',
    what: 'Tämän laukeamisen vuoksi kenenkään ei tarvitse irrottaa tai pitää mitään.',
    whatToDo: `${personFirst} Jos ei: lue syy, ennen kuin kosket siihen.`,
  },
  'pull-device': {
    title: 'EI VAHVISTETTU: irrota puhelin nyt',
    what: 'Kone ei ole vahvistanut pysäytystä, eikä mikään kerro, että paluuraja olisi ohitettu.',
    whatToDo: `${personFirst} Jos ei: irrota puhelin nyt koneesta, kaapeli ensin.`,
  },
  'look-first': {
    title: 'Katso ensin konetta',
    what: 'Lupa oli annettu, eikä sen jälkeen ole tullut ilmoituksia. Palautus on voinut ohittaa paluurajan.',
    whatToDo: `${personFirst} Jos kone kirjoittaa tai tyhjentää: älä irrota kaapelia äläkä katkaise virtaa. Muuten: irrota puhelin koneesta, kaapeli ensin.`,
  },
  'keep-cable': {
    title: 'Älä irrota kaapelia tai katkaise virtaa',
    what: 'On liian myöhäistä pysäyttää turvallisesti. Keskeytys voi nyt jättää puhelimen, joka ei käynnisty.',
    whatToDo: `${personFirst} ${keepIn}`,
  },
  'step-back': {
    title: 'Hätäseis, sitten kauemmas',
    what: 'Jokin tällä työpisteellä voi vahingoittaa ihmisiä. Ihminen on puhelinta ja tietoja tärkeämpi.',
    whatToDo: 'Paina hätäseis-painiketta ja siirry kauemmas. Pidä muut loitolla. Kutsu päällikkö.',
  },
};

export const tripFlagsFinnish: Readonly<Record<TripFlag, Finding>> = {
  inDoubt: {
    title: 'Epäselvää: katso ensin konetta',
    what: 'Lupa oli annettu, eikä vyöhykkeestä ole sen jälkeen tullut ilmoitusta.',
    whatToDo: 'Katso konetta, ennen kuin kosket puhelimeen.',
  },
  eraseArmed: {
    title: 'Älä käynnistä: tyhjennys on viritetty',
    what: 'Puhelin voi tyhjentää itsensä, kun se seuraavan kerran käynnistyy.',
    whatToDo: 'Älä kytke puhelimeen virtaa. Kirjoita tämä sen tarraan ja kerro pelastuslaboratoriolle.',
  },
  dataAtStake: {
    title: 'Tiedot ovat vaarassa',
    what: 'Asiakkaan tiedot voivat riippua siitä, mitä seuraavaksi tapahtuu.',
    whatToDo: 'Kuittaukseen tarvitaan kaksi henkilöä.',
  },
  recovered: {
    title: 'Koottu koneen muistista',
    what: 'Holdfast ei ollut käynnissä tämän laukeamisen hetkellä, tai se on menettänyt oman tallenteensa siitä. Kone säilytti tämän.',
    whatToDo: 'Katso puhelinta ja konetta, ennen kuin kuittaat.',
  },
};

export const rungsFinnish: Readonly<Record<'0' | '1' | '2' | '3' | '4', Titled>> = {
  '0': { title: 'Pysäytystä ei kirjoitettu', what: 'Koneelle ei kirjoitettu pysäytystä.' },
  '1': { title: 'Ensimmäinen pysäytys', what: 'Pysäytys kirjoitettiin kerran.' },
  '2': { title: 'Pysäytys toistettu', what: 'Pysäytys kirjoitettiin uudelleen, koska vastausta ei tullut ajoissa.' },
  '3': { title: 'Pysäytys johdotuksella', what: 'Käytettiin toista porttia tai asetuksissa ilmoitettua johtoa, koska koneen linja ei tuonut vastausta.' },
  '4': { title: 'Ihminen pysäyttää', what: 'Ihminen kutsuttiin työpisteelle.' },
};
