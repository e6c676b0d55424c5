/** The name behind the code by which records know somebody of the store. Whoever is not known any more stays the code: records hold no names. */
import type { PeopleStore } from './people-port.ts';

export const staffName = ({ people }: Pick<PeopleStore, 'people'>, code: string): string => people.all().find((person) => person.code === code)?.name ?? code;
