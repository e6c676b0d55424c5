/** The help holds every code of the tables, with texts that are whole; its Markdown becomes blocks and never markup; keys mean what the sheet says. */
import { expect, test } from 'vitest';
import { CAUSE_CODES } from '../../firmware-bridge/contract/causes.ts';
import { PERMISSIVES, ZONES } from '../../firmware-bridge/contract/interlock.ts';
import { allTopics, topicsFor } from '../../web/reading/help-topics.ts';
import { actOfKey } from '../../web/reading/keys.ts';
import type { Pressed } from '../../web/reading/keys.ts';
import { blocksOf, spansOf } from '../../web/reading/markdown.ts';
import { VOICES } from '../../web/reading/voice.ts';

test('every cause, zone, state and condition is in the help, each with sentences that are whole', () => {
  const topics = allTopics();
  expect(topics).toHaveLength(CAUSE_CODES.length + PERMISSIVES.length + ZONES.length + VOICES.length);
  expect(topics.filter(({ title, lines }) => title === '' || lines.some((line) => !/[.!]$/.test(line) || /undefined|NaN|null/.test(line))).map(({ id }) => id)).toEqual([]);
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
});

test('a search finds by every word, whatever its case and accents', () => {
  const found = topicsFor('FRAME bënt', allTopics());
  expect(found.map(({ id }) => id)).toContain('cause-device-frame-bent');
  expect(topicsFor('frame zebra', allTopics())).toEqual([]);
});

test('Markdown becomes blocks; an address elsewhere, or one that is a script, becomes plain text', () => {
  expect(blocksOf('# A `b`\n\none\ntwo\n\n- x\n  y\n- z\n\n1. q\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n```sh\nrun it\n```\n\n```mermaid\ndrawn\n```\n')).toEqual([
    { is: 'heading', level: 1, spans: [{ is: 'text', text: 'A ' }, { is: 'code', text: 'b' }] },
    { is: 'paragraph', spans: [{ is: 'text', text: 'one two' }] },
    { is: 'list', isOrdered: false, items: [[{ is: 'text', text: 'x y' }], [{ is: 'text', text: 'z' }]] },
    { is: 'list', isOrdered: true, items: [[{ is: 'text', text: 'q' }]] },
    { is: 'table', head: [[{ is: 'text', text: 'a' }], [{ is: 'text', text: 'b' }]], rows: [[[{ is: 'text', text: '1' }], [{ is: 'strong', text: '2' }]]] },
    { is: 'code', text: 'run it' }, { is: 'code', text: '' },
  ]);
  expect(spansOf('[in](/shift) [out](https://example.org) [odd](//example.org) [bad](javascript:alert(1)) <b>')).toEqual([
    { is: 'link', text: 'in', href: '/shift' }, { is: 'text', text: ' ' }, { is: 'text', text: 'out' }, { is: 'text', text: ' ' }, { is: 'text', text: 'odd' },
    { is: 'text', text: ' ' }, { is: 'text', text: 'bad' }, { is: 'text', text: ') <b>' },
  ]);
});

const pressed = (key: string, differs: Partial<Pressed> = {}): Pressed => ({ key, hasModifier: false, isElsewhere: false, isOn: true, page: 'board', ...differs });

test('keys act where nothing is typed, not with Ctrl, not when they are off, and the letters of the board only there', () => {
  expect(['?', '/', 'a', '3', '0', 'x'].map((key) => actOfKey(pressed(key)))).toEqual([
    { is: 'keys' }, { is: 'search' }, { is: 'see-alarm' }, { is: 'open-bench', index: 2 }, null, null,
  ]);
  for (const differs of [{ hasModifier: true }, { isElsewhere: true }, { isOn: false }]) expect(['?', '/', 'a', '3'].map((key) => actOfKey(pressed(key, differs)))).toEqual([null, null, null, null]);
  expect(['?', '/', 'a', '3'].map((key) => actOfKey(pressed(key, { page: 'queue' })))).toEqual([{ is: 'keys' }, { is: 'search' }, null, null]);
  expect(actOfKey(pressed('/', { page: 'cases' }))).toBeNull();
});
