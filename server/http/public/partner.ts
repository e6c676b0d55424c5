/** /p/{token}: the pages of a partner, behind a PIN. A right PIN opens them in one browser; each form says what it changes and does it once. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { PartnerActName } from '../../outside/partner-desk.ts';
import { PIN_DIGITS } from '../../domain/cases/pin-pause.ts';
import { giveBrowser, readBrowser, takeBrowser } from './browser-cookie.ts';
import { button, dayIso, emptyIsNull, field, form, isOurs, readForm, text, wholeNumber } from './forms.ts';
import type { Sent } from './forms.ts';
import { partnerBody } from './partner-page.ts';
import { answered, formGone, linkGone, publicPage, say, show, tooMany } from './public-page.ts';
import type { PageStatus } from './public-page.ts';
import type { PublicPorts } from './public-ports.ts';
import { spoken } from './spoken.ts';
import { wordsFor } from '../../contract/words-for.ts';

/** The form that asks for the PIN is shown to whoever has the link, before anybody is known. */
const ENTRY = 'entry';

export const partnerRoutes = (ports: PublicPorts): Hono => {
  const { partner, seal, cookies } = ports;
  const cookieOf = (token: string): string => `${cookies.partner}-${seal(`cookie\n${token}`).slice(0, 10)}`;
  const sessionOf = (context: Context, token: string): string => readBrowser(context, cookieOf(token));
  /** The form of an opened page; an answer where it cannot be taken. */
  const posted = async (context: Context, token: string, action: string): Promise<Sent | Response> => {
    const seen = partner.open(token, sessionOf(context, token), wordsFor('en'));
    if (seen === null) return notIn(context, ports, token, 401);
    const sent = await readForm(context);
    return sent !== null && isOurs(ports, sent, seen.linkId, action) ? sent : formGone(context, ports, `/p/${token}`);
  };
  const act = (name: PartnerActName, part: string, bodyOf: (sent: Sent) => Body) => async (context: Context): Promise<Response> => {
    const token = context.req.param('token') ?? '';
    const sent = await posted(context, token, `/p/${token}/${part}`);
    if (sent instanceof Response) return sent;
    const answer = partner.act(token, sessionOf(context, token), name, { id: text(sent, 'id'), ...bodyOf(sent) }, { address: context.get('address') });
    return answered(context, ports, answer, `/p/${token}`);
  };
  const routes = new Hono();
  routes
    .get('/p/:token', (context) => {
      const token = context.req.param('token');
      const here = spoken(context, ports);
      const seen = partner.open(token, sessionOf(context, token), here.words);
      if (seen === null) return notIn(context, ports, token, 200);
      return show(context, publicPage(here, `${here.words.pages.partner.sheet} ${seen.sheet.code}`, partnerBody(here, token, seen, context.req.query('sent') !== undefined), seen.transfer.state === 'given' ? ['sign.js'] : []));
    })
    .post('/p/:token/enter', async (context) => {
      const token = context.req.param('token');
      const sent = await readForm(context);
      if (sent === null || !isOurs(ports, sent, ENTRY, `/p/${token}/enter`)) return formGone(context, ports, `/p/${token}`);
      const entered = await partner.enter(token, text(sent, 'pin').replaceAll(' ', ''), { address: context.get('address') });
      if ('session' in entered) {
        giveBrowser(context, cookieOf(token), entered.session);
        return context.redirect(`/p/${token}`, 303);
      }
      if (entered.refusal === 'too-many-tries') return tooMany(context, ports, entered.waitMs, `/p/${token}`);
      if (entered.refusal === 'busy') return tooMany(context, ports, 5000, `/p/${token}`);
      return askPin(context, ports, token, true, 401);
    })
    .post('/p/:token/sign', act('sign-taken', 'sign', signOf))
    .post('/p/:token/stage', act('report-stage', 'stage', stageOf))
    .post('/p/:token/outcome', act('record-outcome', 'outcome', outcomeOf))
    .post('/p/:token/message', async (context) => {
      const token = context.req.param('token');
      const sent = await posted(context, token, `/p/${token}/message`);
      if (sent instanceof Response) return sent;
      const message = { id: text(sent, 'id'), to: text(sent, 'to'), words: text(sent, 'words') };
      return answered(context, ports, partner.write(token, sessionOf(context, token), message, { address: context.get('address') }), `/p/${token}`, `/p/${token}?sent`);
    })
    .post('/p/:token/copy', async (context) => {
      const token = context.req.param('token');
      const sent = await posted(context, token, `/p/${token}/copy`);
      if (sent instanceof Response) return sent;
      const copy = partner.copy(token, sessionOf(context, token));
      if (copy === null) return say(context, ports, ({ pages }) => ({ title: pages.notDone, text: pages.link.goneDo }), 404, `/p/${token}`);
      return context.body(new Uint8Array(copy.bytes), 200, { 'content-type': 'application/x-tar', 'content-disposition': `attachment; filename="${copy.name}"`, 'cache-control': 'no-store' });
    })
    .post('/p/:token/leave', async (context) => {
      const token = context.req.param('token');
      const sent = await posted(context, token, `/p/${token}/leave`);
      if (sent instanceof Response) return sent;
      partner.leave(sessionOf(context, token));
      takeBrowser(context, cookieOf(token));
      return context.redirect(`/p/${token}`, 303);
    });
  return routes;
};

/** Whoever is not in: the PIN is asked for only where it can open something now. */
function notIn(context: Context, ports: PublicPorts, token: string, status: PageStatus): Response | Promise<Response> {
  const pin = ports.partner.pinFor(token);
  if (pin === null) return linkGone(context, ports);
  return pin.waitMs > 0 ? tooMany(context, ports, pin.waitMs, `/p/${token}`) : askPin(context, ports, token, false, status);
}

function askPin(context: Context, ports: PublicPorts, token: string, isWrong: boolean, status: PageStatus): Response | Promise<Response> {
  const here = spoken(context, ports);
  const words = here.words.pages.partner;
  return show(context, publicPage(here, words.sheet, html`<h1>${isWrong ? words.pinWrong : words.sheet}</h1>
<p>${isWrong ? words.pinWrongWords : words.lead}</p>
${form(ports, ENTRY, `/p/${token}/enter`, html`${field({ label: words.pin, name: 'pin', hint: words.pinHint, numeric: true, max: PIN_DIGITS + 1, required: true })}${button(words.enter)}`)}`), status);
}

type Body = Readonly<Record<string, unknown>>;
const signOf = (sent: Sent): Body => ({
  signedBy: 'link', sealIntact: text(sent, 'seal'), condition: text(sent, 'condition'), private: { signature: { name: text(sent, 'name'), strokes: strokesOf(text(sent, 'strokes')) } },
});
const stageOf = (sent: Sent): Body => ({ stage: text(sent, 'stage'), expectedAtIso: dayIso(text(sent, 'expected')) });
const outcomeOf = (sent: Sent): Body => ({
  deviceId: text(sent, 'device'), result: text(sent, 'result'), photos: countOf(sent, 'photos'), videos: countOf(sent, 'videos'), other: countOf(sent, 'other'), delivered: text(sent, 'delivered'),
  copyDeletedByIso: dayIso(text(sent, 'gone')), words: text(sent, 'words'),
});

/** Something that was typed and is no number is told, not left out. */
const countOf = (sent: Sent, name: string): number | string | null => {
  const typed = emptyIsNull(text(sent, name).replaceAll(/[ .,']/g, ''));
  return typed === null ? null : wholeNumber(typed) ?? typed;
};

function strokesOf(written: string): unknown {
  try {
    return written === '' ? [] : JSON.parse(written);
  } catch {
    return null;
  }
}
