/** Files that must be whole and on the disk before anything relies on them, also after a power cut. */
import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** `make` writes the draft; only a whole one gets the name. For the owner alone. */
export function placeDurably<Made>(path: string, make: (draft: string) => Made): Made {
  const draft = `${path}.draft`;
  rmSync(draft, { force: true });
  try {
    const made = make(draft);
    chmodSync(draft, 0o600);
    sync(draft);
    renameSync(draft, path);
    sync(dirname(path));
    return made;
  } finally {
    rmSync(draft, { force: true });
  }
}

export function writeDurably(path: string, text: string): void {
  placeDurably(path, (draft) => {
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeSync(file, text);
    } finally {
      closeSync(file);
    }
  });
}

export function appendDurably(path: string, text: string): void {
  const file = openSync(path, 'a', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
