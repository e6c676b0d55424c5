/**
 * The rules that protect data beyond the plan's own kind: older system over newer data, a second attempt on a device that
 * failed, storage that is failing, a lock that only an erase removes, data that nobody can replace.
 */
import { compareVersions } from '../contract/plan-versions.ts';
import { failureOf } from './failures.ts';
import { mayBeSameDevice } from './device.ts';
import { isIrreplaceable } from './irreplaceable.ts';
import type { Rule } from './rules.ts';

export const DATA_RULES: readonly Rule[] = [
  {
    cause: 'downgrade', group: 'data', limits: [],
    ask: ({ restore }) => {
      const plan = restore?.plan?.value;
      if (plan?.kind !== 'update') return undefined;
      return (compareVersions(plan.from, plan.to) ?? 0) < 0 ? { from: plan.from, to: plan.to } : undefined;
    },
  },
  {
    cause: 'second-attempt', group: 'data', limits: [],
    ask: (state) => {
      const failure = failureOf(state);
      return failure === undefined ? undefined : { failedRestore: failure.restoreId, failedAt: failure.atIso };
    },
  },
  { cause: 'storage-errors', group: 'data', limits: [], ask: ({ watch }) => (watch.storageErrors ? {} : undefined) },
  {
    cause: 'activation-lock', group: 'data', limits: [],
    ask: ({ watch, device, facts }) => {
      if (watch.locked !== true || device === null) return undefined;
      return facts?.unlocksAsked.some((asked) => mayBeSameDevice(asked.device, device.value)) === true ? {} : undefined;
    },
  },
  {
    cause: 'irreplaceable-erase', group: 'data', limits: [],
    ask: (state) => {
      const kind = state.restore?.plan?.value.kind;
      return (kind === 'erase' || kind === 'unknown') && isIrreplaceable(state) ? { kind } : undefined;
    },
  },
];
