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

export type Dial = (token: string, events: LineEvents) => DialledSocket;

export function createDial(url: string): Dial {
  return (token, events) => {
    const socket = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } });
    let hasEnded = false;
    const end = (why: string): void => {
      if (hasEnded) return;
      hasEnded = true;
      events.ended(why);
    };
    socket.addEventListener('open', () => events.opened());
    socket.addEventListener('message', (event) => events.received(typeof event.data === 'string' ? event.data : null));
    socket.addEventListener('error', () => end('the server did not answer, or refused the token'));
    socket.addEventListener('close', (event) => end(`closed with ${event.code} ${event.reason}`.trim()));
    return {
      send: (text) => socket.send(text),
      close: () => socket.close(),
      bufferedBytes: () => socket.bufferedAmount,
    };
  };
}
