/** Sends bytes as they are, which no browser and no client library would, and reads what comes back until the end. */
import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Ends its own side only when asked to, so that a server that waits is seen waiting. */
export function sendRaw(url: string, text: string, limitMs = 5000): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname.replaceAll(/[[\]]/g, ''), () => socket.write(text));
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no end within ${limitMs} ms after ${JSON.stringify(text.slice(0, 60))}`));
    }, limitMs);
    let answer = '';
    socket.on('data', (piece: Buffer) => (answer += piece.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      const end = answer.indexOf('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0), head: answer.slice(0, Math.max(0, end)), body: answer.slice(end + 4) });
    });
  });
}

/** One request with these headers in this order, also several of one name. */
export function rawRequest(line: string, headers: readonly string[], body = ''): string {
  return [line, ...headers, 'Connection: close', ...(body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]), '', body].join('\r\n');
}
