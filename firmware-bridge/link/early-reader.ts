/**
 * Reads a port the moment it becomes readable, in the same turn of the loop, instead of waiting for a thread to do it.
 * The port's own stream stays in charge of opening, closing and errors, and delivers whatever this reader did not take.
 */
import { readSync } from 'node:fs';
import type { SerialPort } from 'serialport';

const CHUNK_BYTES = 4096;

interface ReadableNow {
  readonly fd: number;
  readonly poller: { on: (event: 'readable', take: (error: Error | null | undefined) => void) => unknown };
}

/** The descriptor and its poller, where the binding has them; elsewhere the stream alone delivers. */
function readableNow(binding: unknown): ReadableNow | null {
  if (typeof binding !== 'object' || binding === null || !('fd' in binding) || !('poller' in binding)) return null;
  const { fd, poller } = binding;
  if (typeof fd !== 'number' || typeof poller !== 'object' || poller === null || !('on' in poller)) return null;
  return binding as ReadableNow;
}

/**
 * Calls `take` with bytes as they become readable. The bytes are valid only during the call. The order holds: the stream
 * asks for more only after this reader had its turn. Nothing is told of errors; the stream meets the same ones.
 */
export function readEarly(port: SerialPort, take: (chunk: Uint8Array) => void): void {
  const now = readableNow(port.port);
  if (now === null) return;
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  now.poller.on('readable', (error) => {
    if (error !== null && error !== undefined) return;
    let count = 0;
    try {
      count = port.isOpen ? readSync(now.fd, buffer, 0, CHUNK_BYTES, null) : 0;
    } catch {
      return;
    }
    if (count > 0) take(buffer.subarray(0, count));
  });
}
