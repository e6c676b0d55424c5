/** Pages that only listen: some WebSockets on the live feed, in a process of their own. They read everything and keep nothing. */
import { WebSocket } from 'ws';

export type FromFeedClients = { readonly type: 'ready' } | { readonly type: 'counted'; readonly least: number; readonly open: number };

const [url = '', wanted = '19', cookie = ''] = process.argv.slice(2);
const heard: number[] = [];
const sockets: WebSocket[] = [];
const tell = (message: FromFeedClients): void => { process.send?.(message); };

for (let index = 0; index < Number(wanted); index += 1) {
  heard.push(0);
  const socket = new WebSocket(url, { headers: { cookie }, origin: new URL(url.replace(/^ws/, 'http')).origin });
  sockets.push(socket);
  socket.on('message', () => {
    heard[index] = (heard[index] ?? 0) + 1;
    if (heard[index] === 1 && heard.every((count) => count > 0)) tell({ type: 'ready' });
  });
  socket.on('error', () => undefined);
}
process.on('message', () => {
  tell({ type: 'counted', least: Math.min(...heard), open: sockets.filter((socket) => socket.readyState === WebSocket.OPEN).length });
});
process.on('disconnect', () => { process.exit(0); });
