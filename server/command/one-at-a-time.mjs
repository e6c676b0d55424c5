/**
 * A lock that lets one process at a time install or build. The file names its holder; a holder that is dead, or whose
 * number meanwhile belongs to another process, is recognised. It must never break the lock of a living holder.
 */
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const POLL_MS = 150;
// Taking a dead holder's lock away lasts microseconds; a mark older than this was left by a crash in the middle of it.
const BREAKING_MS_MAX = 5_000;

/** The start time of a process in clock ticks since boot, so that a reused number is noticed; empty where unknown. */
function startTicks(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readHolder(path) {
  try {
    const [pid, ticks] = readFileSync(path, 'utf8').trim().split(' ');
    return { pid: Number(pid), ticks: ticks ?? '' };
  } catch {
    return null;
  }
}

const isDead = (holder) => !Number.isInteger(holder.pid) || holder.pid < 1 || !isAlive(holder.pid)
  || (holder.ticks !== '' && startTicks(holder.pid) !== '' && holder.ticks !== startTicks(holder.pid));

/** Link is atomic and carries the content with it: nobody ever reads a lock without a name in it. */
function tryTake(path) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, `${process.pid} ${startTicks(process.pid)}\n`);
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new Error(`The lock ${path} could not be made: ${error.message}`);
  } finally {
    rmSync(own, { force: true });
  }
}

/** Only one process at a time may look at a dead holder's lock and remove it, or it could remove its successor's. */
function breakDead(path) {
  const breaking = `${path}.breaking`;
  try {
    mkdirSync(breaking);
  } catch {
    const ageMs = Date.now() - (statSync(breaking, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (ageMs > BREAKING_MS_MAX) rmSync(breaking, { recursive: true, force: true });
    return;
  }
  try {
    const holder = readHolder(path);
    if (holder !== null && isDead(holder)) rmSync(path, { force: true });
  } finally {
    rmSync(breaking, { recursive: true, force: true });
  }
}

/** Runs `work` while holding the lock; says once whom it waits for. */
export async function oneAtATime(path, say, work) {
  mkdirSync(dirname(path), { recursive: true });
  let saidAtPid = 0;
  while (!tryTake(path)) {
    const holder = readHolder(path);
    if (holder !== null && isDead(holder)) {
      breakDead(path);
      continue;
    }
    if (holder !== null && holder.pid !== saidAtPid) {
      saidAtPid = holder.pid;
      say(`Another start (process ${holder.pid}) is installing or building. Waiting for it…`);
    }
    await new Promise((resolve) => { setTimeout(resolve, POLL_MS); });
  }
  const release = () => { if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true }); };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
