/**
 * Where the bridge's control socket lies. Unix socket paths are limited to about 108 bytes, so a deep state folder gets
 * a short folder under the system's temporary one instead; both ends compute the same place.
 */
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SOCKET_PATH_BYTES_MAX = 100;

export function socketPath(stateDir: string): string {
  const absolute = resolve(stateDir);
  const direct = join(absolute, 'bridge.sock');
  if (Buffer.byteLength(direct) <= SOCKET_PATH_BYTES_MAX) return direct;
  const short = createHash('sha256').update(absolute).digest('hex').slice(0, 16);
  return join(tmpdir(), `holdfast-${short}`, 'bridge.sock');
}
