/** The signs of the ways through the room: benches, queue, cases, more. Drawn with one pen, so that they read as one set. */
import { svg } from 'lit';

const pen = (path: string) => svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"></path>`;

export const navIcons = {
  board: pen('M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z'),
  queue: pen('M4 6h16M4 12h10M4 18h6M17 13v7M14 17l3 3 3-3'),
  cases: pen('M3 7a2 2 0 0 1 2-2h4l2 2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z'),
  more: pen('M4 7h16M4 12h16M4 17h16'),
} as const;
