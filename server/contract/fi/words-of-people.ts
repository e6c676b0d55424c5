/** Finnish words for refusals that concern people, sign-in, machines and confirmations. None of them tells whether a user exists. */
import type { PEOPLE_PROBLEMS_EN } from '../words-of-people.ts';

const AGAIN = 'Vahvista uudelleen ja lähetä se heti.';
const OLD_PAGE = 'Vanha sivu.';

export const PEOPLE_PROBLEMS_FI: typeof PEOPLE_PROBLEMS_EN = {
  'token-unknown': { what: 'Tunnusta ei tunneta.', usualCause: 'Se mitätöitiin, tai se on toisen liikkeen.', remedy: 'Pyydä ylläpitäjältä uusi järjestelmien sivulta.' },
  'not-signed-in': { what: 'Kukaan ei ole kirjautunut sisään tässä.', usualCause: 'Istunto päättyi tai oli liian kauan käyttämättä.', remedy: 'Kirjaudu sisään. Rekisteröidyllä työpisteen PC:llä voi pysäyttää ilman kirjautumista.' },
  'right-missing': { what: 'Sinulla ei ole oikeutta tähän.', usualCause: 'Se on toisen roolin tehtävä: {holders}.', remedy: 'Pyydä työtoveria, jolla on oikeus, tai pyydä ylläpitäjää muuttamaan roolejasi.' },
  'manager-needed': { what: 'Päällikön on tehtävä tämä.', usualCause: 'Asiakkaan tiedot ovat vaarassa.', remedy: 'Kutsu päällikkö. Voit itse olla toinen vahvistaja.' },
  'sign-in-too-weak': { what: 'Tunnistekortti tai PIN ei riitä tähän.', usualCause: 'Henkilö vaihdettiin työpisteellä nopeasti.', remedy: 'Kirjaudu sisään salasanallasi.' },
  'sign-in-failed': { what: 'Nimi, salasana, PIN tai koodi ei ole oikein.', usualCause: 'Näppäilyvirhe, tai käytetty tai vanhentunut koodi.', remedy: 'Yritä uudelleen. Jos salasana on kadonnut, pyydä ylläpitäjältä kertalinkki.' },
  'code-needed': { what: 'Tarvitaan myös todennussovelluksesi koodi.', usualCause: 'Sovellus on otettu käyttöön tällä tilillä.', remedy: 'Näppäile kuusi numeroa, jotka sovellus nyt näyttää.' },
  'code-wrong': { what: 'Koodi ei sovi uuteen salaisuuteen.', usualCause: 'Sovellusta ei ole vielä otettu käyttöön, tai puhelimen kello on väärässä.', remedy: 'Skannaa kuva uudelleen ja näppäile koodi, jonka sovellus nyt näyttää.' },
  'too-many-tries': { what: 'Yrityksiä oli liikaa. Odotusaika minuutteina: {minutes}.', usualCause: 'Joku arvailee, tai ohjelmalla on vanha salasana.', remedy: 'Odota, tai kirjaudu rekisteröidyllä työpisteen PC:llä: sen yritykset lasketaan erikseen.' },
  busy: { what: 'Juuri nyt liian moni kirjautuu sisään.', usualCause: 'Ohjelma kokeilee monia salasanoja.', remedy: 'Yritä hetken kuluttua uudelleen.' },
  'bench-pc-needed': { what: 'Tunnistekortti tai PIN toimii vain rekisteröidyllä työpisteen PC:llä.', usualCause: 'Tätä selainta ei ole rekisteröity, tai sen evästeet poistettiin.', remedy: 'Kirjaudu sisään salasanallasi; päällikkö voi rekisteröidä tämän PC:n.' },
  'link-used': { what: 'Tämä linkki ei enää toimi.', usualCause: 'Se on käytetty, se on yli vuorokauden vanha, tai uudempi on tehty.', remedy: 'Pyydä ylläpitäjältä uusi.' },
  'first-admin-named': { what: 'Tällä liikkeellä on jo ylläpitäjä.', usualCause: 'Ensikäynnistyksen linkki avattiin uudelleen.', remedy: 'Kirjaudu sisään. Jos ainoa ylläpitäjä ei pääse sisään, aja "holdfast people reset" palvelimen omalla tietokoneella.' },
  'name-and-user-needed': { what: 'Tarvitaan nimesi ja käyttäjänimi.', usualCause: 'Kenttä jätettiin tyhjäksi.', remedy: 'Täytä molemmat.' },
  'password-guessable': { what: 'Tämä salasana on ensimmäisiä, joita joku kokeilisi.', usualCause: 'Tavallinen sana ja numeroita perässä, näppäimistön rivi tai oma nimesi.', remedy: 'Valitse kolme tai neljä sanaa, jotka eivät liity toisiinsa. Välilyönnit käyvät.' },
  'pin-easy': { what: 'Tämä PIN on ensimmäisiä, joita joku kokeilisi.', usualCause: 'Peräkkäiset numerot, sama numero monta kertaa tai puolikas kahdesti.', remedy: 'Valitse kuusi numeroa ilman järjestystä.' },
  'user-taken': { what: 'Jollakulla on jo tämä käyttäjänimi.', usualCause: 'Työtoveri, jolla on samankaltainen nimi; myös lähtenyt pitää nimensä.', remedy: 'Valitse toinen.' },
  'badge-taken': { what: 'Tämä tunnistekortti kuuluu jollekulle toiselle.', usualCause: 'Kaksi ihmistä käyttää samaa korttia.', remedy: 'Anna jokaiselle oma tunnistekortti.' },
  'last-admin': { what: 'Viimeisen ylläpitäjän on jäätävä.', usualCause: 'Kukaan muu ei voisi lisätä ihmisiä tai päättää istuntoja.', remedy: 'Tee ensin jostakusta toisesta ylläpitäjä.' },
  'no-such-person': { what: 'Sellaista henkilöä ei ole, tai hän on lähtenyt.', usualCause: OLD_PAGE, remedy: 'Katso henkilöluetteloa uudelleen.' },
  'no-such-machine': { what: 'Sellaista järjestelmää ei ole.', usualCause: OLD_PAGE, remedy: 'Katso järjestelmien luetteloa uudelleen.' },
  'no-such-session': { what: 'Sinulla ei ole sellaista istuntoa.', usualCause: 'Se on jo päättynyt.', remedy: 'Katso luetteloa uudelleen.' },
  'person-left': { what: 'Tämä henkilö on lähtenyt.', usualCause: 'Ylläpitäjä merkitsi hänet lähteneeksi hetki sitten.', remedy: 'Pyydä jotakuta toista.' },
  'provider-off': { what: 'Tässä liikkeessä kukaan ei kirjaudu tunnistuspalvelun kautta.', usualCause: 'Vanha sivu, tai `oidc:` poistettiin tiedostosta holdfast.yaml.', remedy: 'Kirjaudu sisään käyttäjänimellä ja salasanalla.' },
  'provider-unreachable': { what: 'Tunnistuspalveluun ei saa yhteyttä: {detail}.', usualCause: 'Tällä PC:llä ei ole verkkoa, tai palvelu ei toimi.', remedy: 'Kirjaudu sisään tämän liikkeen salasanalla, tai tunnistekortilla tai PIN-koodilla rekisteröidyllä työpisteen PC:llä.' },
  'provider-refused': {
    what: 'Kirjautuminen tunnistuspalvelun kautta ei onnistunut.',
    usualCause: 'Se kesti yli kymmenen minuuttia, alkoi toisessa selaimessa, tai liikkeessä ei ole ketään sillä käyttäjänimellä.',
    remedy: 'Aloita alusta. Tämän liikkeen ylläpitäjä lisää ihmiset, samalla käyttäjänimellä kuin tunnistuspalvelussa.',
  },
  'passkey-failed': { what: 'Pääsyavainta ei hyväksytty.', usualCause: 'Se kesti yli viisi minuuttia, tai pääsyavainta ei enää tunneta täällä.', remedy: 'Yritä uudelleen tai käytä salasanaasi.' },
  'passkey-name-needed': { what: 'Pääsyavaimet toimivat vain nimellä, eivät numero-osoitteella.', usualCause: 'Sivu avattiin osoitteella 127.0.0.1 tai muulla osoitteella.', remedy: 'Avaa se tällä PC:llä osoitteella http://localhost; muualla nimellä, joka on sen varmenteessa.' },
  'passkey-known': { what: 'Tämä pääsyavain tunnetaan jo.', usualCause: 'Se lähetettiin kahdesti.', remedy: 'Katso pääsyavaintesi luetteloa.' },
  'no-such-passkey': { what: 'Sinulla ei ole sellaista pääsyavainta.', usualCause: 'Se on jo poistettu.', remedy: 'Katso luetteloa uudelleen.' },
  'too-many-passkeys': { what: 'Sinulla on kymmenen pääsyavainta, ja enempää ei voi olla.', usualCause: 'Vanhat ovat jääneet.', remedy: 'Poista jokin, jota et enää käytä.' },
  'confirmation-unknown': { what: 'Vahvistusta ei tunneta.', usualCause: 'Sitä ei tehty, tai se katkesi.', remedy: AGAIN },
  'confirmation-used': { what: 'Vahvistus on jo käytetty.', usualCause: 'Pyyntö lähetettiin kahdesti.', remedy: AGAIN },
  'confirmation-expired': { what: 'Vahvistus on yli viisi minuuttia vanha.', usualCause: 'Jokin tuli väliin.', remedy: AGAIN },
  'confirmation-of-another-act': { what: 'Vahvistus koskee jotain muuta.', usualCause: 'Työpiste laukesi sillä välin uudelleen, tai tarkoitettiin toista työpistettä.', remedy: 'Lue, mitä nyt tarkoitetaan, ja vahvista uudelleen.' },
  'confirmation-of-another-person': { what: 'Vahvistus ei ole sisään kirjautuneelta henkilöltä.', usualCause: 'Joku vaihtoi henkilöä välissä.', remedy: 'Toimijan itse on vahvistettava.' },
};
