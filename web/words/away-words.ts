/** What the page says to whoever comes back to it. */
import { spoken } from './language.ts';

export const awayEnglish = {
  title: 'While you were away',
  since: (when: string) => `While you were away, since ${when}:`,
  counts: {
    stops: (count: number) => (count === 1 ? '1 stop' : `${count} stops`),
    holds: (count: number) => (count === 1 ? '1 phone held' : `${count} phones held`),
    silences: (count: number) => (count === 1 ? '1 time a rig was not heard' : `${count} times a rig was not heard`),
    failedDrills: (count: number) => (count === 1 ? '1 failed drill' : `${count} failed drills`),
    drills: (count: number) => (count === 1 ? '1 passed drill' : `${count} passed drills`),
    resets: (count: number) => (count === 1 ? '1 reset' : `${count} resets`),
    service: (count: number) => (count === 1 ? '1 change of service' : `${count} changes of service`),
  },
  more: 'Show',
  less: 'Hide',
  close: 'Close',
  others: (count: number) => (count === 1 ? '1 more stands on the page of its bench.' : `${count} more stand on the pages of their benches.`),
} as const;

export const awayWords = spoken(awayEnglish);
