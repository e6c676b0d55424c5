/**
 * Virtual customers' phones and plans. Everything about them says that it is virtual: serials begin with `VIRT-`, IMEIs
 * with the test bodies' 00, ECIDs with eight F. No number of a real phone can come out of here.
 */
import { crc16 } from '../wire/crc16.ts';
import { hex } from '../wire/frame.ts';
import { seedOf } from './random.ts';
import type { Device, Plan } from './rig-state.ts';

interface Model { readonly name: string; readonly apple: boolean; readonly from: string; readonly to: string }

export const MODELS: readonly Model[] = [
  { name: 'iPhone 12', apple: true, from: '26.1', to: '26.2' },
  { name: 'Pixel 8', apple: false, from: '15', to: '16' },
  { name: 'iPhone 13 mini', apple: true, from: '26.0', to: '26.2' },
  { name: 'Galaxy S22', apple: false, from: '14', to: '15' },
  { name: 'iPhone SE 2022', apple: true, from: '18.7', to: '26.2' },
  { name: 'Fairphone 5', apple: false, from: '14', to: '15' },
  { name: 'iPhone 15 Pro', apple: true, from: '26.1', to: '26.2' },
];

function luhnDigit(digits: string): number {
  let sum = 0;
  for (const [index, digit] of [...digits].entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return (10 - (sum % 10)) % 10;
}

/** The `count`th phone that this rig sees in this boot; unlike any phone of another rig or boot. */
export function virtualDevice(rig: string, boot: number, count: number, model?: string): Device {
  const tag = rig.replace(/^VIRTUAL-/, '').slice(0, 8);
  const kind = MODELS.find((known) => known.name === model) ?? MODELS[(boot + count - 1) % MODELS.length];
  const apple = model === undefined ? kind?.apple === true : /^ip(hone|ad)/i.test(model);
  const digits = `00${String(seedOf(rig) % 10_000).padStart(4, '0')}${String(boot).padStart(5, '0')}${String(count % 1000).padStart(3, '0')}`;
  return {
    model: model ?? kind?.name ?? 'Phone',
    serial: `VIRT-${tag}-${hex(boot, 4)}-${String(count % 1000).padStart(2, '0')}`,
    ecid: apple ? `FFFFFFFF${hex((seedOf(rig) ^ (boot << 12) ^ count) >>> 0, 8)}` : null,
    imei: digits + String(luhnDigit(digits)),
  };
}

/** A plan for this phone; its hash changes with anything in it. */
export function virtualPlan(device: Device, kind: string): Plan {
  const model = MODELS.find((known) => known.name === device.model);
  const from = model?.from ?? '1.0';
  const to = model?.to ?? '1.1';
  const text = `${device.serial ?? ''} ${device.model} ${kind} ${from} ${to}`;
  return { kind, from, to, hash: hex(crc16(text), 4) + hex(crc16(`${text} again`), 4) };
}
