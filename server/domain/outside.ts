/** What other machines can reach of this server, and for how long: its certificate, its public address, the links made with it. */

export interface Certificate {
  /** As they stand in a Host header. */
  readonly names: readonly string[];
  readonly endsAtMs: number;
}

export interface Outside {
  /** Null: the server is reached from its own machine only. */
  readonly certificate: Certificate | null;
  /** The address of the store's own proxy or tunnel, without a path; null: the store offers no links. */
  readonly publicUrl: string | null;
}

const DAY_MS = 86_400_000;
const ENDS_SOON_DAYS = 30;

export interface Lasting {
  readonly endsAtIso: string;
  readonly daysLeft: number;
  readonly endsSoon: boolean;
}

export function lastingOf({ endsAtMs }: Certificate, epochMs: number): Lasting {
  const daysLeft = Math.floor((endsAtMs - epochMs) / DAY_MS);
  return { endsAtIso: new Date(endsAtMs).toISOString(), daysLeft, endsSoon: daysLeft < ENDS_SOON_DAYS };
}

export type PublicLink = { readonly link: string } | { readonly refusal: 'links-need-public-url' };

/** A link that works outside the store. `path` begins with one slash: a second one would name another site. */
export function publicLink({ publicUrl }: Pick<Outside, 'publicUrl'>, path: string): PublicLink {
  if (publicUrl === null) return { refusal: 'links-need-public-url' };
  if (!/^\/(?![/\\])[^\s\\]*$/.test(path)) throw new RangeError(`a link needs a path of this site, not ${path}`);
  return { link: `${publicUrl}${path}` };
}
