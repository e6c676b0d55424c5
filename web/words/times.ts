/**
 * Wall clock times for people, in the zone of this computer, with the 24 hours that a log needs.
 */
import { pageLocale } from './language.ts';

const timeOfDay = new Intl.DateTimeFormat(pageLocale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat(pageLocale, { day: 'numeric', month: 'short' });

export const sayTimeOfDay = (atIso: string): string => timeOfDay.format(new Date(atIso));
const fineTime = new Intl.DateTimeFormat(pageLocale, { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });
/** To the thousandth of a second, for lines of a wire. */
export const sayFineTime = (atMs: number): string => fineTime.format(new Date(atMs));
export const sayDay = (atIso: string): string => day.format(new Date(atIso));
/** To the second, for what may be of another day. */
export const sayDayAndTime = (atIso: string): string => `${sayDay(atIso)}, ${sayTimeOfDay(atIso)}`;
/** Today's seconds help nobody in a list of people and machines. */
const moment = new Intl.DateTimeFormat(pageLocale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
export const sayMoment = (atIso: string): string => moment.format(new Date(atIso));
