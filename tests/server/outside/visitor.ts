/** Somebody outside with a browser: keeps cookies, fills in the forms of the pages that it was shown, and says where it comes from as browsers do. */
import { request } from 'node:http';
import type { TestServer } from '../running-server.ts';

export const URL_OUTSIDE = 'https://repairs.example';

export interface Shown {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly bytes: Buffer;
}

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The hidden fields of the form that goes to this address. */
export function hiddenOf(page: string, action: string): Record<string, string> {
  const form = page.split('<form ').find((part) => part.includes(`action="${action}"`))?.split('</form>')[0];
  if (form === undefined) throw new Error(`no form goes to ${action}`);
  return Object.fromEntries([...form.matchAll(/<input type="hidden" name="([^"]+)"(?: id="[^"]+")? value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]));
}

export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #listen: string;
  readonly #address: string;

  constructor(server: Pick<TestServer, 'publicListenUrl'>, address = '203.0.113.7') {
    this.#listen = server.publicListenUrl ?? '';
    this.#address = address;
  }

  ask(method: string, path: string, body = '', headers: Readonly<Record<string, string>> = {}): Promise<Shown> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Promise((resolve, reject) => {
      const sent = request(`${this.#listen}${path}`, {
        method, headers: { host: 'repairs.example', 'x-forwarded-for': this.#address, ...(cookie === '' ? {} : { cookie }), ...(method === 'GET' ? {} : { origin: URL_OUTSIDE, 'sec-fetch-site': 'same-origin' }), ...headers },
      }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          for (const line of answer.headers['set-cookie'] ?? []) {
            const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
            if (value === '') this.cookies.delete(name);
            else this.cookies.set(name, value);
          }
          const bytes = Buffer.concat(chunks);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes.toString('utf8'), bytes });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  get(path: string): Promise<Shown> {
    return this.ask('GET', path);
  }

  /** Sends the fields as a form does. */
  post(path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Shown> {
    return this.ask('POST', path, new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded', ...headers });
  }

  /** Opens the page, then sends its form to this address, filled in. */
  async fill(page: string, action: string, fields: Readonly<Record<string, string>> = {}): Promise<Shown> {
    const shown = await this.get(page);
    return this.post(action, { ...hiddenOf(shown.body, action), ...fields });
  }
}
