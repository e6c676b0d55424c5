/**
 * Finds the Node that runs the product: the one from the lock file, or the running one where that platform has no such
 * package and it is new enough. It must never return a Node on which the database would crash.
 */
import { accessSync, constants, realpathSync } from 'node:fs';
import { atRoot } from './project-root.mjs';

// The database's binary needs Node-API 10; on an older Node it ends the process without a word. Source: better-sqlite3 13.
const NODE_API_MIN = 10;

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

export const pinnedRuntimePath = () => atRoot('node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');

/** True when the running Node can run the product itself: TypeScript without a build, and the database. */
export const runningNodeFits = () => Number(process.versions.napi) >= NODE_API_MIN && Boolean(process.features.typescript);

export function findRuntime() {
  const pinned = pinnedRuntimePath();
  if (isExecutable(pinned)) return realpathSync(pinned);
  if (runningNodeFits()) return process.execPath;
  throw new Error(
    `The runtime of Holdfast for ${process.platform}-${process.arch} is not installed, and this Node (${process.version}) is too old to `
    + 'stand in for it: run "npm start" once in the project folder, or use Node 24.',
  );
}
