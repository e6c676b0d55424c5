/**
 * Reads the ledger of a virtual rig: what truly happened at the rig, which nothing in these runs ever kills. A line that
 * does not make sense is refused with its place; a last line that is still being written is left out.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const stamp = { rig: z.string(), boot: z.number().int(), t_ms: z.number().int() };
const point = z.enum(['write', 'erase']);

export const ledgerEntrySchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('boot'), ...stamp }),
  z.object({ event: z.literal('permit'), restore: z.string(), kind: point, until_ms: z.number().int(), live: z.boolean(), ...stamp }),
  z.object({ event: z.literal('gate'), point, restore: z.string(), ...stamp }),
  z.object({ event: z.literal('crossing'), point, restore: z.string(), live: z.boolean(), ...stamp }),
  z.object({ event: z.literal('erase-begun'), restore: z.string(), ...stamp }),
  z.object({
    event: z.literal('stop'), id: z.string(), cause: z.string(), answer: z.string(), phase: z.string(), restore: z.string().nullable(),
    repeated: z.boolean(), ...stamp,
  }),
  z.object({ event: z.literal('lapse'), id: z.string(), ...stamp }),
  z.object({ event: z.literal('reset'), id: z.string(), ...stamp }),
]);
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
export type LedgerStop = Extract<LedgerEntry, { event: 'stop' }>;

/** The id of a stop that only a stop byte asked for. Source: PROTOCOL.md §6. */
export const UNNAMED_ID = '000000000000';

export function parseLedger(text: string, place: string): LedgerEntry[] {
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line, index) => {
    try {
      return ledgerEntrySchema.parse(JSON.parse(line));
    } catch (error) {
      throw new Error(`${place}:${index + 1} is no line of a ledger: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  });
}

export const readLedger = (path: string): LedgerEntry[] => parseLedger(readFileSync(path, 'utf8'), path);

/** Every stop once, repeats of the ladder left out. */
export function stopsOf(ledger: readonly LedgerEntry[]): LedgerStop[] {
  return ledger.filter((entry) => entry.event === 'stop').filter((entry) => !entry.repeated);
}
