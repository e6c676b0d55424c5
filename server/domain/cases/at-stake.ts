/** Whether data would be lost with the device: then one person alone decides nothing that could lose it. */
import type { CaseState } from '../../contract/case-state.ts';

/** Nothing known of a device is never fine. Over once everything was recovered from every device. */
export const isDataAtStake = ({ irreplaceable, devices }: Pick<CaseState, 'irreplaceable' | 'devices'>): boolean =>
  devices.length === 0 || devices.some(({ outcome, intake }) => outcome?.result !== 'all' && (irreplaceable || intake?.backup !== 'verified'));
