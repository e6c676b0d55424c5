/** A made chain with a real hash and real signatures, and the pieces to tamper with it. */
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { CustodyDraft, Json } from '../../../../server/contract/custody.ts';
import { linkEvents, START } from '../../../../server/domain/custody/chain.ts';
import type { HashOf, SignatureOf } from '../../../../server/domain/custody/chain.ts';
import type { IsSigned, KeptEvent } from '../../../../server/domain/custody/first-fault.ts';
import type { KeptChain } from '../../../../server/domain/custody/verify.ts';

export const CASE = '01991f5e-7a00-7000-8000-0000000000c1';
export const CODE = 'K7Q2';
export const AT = '2026-11-25T09:00:00.000Z';

export const hashOf: HashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

function newKey(): { readonly signatureOf: SignatureOf; readonly isSigned: IsSigned } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    signatureOf: (bytes) => sign(null, bytes, privateKey).toString('base64'),
    isSigned: (bytes, signature) => verify(null, bytes, publicKey, Buffer.from(signature, 'base64')),
  };
}
export const STORE = newKey();
export const FORGER = newKey();

export const draft = (index: number, body: Readonly<Record<string, Json>> = { index }): CustodyDraft => ({
  id: `01991f5e-7a00-7000-8000-${String(index).padStart(12, '0')}`, atIso: AT, actor: { kind: 'person', name: 'P-7QK2X0' }, kind: 'handed-over', body,
});

export function madeEvents(bodies: readonly Readonly<Record<string, Json>>[], signatureOf: SignatureOf = STORE.signatureOf, caseId = CASE): KeptEvent[] {
  const made = linkEvents(caseId, START, bodies.map((body, index) => draft(index + 1, body)), hashOf, signatureOf);
  if ('unfit' in made) throw new Error(made.unfit);
  return made.linked.map(({ seq, line, hash, signature }) => ({ seq, line, hash, signature, key: 1 }));
}

export const chainOf = (events: readonly KeptEvent[], differs: Partial<KeptChain> = {}): KeptChain => {
  const last = events.at(-1);
  return { caseId: CASE, code: CODE, events, head: last === undefined ? null : { seq: events.length, hash: last.hash ?? '' }, anchors: [], ...differs };
};

/** Laid down again one after the other, as somebody would who rewrites a table. */
export const renumbered = (events: readonly KeptEvent[]): KeptEvent[] => events.map((event, index) => ({ ...event, seq: index + 1 }));
