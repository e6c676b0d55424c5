/**
 * The levers of the virtual rigs that a page offers. There are none in a store with real rigs: no route leads to them. What a
 * lever takes is judged by the virtual rig itself.
 */
import { z } from 'zod';

/** In the order of the page: the phone, the way of a restore, the cable, the rig, danger. */
export const LEVERS = [
  'seat', 'unseat', 'battery', 'start', 'erase', 'announce-erase', 'fail', 'downgrade', 'bend', 'straighten', 'twist', 'turn', 'noise', 'probe-fault', 'swap', 'lock', 'storage-error',
  'usb-gone', 'usb-back', 'supply-dip', 'hub', 'pull-cable', 'plug-cable', 'go-silent', 'garble', 'resume', 'restart', 'estop', 'button', 'ignore-stop', 'rogue',
  'heat', 'smoke', 'swell', 'force',
] as const;
export type Lever = (typeof LEVERS)[number];

export const leverBodySchema = z.object({ lever: z.enum(LEVERS), value: z.union([z.string().max(24), z.number(), z.boolean()]).nullable() }).strict();
export type LeverBody = z.infer<typeof leverBodySchema>;

/** What the virtual rig answered: done, or why not and what would be right. */
export const leverReplySchema = z.object({ ok: z.boolean(), what: z.string().nullable(), remedy: z.string().nullable() });
export type LeverReply = z.infer<typeof leverReplySchema>;

export const leveredBenchesSchema = z.object({ benches: z.array(z.string()) });
