/** What may be asked of the links that customers and partners come by. Only hashes are kept; a link itself is shown once and known to nobody here. */
export interface NewLink {
  readonly id: string;
  readonly caseId: string;
  readonly whom: 'customer' | 'partner';
  readonly transferId: string | null;
  readonly tokenHash: string;
  readonly pinHash: string | null;
  readonly madeAtIso: string;
  readonly expiresAtIso: string;
}

export type HeldLink = Omit<NewLink, 'tokenHash' | 'pinHash'>;

export type PinTry =
  /** Counted before it is judged, so that many at once gain nothing. */
  | { readonly pinHash: string | null }
  | { readonly waitMs: number };

export interface Links {
  /** In the transaction of the act that made it. */
  keep(link: NewLink): void;
  byToken(tokenHash: string): HeldLink | null;
  used(id: string, atIso: string): void;
  /** How long it waits after wrong PINs, without counting one. */
  pinWaitMs(id: string, epochMs: number): number;
  tryPin(id: string, epochMs: number): PinTry;
  /** It was right: the count begins anew. */
  pinRight(id: string): void;
}
