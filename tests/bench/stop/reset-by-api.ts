/** Resets a trip through the public interface, as a person's page would, and tries again while its cause still stands. */
import { Agent, request } from 'node:http';

/** Long enough for a recorder that still looks for its server. */
const TRIES_MS_MAX = 20_000;
const AGAIN_MS = 20;
const ANSWER_MS_MAX = 5000;

interface Reply { readonly status: number; readonly text: string }

export class ResetByApi {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(serverUrl: string, bench: string) {
    this.#url = `${serverUrl}/api/benches/${bench}/reset`;
  }

  async reset(tripId: string): Promise<void> {
    const untilMs = performance.now() + TRIES_MS_MAX;
    let last = '';
    while (performance.now() < untilMs) {
      const { status, text } = await this.#post({ tripId, name: 'Bench One', secondName: 'Bench Two', reason: 'measured stop' });
      if (status === 200) return;
      last = `${String(status)} ${text}`;
      await new Promise((resolve) => { setTimeout(resolve, AGAIN_MS); });
    }
    throw new Error(`the trip ${tripId} could not be reset: ${last}`);
  }

  #post(body: object): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const asked = request(this.#url, { method: 'POST', agent: this.#agent, headers: { 'content-type': 'application/json' } }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => { text += part; });
        answer.on('end', () => { resolve({ status: answer.statusCode ?? 0, text }); });
        answer.on('error', reject);
      });
      asked.setTimeout(ANSWER_MS_MAX, () => { asked.destroy(new Error('no answer to the reset within 5 s')); });
      asked.on('error', reject);
      asked.end(JSON.stringify(body));
    });
  }

  close(): void { this.#agent.destroy(); }
}
