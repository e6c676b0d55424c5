/**
 * An exported chain in a folder: written whole or not at all, and read again for a check. What is read may come from
 * anybody; a file that is missing is refused by its name, one that was changed is for the check to find.
 */
import type { KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { anchorSchema, caseCodeSchema } from '../contract/custody.ts';
import { bytesOfLine } from '../domain/custody/chain.ts';
import { keyName, signatureName } from '../domain/custody/export-files.ts';
import type { KeptChain } from '../domain/custody/verify.ts';
import { makeFolder } from '../make-folder.ts';
import { detailOf, StartRefusal } from '../start-refusal.ts';
import { publicFromPem, signedByOneOf } from './custody-key.ts';

const BYTES_MAX = 256 * 1024 * 1024;
const KEYS_MAX = 100;

const refuse = (detail: string): StartRefusal => new StartRefusal('custody-wrong', { detail });

export function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  if (existsSync(folder)) throw refuse(`${folder} is there already`);
  const draft = `${folder}.draft`;
  try {
    rmSync(draft, { recursive: true, force: true });
    for (const [name, bytes] of files) {
      makeFolder(dirname(join(draft, name)));
      writeSynced(join(draft, name), bytes);
    }
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw refuse(`${folder} cannot be written (${detailOf(error)})`);
  }
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const anchorsSchema = z.object({
  case: z.uuid(), code: caseCodeSchema, head: z.object({ seq: z.number().int(), hash: z.string() }), anchors: z.array(anchorSchema),
});

export function readFolder(folder: string): { readonly chain: KeptChain; readonly keys: readonly KeyObject[] } {
  const about = anchorsSchema.safeParse(jsonIn(folder, 'anchors.json'));
  if (!about.success) throw refuse(`anchors.json in ${folder} is not what an export holds: ${about.error.issues[0]?.path.join('.') ?? ''}`);
  const keys = readKeys(folder);
  const isSigned = signedByOneOf(keys);
  const text = textIn(folder, 'custody.jsonl');
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  let key = 1;
  const events = lines.map((line, index) => {
    const signature = signatureIn(folder, index + 1);
    // Which key it was, the export does not say. What no key signed is held against the one before it.
    key = keys.findIndex((_, place) => isSigned(bytesOfLine(line), signature, place + 1)) + 1 || key;
    return { seq: index + 1, line, hash: null, signature, key };
  });
  const { case: caseId, code, head, anchors } = about.data;
  return { chain: { caseId, code, head, anchors, events }, keys };
}

function readKeys(folder: string): KeyObject[] {
  const keys: KeyObject[] = [];
  for (let number = 1; number <= KEYS_MAX && (number === 1 || existsSync(join(folder, keyName(number)))); number += 1) {
    try {
      keys.push(publicFromPem(textIn(folder, keyName(number))));
    } catch (error) {
      throw error instanceof StartRefusal ? error : refuse(`${keyName(number)} in ${folder} is no public key`);
    }
  }
  return keys;
}

const signatureIn = (folder: string, seq: number): string =>
  (existsSync(join(folder, signatureName(seq))) ? readFileSync(join(folder, signatureName(seq))).toString('base64') : '');

function textIn(folder: string, name: string): string {
  const path = join(folder, name);
  try {
    if (statSync(path).size > BYTES_MAX) throw new Error('it is larger than 256 MB');
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw refuse(`${name} in ${folder} cannot be read (${detailOf(error)})`);
  }
}

function jsonIn(folder: string, name: string): unknown {
  const text = textIn(folder, name);
  try {
    return JSON.parse(text);
  } catch {
    throw refuse(`${name} in ${folder} is not JSON`);
  }
}
