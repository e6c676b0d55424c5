/** Finnish for people, machines and rights: names of roles and acts, why an action is not possible, the ways of signing in. */
import type { PeopleWords } from '../people-words.ts';

export const peopleFinnish: PeopleWords = {
  roles: { technician: 'teknikko', manager: 'päällikkö', support: 'tukihenkilö', auditor: 'tarkastaja', admin: 'ylläpitäjä' },
  roleHints: {
    technician: 'Työskentelee työpisteillä: pysäytys, koepysäytys, kuittaus, kun tiedot eivät ole vaarassa.',
    manager: 'Kuittaa myös, kun tiedot ovat vaarassa, ja rekisteröi työpisteiden PC:t.',
    support: 'Kirjoittaa ennakkoilmoituksia muualta. Ei näe työpisteitä.',
    auditor: 'Lukee kaiken, ei muuta mitään.',
    admin: 'Hoitaa henkilöitä ja järjestelmiä.',
  },
  machineKinds: { bridge: 'Silta', 'bench-pc': 'Työpisteen PC', 'wall-board': 'Seinätaulu', integration: 'Ohjelma' },
  scopes: { read: 'lukea työpisteitä ja tallenteita', stop: 'pysäyttää työpiste', drill: 'tehdä koepysäytys' },
  strengths: { quick: 'tunnistekortti tai PIN', password: 'salasana', 'two-factor': 'salasana ja koodi, tai pääsyavain' },
  acts: {
    reset: 'kuittaus', 'second-reset': 'kuittaus, toisena henkilönä', 'manage-people': 'henkilöiden muutos', 'manage-machines': 'järjestelmien muutos',
    'enrol-bench-pc': 'tämän PC:n rekisteröinti', 'own-secrets': 'omien salaisuuksiesi muutos',
    'decide-hold': 'päätös', 'second-decision': 'päätös, toisena henkilönä', 'decide-privacy': 'päätös henkilötiedoista',
  },
  notYours: {
    'not-signed-in': (holders) => `Kirjaudu ensin. Tätä voi tehdä: ${holders}.`,
    'right-missing': (holders) => `Sinulla ei ole tähän oikeutta. Tätä voi tehdä: ${holders}.`,
    'manager-needed': () => 'Päällikön on tehtävä tämä: asiakkaan tiedot ovat vaarassa. Voit olla toinen henkilö.',
    'sign-in-too-weak': () => 'Tunnistekortti tai PIN ei riitä tähän. Kirjaudu salasanallasi.',
  },
};
