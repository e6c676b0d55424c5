/**
 * The WebSockets that are open, each with the question whether who opened it still may. It is asked every second, and at
 * once when somebody signed out or a machine was revoked: a feed never outlives the right to it.
 */

export interface OpenSocket {
  stillMay(): boolean;
  close(): void;
}

export interface OpenSockets {
  /** Returns what to call when the socket has gone. */
  add(socket: OpenSocket): () => void;
  /** Closes whatever may no more. */
  check(): void;
}

export function createOpenSockets(): OpenSockets {
  const open = new Set<OpenSocket>();
  return {
    add(socket) {
      open.add(socket);
      return () => open.delete(socket);
    },
    check() {
      for (const socket of open) {
        if (socket.stillMay()) continue;
        open.delete(socket);
        socket.close();
      }
    },
  };
}
