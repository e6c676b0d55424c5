/**
 * What a sealed row and a wrapped key are bound to: a row that is moved to another case, kind or key, and a key that is
 * moved to another case or store, no longer opens. One text for one place.
 */
import type { PrivateKind } from '../contract/private-data.ts';

const bytesOf = (parts: readonly string[]): Uint8Array => new TextEncoder().encode(JSON.stringify(parts));

export const rowBinding = (row: { readonly caseId: string; readonly kind: PrivateKind; readonly rowId: string; readonly keyId: string }): Uint8Array =>
  bytesOf(['holdfast-private-1', row.caseId, row.kind, row.rowId, row.keyId]);

export const keyBinding = (key: { readonly databaseId: string; readonly caseId: string; readonly kind: string; readonly keyId: string }): Uint8Array =>
  bytesOf(['holdfast-key-1', key.databaseId, key.caseId, key.kind, key.keyId]);
