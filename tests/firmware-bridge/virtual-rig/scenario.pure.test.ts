/** The stories that the virtual rig plays, told against a bench that does what it is asked. */
import { expect, test } from 'vitest';
import { STORY_BEGIN, tell } from '../../../firmware-bridge/virtual-rig/scenario.ts';
import type { BenchView, Deed, ScenarioName, Story } from '../../../firmware-bridge/virtual-rig/scenario.ts';

class Stage {
  view: BenchView = { nowMs: 0, speed: 10, seated: false, hostHeard: true, restoreOpen: false, phase: 'idle', latched: false };
  story: Story = STORY_BEGIN;
  readonly deeds: string[] = [];
  readonly name: ScenarioName;
  constructor(name: ScenarioName) { this.name = name; }

  run(ms: number): void {
    for (const endMs = this.view.nowMs + ms; this.view.nowMs < endMs;) {
      this.view = { ...this.view, nowMs: this.view.nowMs + 10 };
      const told = tell(this.name, this.story, this.view);
      this.story = told.story;
      if (told.deed !== null) this.#do(told.deed);
    }
  }

  see(change: Partial<BenchView>): void {
    this.view = { ...this.view, ...change };
  }

  #do(deed: Deed): void {
    this.deeds.push(deed.do);
    if (deed.do === 'seat') this.see({ seated: true });
    else if (deed.do === 'unseat') this.see({ seated: false, restoreOpen: false, phase: 'idle' });
    else if (deed.do === 'start') this.see({ restoreOpen: true, phase: 'prepare' });
  }
}

test('fine: phones come, are restored, and go, for ever', () => {
  const stage = new Stage('fine');
  stage.run(600);
  expect(stage.deeds).toEqual(['seat', 'start']);
  stage.see({ restoreOpen: false, phase: 'idle' });
  stage.run(1900);
  expect(stage.deeds).toHaveLength(2);
  stage.run(700);
  expect(stage.deeds).toEqual(['seat', 'start', 'unseat', 'seat', 'start']);
});

test('no restore starts before a host listens', () => {
  const stage = new Stage('fine');
  stage.see({ hostHeard: false });
  stage.run(10_000);
  expect(stage.deeds).toEqual(['seat']);
});

test('bend: in unpack, on every second phone', () => {
  const stage = new Stage('bend');
  for (const phone of [1, 2, 3]) {
    stage.run(600);
    stage.see({ phase: 'unpack' });
    stage.run(700);
    expect(stage.deeds.includes('bend')).toBe(false);
    stage.run(200);
    expect(stage.deeds.filter((deed) => deed === 'bend'), `phone ${phone}`).toHaveLength(phone % 2);
    stage.see({ restoreOpen: false, phase: 'idle' });
    stage.run(2020);
    expect(stage.deeds.at(-1)).toBe('unseat');
    stage.deeds.length = 0;
  }
});

test('after a stop: out 10 s after the reset; without a reset after 45 s, and no new phone while latched', () => {
  const stage = new Stage('bend');
  stage.run(600);
  stage.see({ restoreOpen: false, phase: 'stopped', latched: true });
  stage.run(5000);
  stage.see({ latched: false, phase: 'idle' });
  stage.run(980);
  expect(stage.deeds).toEqual(['seat', 'start']);
  stage.run(50);
  expect(stage.deeds).toEqual(['seat', 'start', 'unseat']);
  stage.run(600);
  stage.see({ restoreOpen: false, phase: 'stopped', latched: true });
  stage.run(45_100);
  expect(stage.deeds.at(-1)).toBe('unseat');
  stage.run(5000);
  expect(stage.deeds.at(-1)).toBe('unseat');
  stage.see({ latched: false });
  stage.run(300);
  expect(stage.deeds.at(-1)).toBe('seat');
});

test('idle does nothing', () => {
  const stage = new Stage('idle');
  stage.run(10_000);
  expect(stage.deeds).toEqual([]);
});
