/**
 * Cuts the host's bytes into stop bytes, whole lines and corrupt ones. Pure and total on any bytes; it never holds more
 * than one line, and a CAN takes effect wherever it stands. Source: PROTOCOL.md §2, §6.
 */
import { LINE_BYTES_MAX, STOP_BYTE } from '../wire/frame.ts';
import type { RigState } from './rig-state.ts';

export type HostToken = { readonly kind: 'can' } | { readonly kind: 'line'; readonly text: string } | { readonly kind: 'corrupt' };
export type HostInput = RigState['input'];

const LF = 0x0a;

export function cutBytes(input: HostInput, bytes: string): { readonly input: HostInput; readonly tokens: readonly HostToken[] } {
  const tokens: HostToken[] = [];
  let { text, mode } = input;
  for (let index = 0; index < bytes.length; index += 1) {
    const code = bytes.charCodeAt(index);
    if (code === STOP_BYTE) {
      tokens.push({ kind: 'can' });
      text = '';
      mode = 'after-can';
    } else if (code === LF) {
      if (mode === 'line') tokens.push({ kind: 'line', text });
      else if (mode === 'overlong') tokens.push({ kind: 'corrupt' });
      text = '';
      mode = 'line';
    } else if (mode === 'line') {
      text += bytes.charAt(index);
      if (text.length >= LINE_BYTES_MAX) {
        text = '';
        mode = 'overlong';
      }
    }
  }
  return { input: { text, mode }, tokens };
}
