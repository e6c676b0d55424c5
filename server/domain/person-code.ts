/** The short code by which records name a person: Crockford's alphabet, from the random end of the id. It says nothing about the person. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARS = 6;

export function personCode(id: string): string {
  // The last 30 bits of a UUID of version 7 are random.
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-8)}`) & 0x3fff_ffffn;
  let code = '';
  for (let place = 0; place < CHARS; place += 1) {
    code = `${ALPHABET[Number(bits & 31n)] ?? '0'}${code}`;
    bits >>= 5n;
  }
  return `P-${code}`;
}
