/** Whatever is done to a record behind its back is told: edited, put in, moved, taken out, cut off, made anew, or gone. */
import { describe, expect, test } from 'vitest';
import type { BoxHead } from '../../../firmware-bridge/contract/black-box.ts';
import { ChainCheck, type Block, type ChainVerdict } from '../../../firmware-bridge/contract/black-box-chain.ts';
import { makeBlock, makeRecord, sealed, sha, tick } from './made-record.ts';

const whole = makeRecord(6);
const headAt = (block: Block | undefined): BoxHead => ({ chain: 'run-1', count: (block?.header.from ?? 0) + (block?.header.count ?? 0) - 1, hash: block?.hash ?? '' });

function check(blocks: readonly Block[], heads: readonly BoxHead[] = [], isWhole = true): ChainVerdict {
  const chain = new ChainCheck(sha, heads);
  for (const block of blocks) chain.add(block);
  return chain.verdict(isWhole);
}
const codes = (verdict: ChainVerdict): readonly string[] => verdict.faults.map(({ code }) => code);
const at = (index: number): Block => whole[index] as Block;
const withLine = (block: Block, edit: (lines: string[]) => void): Block => {
  const lines = [...block.lines];
  edit(lines);
  return { ...block, lines };
};

test('a record as it was written is intact, and says that nobody else vouches for its end', () => {
  expect(check(whole)).toMatchObject({ intact: true, faults: [], first: 1, last: 18, completeUpTo: null, unanchored: 18, hash: at(5).hash });
});

test('a head known elsewhere vouches for everything before it and for nothing behind it', () => {
  expect(check(whole, [headAt(at(1)), headAt(at(3))])).toMatchObject({ intact: true, completeUpTo: headAt(at(3)), unanchored: 6 });
  expect(check(whole, [headAt(at(5))])).toMatchObject({ intact: true, unanchored: 0 });
});

describe('inside a block', () => {
  test.each<[string, (lines: string[]) => void]>([
    ['an edited entry', (lines) => { lines[2] = (lines[2] ?? '').replace('20000', '20001'); }],
    ['an entry put in', (lines) => { lines.splice(2, 0, '["t",1,0]'); }],
    ['an entry taken out', (lines) => { lines.splice(2, 1); }],
    ['two entries that changed places', (lines) => { lines.splice(1, 2, lines[2] ?? '', lines[1] ?? ''); }],
    ['an edited heading', (lines) => { lines[0] = (lines[0] ?? '').replace('"wallMs":1', '"wallMs":2'); }],
  ])('%s', (_what, edit) => {
    const edited = withLine(at(2), edit);
    expect(edited.lines).not.toEqual(at(2).lines);
    const verdict = check([...whole.slice(0, 2), edited, ...whole.slice(3)]);
    expect(codes(verdict)).toContain('edited');
    expect(verdict.faults[0]).toMatchObject({ from: 7, to: 9, place: 'block at 7' });
  });

  test('an edited entry whose block was sealed anew does not fit to the block behind it', () => {
    const lines = [...at(2).lines.slice(0, 3), '["t",20001,0]'];
    expect(codes(check([...whole.slice(0, 2), sealed('x', at(2).header, lines), ...whole.slice(3)]))).toEqual(['foreign']);
  });
});

describe('between blocks', () => {
  test('a block taken out', () => {
    expect(check([...whole.slice(0, 2), ...whole.slice(3)]).faults).toMatchObject([{ code: 'missing', from: 7, to: 9 }]);
  });
  test('two blocks that changed places', () => {
    expect(codes(check([at(0), at(2), at(1), at(3)]))).toEqual(['missing', 'out-of-order', 'missing']);
  });
  test('a block that stands twice', () => {
    expect(codes(check([at(0), at(1), at(1), at(2)]))).toEqual(['out-of-order']);
  });
  test('a block of another bench or of another record', () => {
    const entries = [tick(1), tick(2), tick(3)];
    for (const over of [{ bench: 'bench-2' }, { chain: 'run-9' }, { prev: sha('another') }]) {
      expect(codes(check([at(0), at(1), makeBlock(at(1), entries, over), ...whole.slice(3)]))[0]).toBe('foreign');
    }
  });
  test('bytes that are no block', () => {
    const chain = new ChainCheck(sha, []);
    chain.add(at(0));
    chain.unreadable('file');
    expect(codes(chain.verdict(true))).toEqual(['unreadable']);
  });
  test('a first block that pretends to be the first', () => {
    expect(codes(check([makeBlock(null, [tick(1)], { prev: sha('before') })]))).toEqual(['foreign']);
  });
});

describe('what only a head known elsewhere can show', () => {
  test('a tail that was cut off', () => {
    expect(check(whole.slice(0, 4)).intact).toBe(true);
    expect(check(whole.slice(0, 4), [headAt(at(5))]).faults).toMatchObject([{ code: 'cut', from: 13, to: 18 }]);
    expect(check(whole.slice(0, 5), [headAt(at(5))]).faults).toMatchObject([{ code: 'cut', from: 16, to: 18 }]);
  });
  test('a piece of a record need not reach the newest head', () => {
    expect(check(whole.slice(0, 4), [headAt(at(5)), headAt(at(1))], false)).toMatchObject({ intact: true, completeUpTo: headAt(at(1)), unanchored: 6 });
  });
  test('everything removed', () => {
    expect(codes(check([], [headAt(at(5))]))).toEqual(['gone']);
  });
  test('a record made anew from some place on', () => {
    const anew = [...whole.slice(0, 2)];
    for (let count = 0; count < 4; count += 1) anew.push(makeBlock(anew.at(-1) ?? null, [tick(1 + count), tick(2 + count), tick(3 + count)]));
    expect(check(anew).intact).toBe(true);
    expect(codes(check(anew, [headAt(at(1)), headAt(at(4))]))).toEqual(['rewritten']);
    expect(check(anew, [headAt(at(1)), headAt(at(4))]).completeUpTo).toEqual(headAt(at(1)));
  });
  test('a head in the middle of a block is of no record that was written like this', () => {
    expect(codes(check(whole, [{ ...headAt(at(2)), count: 8 }]))).toEqual(['rewritten']);
  });
  test('another record in the place of the one that was told', () => {
    expect(codes(check(whole, [{ ...headAt(at(5)), chain: 'run-0' }]))).toEqual(['gone']);
  });
});

test('a record whose oldest files went for space begins later, and is intact', () => {
  expect(check(whole.slice(3), [headAt(at(0)), headAt(at(4))])).toMatchObject({ intact: true, first: 10, last: 18, completeUpTo: headAt(at(4)), unanchored: 3 });
});
