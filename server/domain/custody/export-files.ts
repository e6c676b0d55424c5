/**
 * An export of one chain as files: names and bytes. Whoever gets it needs nothing of Holdfast to check it; the README inside
 * holds the commands. It adds nothing that is not in the chain, and no key but public ones.
 */
import type { Anchor, CustodyHead } from '../../contract/custody.ts';
import { printHead } from '../../contract/custody.ts';

export interface ChainToExport {
  readonly head: CustodyHead;
  readonly lines: readonly string[];
  /** 64 bytes each. */
  readonly signatures: readonly Uint8Array[];
  /** Public keys in PEM with their SHA-256, the present one last. */
  readonly keys: readonly { readonly pem: string; readonly fingerprint: string }[];
  readonly anchors: readonly Anchor[];
  readonly atIso: string;
}

export const signatureName = (seq: number): string => `signatures/${String(seq).padStart(4, '0')}.sig`;
export const keyName = (number: number): string => (number === 1 ? 'store-public.pem' : `store-public-${String(number)}.pem`);

/** Needs `sh`, `openssl` 3 and `sha256sum`. The end of a line is always prev, seq and v: keys are sorted. */
export const CHECK_COMMANDS = `n=0
prev=${'0'.repeat(64)}
while IFS= read -r line; do
  n=$((n + 1))
  printf '%s' "$line" > event.tmp
  case "$line" in
    *",\\"prev\\":\\"$prev\\",\\"seq\\":$n,\\"v\\":1}") ;;
    *) echo "event $n does not follow the one before it" ;;
  esac
  sig=signatures/$(printf '%04d' "$n").sig
  signed=no
  for key in store-public*.pem; do
    openssl pkeyutl -verify -pubin -inkey "$key" -rawin -in event.tmp \\
      -sigfile "$sig" > /dev/null 2>&1 && signed=yes
  done
  [ "$signed" = yes ] || echo "event $n is not signed by this store"
  prev=$(sha256sum < event.tmp | cut -d ' ' -f 1)
done < custody.jsonl
rm -f event.tmp
echo "$n events, head $prev"`;

const readme = ({ head, keys, atIso }: ChainToExport): string => `Custody chain of the case ${head.code}
Exported ${atIso}, ${String(head.seq)} events.
Head as a QR code says it:
${printHead(head)}

custody.jsonl       one event a line, in canonical JSON (RFC 8785). Its hash is
                    the SHA-256 of the line without the line end; "prev" is the
                    hash of the event before, and 64 zeros in the first one.
signatures/         the Ed25519 signature of each line, 64 bytes
store-public*.pem   the public keys of the store
anchors.json        which papers and copies were given which head

1. Is it intact? In this folder, with sh, openssl (3 or newer) and sha256sum:

${CHECK_COMMANDS}

It says one line for each fault, and at the end the number of events and the
head. Both must be those at the top of this page.

2. Is it of this store? This prints the fingerprint of the key:

${keys.map((_, index) => `openssl pkey -pubin -in ${keyName(index + 1)} -outform DER | sha256sum`).join('\n')}

Compare it with what the store tells you by another way than this folder:
${keys.map(({ fingerprint }) => fingerprint).join('\n')}

3. Is it complete? Take a label, receipt or handover sheet of this case. Its QR
code reads HOLDFAST1:CODE:NUMBER:HASH. Put its NUMBER in place of 1:

sed -n 1p custody.jsonl | tr -d '\\n' | sha256sum

The hash must be that of the paper; capitals do not matter. Is there no such
event, then the end was cut off. Is the hash another one, then the chain was
built anew. What comes after the newest paper that fits is not witnessed.
`;

export function exportFiles(chain: ChainToExport): Map<string, Uint8Array> {
  const utf8 = new TextEncoder();
  const { case: caseId, code, seq, hash } = chain.head;
  const anchors = { case: caseId, code, head: { seq, hash }, anchors: chain.anchors };
  return new Map([
    ['README.txt', utf8.encode(readme(chain))],
    ['anchors.json', utf8.encode(`${JSON.stringify(anchors, null, 2)}\n`)],
    ['custody.jsonl', utf8.encode(chain.lines.map((line) => `${line}\n`).join(''))],
    ...chain.keys.map(({ pem }, index) => [keyName(index + 1), utf8.encode(pem)] as const),
    ...chain.signatures.map((bytes, index) => [signatureName(index + 1), bytes] as const),
  ]);
}
