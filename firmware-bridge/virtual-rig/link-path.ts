/**
 * The stable path of the rig: a symbolic link to whatever terminal it has now. Replaced in one step, so that a reader
 * never finds half of it; it never replaces anything that is not a link.
 */
import { lstatSync, mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';

export type LinkState = 'free' | 'link' | 'taken';

export function linkState(path: string): LinkState {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'free';
  return found.isSymbolicLink() ? 'link' : 'taken';
}

export function pointLink(path: string, target: string, ownerPid: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${ownerPid}.new`;
  rmSync(draft, { force: true });
  symlinkSync(target, draft);
  renameSync(draft, path);
}

/** Takes the link away if it still points to this terminal; another rig's link stays. */
export function dropLink(path: string, target: string): void {
  if (linkState(path) === 'link' && readlinkSync(path) === target) rmSync(path, { force: true });
}
