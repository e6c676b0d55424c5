/**
 * What a rig's wiring offers beyond its line, as holdfast.yaml declares it: a second port, and wires that cut. A wire is
 * used only where everything about it is said and a manned drill has tried it; anything less is refused with its place.
 */
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { CUT_OFF, type CutOff, type WireStep } from './contract/receipt.ts';

export interface SidePort { readonly path: string; readonly baud: number }
/** The bytes of a relay, as single-byte characters. */
export interface Relay extends SidePort { readonly cutBytes: string; readonly backBytes: string }
export interface Cut {
  readonly by: 'break' | 'dtr' | 'rts' | 'relay';
  readonly cuts: CutOff;
  /** What the PC does while it cuts: the line on or off; of a relay, which of its byte sequences. */
  readonly cutsWhen: 'on' | 'off';
  /** The day on which a manned drill saw it cut. */
  readonly drilled: string;
  readonly relay: Relay | null;
}
export interface Wiring { readonly secondPort: SidePort | null; readonly cuts: readonly Cut[] }

export const NO_WIRING: Wiring = { secondPort: null, cuts: [] };
export const BAUDS = [9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600] as const;
const CUTS_MAX = 6;
const RELAY_BYTES_MAX = 32;

const path = z.string('an absolute path, for example /dev/serial/by-id/usb-…').refine(isAbsolute, 'an absolute path, for example /dev/serial/by-id/usb-…');
const baud = z.union(BAUDS.map((one) => z.literal(one)), `one of ${BAUDS.join(', ')}`);
const bytes = z.string().regex(new RegExp(`^(?:[0-9A-Fa-f]{2} ?){1,${String(RELAY_BYTES_MAX)}}$`), 'bytes in hex, for example "A0 01 01 A2"');

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const DRILLED = 'the day of the manned drill that saw it cut, for example 2026-03-02; without one the wire may not be declared';
const NEVER_CUT = 'connected: a wire that cuts when Holdfast starts or ends would cut a restore that nobody wanted to stop';

export const secondPortSchema = z.object({ path, baud: baud.default(115_200) }).strict();

const cutShape = {
  by: z.enum(['break', 'dtr', 'rts', 'relay'], 'break, dtr, rts or relay'),
  cuts: z.enum(CUT_OFF, `what it takes away: ${CUT_OFF.join(', ')}`),
  cutsWhen: z.enum(['on', 'off'], 'on or off: in which state of the line, or by which bytes of the relay, it cuts'),
  atOpen: z.literal('connected', NEVER_CUT),
  atClose: z.literal('connected', NEVER_CUT),
  atPowerOff: z.enum(['connected', 'cut'], 'connected or cut: what the wire does when this PC loses its power'),
  drilled: z.string(DRILLED).refine(isDay, DRILLED),
  path: path.optional(), baud: baud.optional(), on: bytes.optional(), off: bytes.optional(),
};
const RELAY_KEYS = ['path', 'baud', 'on', 'off'] as const;

export const cutSchema = z.object(cutShape).strict().superRefine((cut, context) => {
  const refuse = (key: string, message: string): void => { context.addIssue({ code: 'custom', path: [key], message }); };
  for (const key of RELAY_KEYS) {
    if (cut.by === 'relay' && cut[key] === undefined) refuse(key, `given: a relay needs ${RELAY_KEYS.join(', ')}`);
    if (cut.by !== 'relay' && cut[key] !== undefined) refuse(key, `left out: only a relay has ${RELAY_KEYS.join(', ')}`);
  }
  if (cut.by === 'break' && cut.cutsWhen !== 'on') refuse('cutsWhen', 'on: a line that rests in BREAK carries nothing');
  if ((cut.by === 'dtr' || cut.by === 'rts') && cut.cutsWhen !== 'off') {
    refuse('cutsWhen', 'off: a port raises DTR and RTS when it is opened, so a wire that cuts when on would cut at every start');
  }
});
export const cutsSchema = z.array(cutSchema).max(CUTS_MAX);

const textOf = (hex: string): string => Buffer.from(hex.replaceAll(' ', ''), 'hex').toString('latin1');

function cutOf({ by, cuts, cutsWhen, drilled, path: at, baud: speed, on, off }: z.infer<typeof cutSchema>): Cut {
  if (by !== 'relay' || at === undefined || speed === undefined || on === undefined || off === undefined) return { by, cuts, cutsWhen, drilled, relay: null };
  const [cutBytes, backBytes] = cutsWhen === 'on' ? [textOf(on), textOf(off)] : [textOf(off), textOf(on)];
  return { by, cuts, cutsWhen, drilled, relay: { path: at, baud: speed, cutBytes, backBytes } };
}

export function wiringOf(secondPort: SidePort | undefined, cuts: z.infer<typeof cutsSchema> | undefined): Wiring {
  return { secondPort: secondPort ?? null, cuts: (cuts ?? []).map(cutOf) };
}

/** The steps of rung 3 in their order: the second port first, because the rig itself arbitrates what it carries. */
export function stepsOf({ secondPort, cuts }: Wiring): readonly WireStep[] {
  return [...(secondPort === null ? [] : [{ by: 'second-port', cuts: null } as const]), ...cuts.map((cut) => ({ by: cut.by, cuts: cut.cuts }))];
}

/** Every port beside the rig's own line. Two relays on one board share a port, so these may be equal. */
export const sidePathsOf = ({ secondPort, cuts }: Wiring): readonly string[] =>
  [...new Set([...(secondPort === null ? [] : [secondPort.path]), ...cuts.flatMap((cut) => (cut.relay === null ? [] : [cut.relay.path]))])];
