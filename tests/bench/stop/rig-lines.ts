/**
 * What the bench's rig says besides its heartbeat, as fields of frames: one fixture, one device, one plan, samples that
 * pass and the one sample that decides. Pure; the bare loop looks for the same sample that the product measures.
 */
import { encodeValue } from '../../../firmware-bridge/wire/frame.ts';

export type Fields = Readonly<Record<string, string>>;

export const RIG_SERIAL = 'R-BENCH-1';
export const PLAN_HASH = '5D0C9E11';

/** Peak to valley 2,000 µm: far above limit and six sigma, so that one sample decides. */
const BENT_LEFT = '0,1000,2000,1000,0';
/** What a loop without any protocol can look for in a line to know that it must stop. */
export const DECIDING_MARK = `l_um=${BENT_LEFT}`;

export const fixtureFields: Fields = {
  id: 'F2', probes: '5', span_mm: '147', noise_um: '1', full_um: '4000', period_ms: '100', zero_dc: '231',
};
export const deviceFields: Fields = { model: encodeValue('iPhone 12'), serial: 'BENCH0000001', ecid: '00184D2A3C90802E' };
export const powerFields = (count: number): Fields => ({
  battery_pct: '80', supply_mv: String(5050 + (count % 7)), device_dc: String(287 + (count % 3)), force_cn: '110',
});
export const planFields = (restore: string): Fields => ({ restore, kind: 'update', from: '26.1', to: '26.2', hash: PLAN_HASH });
export const progressFields = (restore: string, count: number): Fields => ({ restore, pct: String(count % 100), next: 'write', next_ms: '184000' });

export const goodProbe = (count: number): Fields => ({
  fixture: 'F2', l_um: `0,31,${String(42 + (count % 5))},29,2`, r_um: `1,28,${String(37 + (count % 4))},30,-1`, temp_dc: '238',
});
export const decidingProbe: Fields = { fixture: 'F2', l_um: BENT_LEFT, r_um: '1,28,39,30,-1', temp_dc: '238' };
