/** Dialling for ever: backoff, missing token, silence, and a dial that never ends. */
import { expect, it } from 'vitest';
import type { DialledSocket, LineEvents } from '../../../firmware-bridge/report/dial-websocket.ts';
import { ServerLine } from '../../../firmware-bridge/report/server-line.ts';
import { createVirtualClock } from './virtual-clock.ts';

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

function setUp(over: { readonly token?: () => string | null; readonly isOverdue?: () => boolean } = {}) {
  const clock = createVirtualClock();
  const dials: { atMs: number; token: string; events: LineEvents; closed: boolean }[] = [];
  const closings: number[] = [];
  const line = new ServerLine({
    dial: (token, events): DialledSocket => {
      const dial = { atMs: clock.nowMs(), token, events, closed: false };
      dials.push(dial);
      return { send: () => undefined, bufferedBytes: () => 0, close: () => { dial.closed = true; } };
    },
    readToken: () => Promise.resolve(over.token === undefined ? 'token' : over.token()),
    clock,
    random: () => 0.999_999,
    onOpened: () => undefined,
    onReceived: () => undefined,
    onClosed: () => void closings.push(clock.nowMs()),
    isOverdue: over.isOverdue ?? (() => false),
    log: () => undefined,
  });
  return { clock, dials, closings, line };
}

it('waits 0.2 s, then twice as long each time, up to 5 s, for ever', async () => {
  const { clock, dials, line } = setUp();
  line.start();
  for (const [index, delayMs] of [200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000].entries()) {
    await settled();
    expect(dials).toHaveLength(index + 1);
    dials.at(-1)?.events.ended('refused');
    clock.advance(delayMs - 1);
    await settled();
    expect(dials).toHaveLength(index + 1);
    clock.advance(1);
  }
});

it('is quick again only after a server that spoke', async () => {
  const { clock, dials, line } = setUp();
  line.start();
  for (let dial = 0; dial < 5; dial += 1) {
    await settled();
    dials.at(-1)?.events.opened();
    dials.at(-1)?.events.ended('hung up');
    clock.advance(5_000);
  }
  await settled();
  const before = dials.length;
  dials.at(-1)?.events.opened();
  dials.at(-1)?.events.ended('hung up');
  clock.advance(400);
  await settled();
  expect(dials).toHaveLength(before);
  clock.advance(4_600);
  await settled();
  dials.at(-1)?.events.opened();
  dials.at(-1)?.events.received('{}');
  dials.at(-1)?.events.ended('gone');
  clock.advance(200);
  await settled();
  expect(dials).toHaveLength(before + 2);
});

it('reads the token at each dial and does not dial without one', async () => {
  let token: string | null = null;
  const { clock, dials, line } = setUp({ token: () => token });
  line.start();
  await settled();
  clock.advance(200);
  await settled();
  expect(dials).toHaveLength(0);
  token = 'made-by-now';
  clock.advance(400);
  await settled();
  expect(dials.map((dial) => dial.token)).toEqual(['made-by-now']);
});

it('gives a server up that was silent for more than 45 s, not before', async () => {
  const { clock, dials, closings, line } = setUp();
  line.start();
  await settled();
  dials[0]?.events.opened();
  clock.advance(40_000);
  dials[0]?.events.received('{}');
  clock.advance(45_000);
  expect(closings).toEqual([]);
  clock.advance(5_000);
  expect(closings).toEqual([90_000]);
  expect(dials[0]?.closed).toBe(true);
  dials[0]?.events.received('late words of the old line');
  dials[0]?.events.ended('late');
  clock.advance(200);
  await settled();
  expect(dials).toHaveLength(2);
});

it('gives a server up that speaks and does not acknowledge', async () => {
  const { clock, dials, line } = setUp({ isOverdue: () => true });
  line.start();
  await settled();
  dials[0]?.events.opened();
  clock.advance(5_000);
  expect(line.isOpen).toBe(false);
});

it('gives a dial up after 10 s', async () => {
  const { clock, dials, line } = setUp();
  line.start();
  await settled();
  clock.advance(9_999);
  expect(dials[0]?.closed).toBe(false);
  clock.advance(1);
  expect(dials[0]?.closed).toBe(true);
  clock.advance(200);
  await settled();
  expect(dials).toHaveLength(2);
});

it('leaves no timer behind when stopped', async () => {
  const { clock, dials, line } = setUp();
  line.start();
  await settled();
  dials[0]?.events.opened();
  line.stop();
  expect(clock.waiting()).toBe(0);
  expect(dials[0]?.closed).toBe(true);
});
