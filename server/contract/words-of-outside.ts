/** What is said about other machines: where they reach the server, how long its certificate lasts, why there are no links. */

export const outsideEnglish = {
  at: (url: string): string => `Other machines reach it at ${url}.`,
  publicAt: (url: string, listen: string): string => `What comes in at ${url} is expected from its proxy at ${listen}.`,
  endsSoon: (day: string, days: number): string =>
    `The certificate for other machines ends on ${day}, in ${String(days)} ${days === 1 ? 'day' : 'days'}. Renew it with "npm run holdfast -- tls init", or where it came from.`,
  public: {
    what: 'This address takes briefs and shows the state of a device.',
    how: 'Open it by the link or the code that the store gave you. Without one there is nothing to see here.',
  },
} as const;
