/** What a person may write behind an option: each value is read once, and a wrong one is answered with what would be right. */
import { InvalidArgumentError } from 'commander';

export function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 65_535) return value;
  throw new InvalidArgumentError('A port is a whole number from 1 to 65535, for example 4680.');
}

export function speed(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0 && value <= 100) return value;
  throw new InvalidArgumentError('A speed is a number above 0 and up to 100, for example 4.');
}

export function days(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 366) return value;
  throw new InvalidArgumentError('Days are a whole number from 1 to 366, for example 30.');
}

export const collect = (value: string, former: readonly string[] | undefined): readonly string[] => [...former ?? [], value];
