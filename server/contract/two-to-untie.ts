/** When one person alone may not take a device off a case: benches would stop guarding data that nothing can replace. */
import type { CaseState } from './case-state.ts';

/** Over once everything was recovered from this device. A hold on it is released first, with its own two people. */
export const needsTwoToUntie = ({ irreplaceable, devices }: Pick<CaseState, 'irreplaceable' | 'devices'>, deviceId: string): boolean =>
  irreplaceable && devices.some(({ id, outcome }) => id === deviceId && outcome?.result !== 'all');
