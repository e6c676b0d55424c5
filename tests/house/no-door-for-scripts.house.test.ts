/** The sources of page and server open no door for a script: nothing is set as HTML, no code is made of text, secrets are typed into masked fields. */
import { expect, test } from 'vitest';
import { codeOnly, filesBelow, isTypeScript, placesOf, read } from './sources.ts';

const web = filesBelow('web').filter((path) => isTypeScript(path) && !path.startsWith('web/dist/'));
const server = filesBelow('server').filter(isTypeScript);
const pages = filesBelow('web').filter((path) => path.endsWith('.html') && !path.startsWith('web/dist/'));

test('nothing is set as HTML, and no window listens to another one', () => {
  const pattern = /\b(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|unsafeStatic|srcdoc|createContextualFragment|DOMParser)\b|document\.write|window\.open\(|\bopener\b|(?:window|globalThis)\.(?:addEventListener\('message'|onmessage|postMessage)/;
  expect(web.length).toBeGreaterThan(20);
  expect(web.flatMap((path) => placesOf(path, codeOnly(path), pattern))).toEqual([]);
});

test('no code is made of text, and no pattern of what somebody typed', () => {
  const pattern = /\beval\(|new Function\(|\bFunction\('|from 'node:vm'|setTimeout\('|setInterval\('/;
  expect([...web, ...server].flatMap((path) => placesOf(path, codeOnly(path), pattern))).toEqual([]);
  expect([...web, ...server].flatMap((path) => placesOf(path, read(path), /\bimport\((?!['"]\.{1,2}\/)/))).toEqual([]);
  expect(server.flatMap((path) => placesOf(path, codeOnly(path), /new RegExp\(/))).toEqual([]);
});

test('a page holds no script and no style of its own, and loads nothing from elsewhere', () => {
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) {
    const text = read(page);
    expect([page, [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].filter(([, inside = '']) => inside.trim() !== '').length]).toEqual([page, 0]);
    expect([page, /\son[a-z]+=|javascript:|<style|(?:src|href)="(?:https?:)?\/\//i.test(text)]).toEqual([page, false]);
  }
});

test('passwords, badges and PINs are typed into masked fields that password managers know, and nothing hinders pasting', () => {
  const texts = web.map((path) => ({ path, text: read(path) }));
  const fields = texts.flatMap(({ path, text }) => [...text.matchAll(/<input\b[^>]*?\bname="(password|badge|pin)"[^]*?\/>/g)].map(([field, name]) => ({ path, name, field })));
  expect(new Set(fields.map(({ name }) => name))).toEqual(new Set(['password', 'badge', 'pin']));
  expect(fields.filter(({ field }) => !/type=(?:"password"|\$\{this\.isShown \? 'text' : 'password'\})/.test(field))).toEqual([]);
  expect(fields.filter(({ field }) => !/autocomplete=/.test(field))).toEqual([]);
  expect(texts.flatMap(({ path, text }) => placesOf(path, text, /@paste|onpaste|'paste'/))).toEqual([]);
});
