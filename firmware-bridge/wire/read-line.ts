/** A line of the rig as the event it is: a message, or a corrupt line with the reason. Nothing throws, nothing is guessed. */
import { decodeFrame, type FrameRefusal } from './frame.ts';
import { readRigMessage, type RigMessage } from './rig-message.ts';

export type ReadLine =
  | { readonly kind: 'line'; readonly session: string; readonly n: number; readonly message: RigMessage }
  | { readonly kind: 'corrupt'; readonly why: FrameRefusal | 'bad-message' };

/** Takes one line without its LF. */
export function readLine(text: string): ReadLine {
  const decoded = decodeFrame(text);
  if (!decoded.ok) return { kind: 'corrupt', why: decoded.why };
  const message = readRigMessage(decoded.frame);
  return message === undefined ? { kind: 'corrupt', why: 'bad-message' } : { kind: 'line', session: decoded.frame.session, n: decoded.frame.n, message };
}
