/**
 * Pulls one lever of a running virtual rig and waits for its answer. For the command line and for tests; it never
 * throws, a rig that is not there is a refusal like any other.
 */
import { connect } from 'node:net';

export interface LeverState {
  readonly serial: string;
  readonly boot: number;
  readonly seated: boolean;
  readonly model: string | null;
  readonly phase: string;
  readonly zone: string;
  readonly restore: string | null;
  readonly gate: string;
  readonly permit: string;
  readonly latch: string | null;
  readonly estop: boolean;
  readonly session: string | null;
  readonly speed: number;
  readonly bentUm: number;
  readonly twistUm: number;
  readonly turned: boolean;
  readonly cable: 'in' | 'out';
  readonly silent: boolean;
  readonly ignoresStop: boolean;
  /** The rig cut charging and retracted its press, because people are in danger. */
  readonly cutOut: boolean;
  readonly uptimeMs: number;
  readonly path: string;
}
export type LeverAnswer =
  | { readonly ok: true; readonly state: LeverState }
  | { readonly ok: false; readonly what: string; readonly remedy: string };

const ANSWER_MS = 5000;
const ANSWER_BYTES_MAX = 65_536;

export function pullLever(socketPath: string, pull: { readonly lever: string } & Readonly<Record<string, unknown>>): Promise<LeverAnswer> {
  return new Promise((settle) => {
    const socket = connect(socketPath);
    let text = '';
    const end = (answer: LeverAnswer): void => {
      clearTimeout(late);
      socket.destroy();
      settle(answer);
    };
    const gone = (): void => end({ ok: false, what: 'no virtual rig answers there', remedy: 'start one, or look for the path of its levers in its ready line' });
    const late = setTimeout(() => end({ ok: false, what: 'the virtual rig did not answer within 5 s', remedy: 'look whether it hangs, and start it anew' }), ANSWER_MS);
    socket.setEncoding('utf8');
    socket.once('connect', () => socket.write(`${JSON.stringify(pull)}\n`));
    socket.once('error', gone);
    socket.once('close', gone);
    socket.on('data', (chunk: string) => {
      text += chunk;
      const at = text.indexOf('\n');
      if (at !== -1) end(readAnswer(text.slice(0, at)));
      else if (text.length > ANSWER_BYTES_MAX) gone();
    });
  });
}

function readAnswer(line: string): LeverAnswer {
  try {
    const answer: unknown = JSON.parse(line);
    if (isAnswer(answer)) return answer;
  } catch {
    // Falls through: whatever it is, it is not an answer of a rig.
  }
  return { ok: false, what: 'what answered is not a virtual rig', remedy: 'look at the path of the lever socket' };
}

function isAnswer(value: unknown): value is LeverAnswer {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'state' in value && typeof value.state === 'object' : 'what' in value && 'remedy' in value;
}
