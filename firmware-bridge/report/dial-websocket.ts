/**
 * Dials the server with Node's own WebSocket and the bearer token in a header. It hands on text and the end of the
 * connection, exactly one end; it decides nothing.
 */

export interface LineEvents {
  readonly opened: () => void;
  /** null: a binary message, which nobody sends. */
  readonly received: (text: string | null) => void;
  readonly ended: (why: string) => void;
}

export interface DialledSocket {
  readonly send: (text: string) => void;
  readonly close: () => void;
  readonly bufferedBytes: () => number;
}

/**
 * A server that hangs keeps its end of a closed connection open, and Node's WebSocket then waits for ever. That many may
 * wait; they end with the server's process or with its first word, so dialling more before that would only use up files.
 */
const LEAVING_MAX = 16;

export type Dial = (token: string, events: LineEvents) => DialledSocket;

export function createDial(url: string): Dial {
  let leaving = 0;
  return (token, events) => {
    if (leaving >= LEAVING_MAX) throw new Error('the server hangs: it has not closed the lines given up before');
    const socket = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } });
    let hasEnded = false;
    let isLeaving = false;
    const end = (why: string): void => {
      if (hasEnded) return;
      hasEnded = true;
      events.ended(why);
    };
    socket.addEventListener('open', () => events.opened());
    socket.addEventListener('message', (event) => events.received(typeof event.data === 'string' ? event.data : null));
    socket.addEventListener('error', () => end('the server did not answer, or refused the token'));
    socket.addEventListener('close', (event) => {
      if (isLeaving) leaving -= 1;
      end(`closed with ${event.code} ${event.reason}`.trim());
    });
    return {
      send: (text) => socket.send(text),
      close: () => {
        if (isLeaving || socket.readyState === WebSocket.CLOSED) return;
        isLeaving = true;
        leaving += 1;
        socket.close();
      },
      bufferedBytes: () => socket.bufferedAmount,
    };
  };
}
