/** /agent: the door for support agents. They sign in as inside, file a brief, and see what became of the own ones; nothing else is here. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { RESCUE_QUESTIONS, TRI } from '../../contract/case-parts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { isoOfStoreTime } from '../../domain/store-clock.ts';
import { sayerFor } from '../../domain/papers/paper-frame.ts';
import type { AgentSeen } from '../../outside/agent-desk.ts';
import type { Markup } from '../papers/qr-picture.ts';
import { amendForm, amendmentOf } from './agent-amend.ts';
import { giveBrowser, readBrowser, takeBrowser } from './browser-cookie.ts';
import { area, button, choice, emptyIsNull, field, form, isOurs, isSet, readForm, text, tick } from './forms.ts';
import type { Sent } from './forms.ts';
import { answered, formGone, publicPage, say, show, tooMany } from './public-page.ts';
import type { PageStatus } from './public-page.ts';
import type { PublicPorts } from './public-ports.ts';
import { spoken, spokenIn } from './spoken.ts';
import type { SpokenPorts } from './spoken.ts';
import { LANGUAGES, LANGUAGE_NAMES } from '../../contract/languages.ts';
import type { Language } from '../../contract/languages.ts';
import type { ServerWords } from '../../contract/words-for.ts';

const DOOR = 'agent-door';
const FILED_SHOWN = /^[0-9A-HJKMNP-TV-Z]{4,6}$/;

export const agentRoutes = (ports: PublicPorts): Hono => {
  const { agent, cookies } = ports;
  const from = (context: Context) => ({ address: context.get('address'), program: context.req.header('user-agent') ?? '' });
  const seenBy = (context: Context): AgentSeen | null => agent.open(readBrowser(context, cookies.agent));
  const askIn = (context: Context, failure: ((words: ServerWords) => string) | null, status: PageStatus) => {
    const here = spoken(context, ports);
    const words = here.words.pages.agent;
    const failed = failure?.(here.words) ?? null;
    return show(context, publicPage(here, words.title, html`<h1>${words.title}</h1>
${failed === null ? '' : html`<div class="card" role="alert"><h2>${words.failed}</h2><p>${failed}</p></div>`}
${form(ports, DOOR, '/agent/enter', html`${field({ label: words.user, name: 'user', max: 80, required: true, autocomplete: 'username' })}
${field({ label: words.password, name: 'password', type: 'password', max: 200, required: true, autocomplete: 'current-password' })}
${field({ label: words.code, name: 'code', hint: words.codeHint, max: 10, numeric: true, autocomplete: 'one-time-code' })}
${button(words.signIn)}`)}`), status);
  };
  const posted = async (context: Context, action: string): Promise<Sent | Response> => {
    const seen = seenBy(context);
    if (seen === null) return askIn(context, null, 401);
    const sent = await readForm(context);
    return sent !== null && isOurs(ports, sent, seen.sessionId, action) ? sent : formGone(context, ports, '/agent');
  };
  const routes = new Hono();
  routes
    .get('/agent', (context) => {
      const seen = seenBy(context);
      if (seen === null) return askIn(context, null, 200);
      const filed = context.req.query('filed') ?? '';
      const here = spoken(context, ports);
      return show(context, publicPage(here, here.words.pages.agent.title, agentBody(here, seen, FILED_SHOWN.test(filed) ? filed : null)));
    })
    .post('/agent/enter', async (context) => {
      const sent = await readForm(context);
      if (sent === null || !isOurs(ports, sent, DOOR, '/agent/enter')) return formGone(context, ports, '/agent');
      // A password is taken as typed: its blanks may belong to it.
      const entered = await agent.enter({ user: text(sent, 'user'), password: sent.get('password') ?? '', code: text(sent, 'code').replaceAll(' ', '') }, from(context));
      if ('session' in entered) {
        giveBrowser(context, cookies.agent, entered.session);
        return context.redirect('/agent', 303);
      }
      if (entered.refusal === 'too-many-tries') return tooMany(context, ports, entered.waitMs, '/agent');
      if (entered.refusal === 'busy') return tooMany(context, ports, 5000, '/agent');
      return askIn(context, ({ problems, pages }) => (entered.refusal === 'code-needed' ? problems['code-needed'].remedy : pages.agent.failedWords), 401);
    })
    .post('/agent/brief', async (context) => {
      const sent = await posted(context, '/agent/brief');
      if (sent instanceof Response) return sent;
      const filed = agent.file(readBrowser(context, cookies.agent), briefOf(sent, spokenIn(context).words.language, ports.timeZone), from(context));
      if ('refusal' in filed && filed.refusal === 'not-signed-in') return askIn(context, null, 401);
      return answered(context, ports, filed, 'done' in filed ? `/agent?filed=${filed.code}` : '/agent');
    })
    .post('/agent/amend', async (context) => {
      const sent = await posted(context, '/agent/amend');
      if (sent instanceof Response) return sent;
      const session = readBrowser(context, cookies.agent);
      const brief = agent.open(session)?.briefs.find(({ code }) => code === text(sent, 'case'));
      if (brief === undefined) return formGone(context, ports, '/agent');
      const amended = agent.amend(session, brief, amendmentOf(sent, brief, ports.timeZone), from(context));
      if ('refusal' in amended && amended.refusal === 'not-signed-in') return askIn(context, null, 401);
      return answered(context, ports, amended, '/agent');
    })
    .post('/agent/leave', async (context) => {
      const sent = await posted(context, '/agent/leave');
      if (sent instanceof Response) return sent;
      agent.leave(readBrowser(context, cookies.agent), from(context));
      takeBrowser(context, cookies.agent);
      return say(context, ports, ({ pages }) => ({ title: pages.done, text: pages.agent.signOut }), 200, '/agent');
    });
  return routes;
};

function briefOf(sent: Sent, own: Language, timeZone: string): object {
  const answers = RESCUE_QUESTIONS.map((question) => [question, text(sent, question) || 'not-known'] as const);
  const rescue = Object.fromEntries(answers.filter(([, answer]) => answer !== 'not-known'));
  const ids = { serial: emptyIsNull(text(sent, 'serial')), imei: emptyIsNull(text(sent, 'imei').replaceAll(/[ -]/g, '')), ecid: null };
  const hasDevice = ids.serial !== null || ids.imei !== null || text(sent, 'model') !== '';
  return {
    id: text(sent, 'id'), irreplaceable: isSet(sent, 'irreplaceable'), language: text(sent, 'language'), expectedAtIso: isoOfStoreTime(text(sent, 'expected'), timeZone), rescue, device: hasDevice ? { ids, looks: { model: text(sent, 'model') } } : null,
    private: {
      contact: { name: text(sent, 'name'), greeting: text(sent, 'greeting'), mail: emptyIsNull(text(sent, 'mail')), phone: emptyIsNull(text(sent, 'phone')), mayCall: isSet(sent, 'may-call') },
      story: { matters: text(sent, 'matters'), doNotAsk: text(sent, 'do-not-ask'), happened: text(sent, 'happened') },
      agent: { name: text(sent, 'own-name'), mail: emptyIsNull(text(sent, 'own-mail')), reference: text(sent, 'reference'), language: own },
    },
  };
}

function agentBody(ports: SpokenPorts, { sessionId, name, briefs }: AgentSeen, filed: string | null): Markup {
  const { pages } = ports.words;
  const words = pages.agent;
  return html`<h1>${words.title}</h1><p dir="auto">${name}</p>
${filed === null ? '' : html`<div class="card" role="status"><h2>${pages.done}</h2><p>${words.filed(filed)} ${words.fileHint}</p><p><a class="step" href="/agent">${words.another}</a></p></div>`}
${filed === null && briefs.length > 0 ? html`<p><a class="step" href="#briefs">${words.briefs} (${briefs.length})</a></p>` : ''}
${filed === null ? briefForm(ports, sessionId) : ''}
<section id="briefs"><h2>${words.briefs}</h2>${briefs.length === 0 ? html`<p>${words.none}</p>` : html`<ol class="plain">${briefs.map((brief) => briefLine(brief, ports, sessionId))}</ol>`}</section>
${form(ports, sessionId, '/agent/leave', button(words.signOut, 'quiet'))}`;
}

function briefForm(ports: SpokenPorts, sessionId: string): Markup {
  const { pages, parts } = ports.words;
  const words = pages.agent;
  return html`<section><h2>${words.file}</h2><p>${words.fileHint} ${words.needed}</p>${form(ports, sessionId, '/agent/brief', html`
<fieldset><legend>${words.who}</legend>
${field({ label: words.name, name: 'name', max: 200, required: true })}${field({ label: words.greeting, name: 'greeting', max: 80 })}
${field({ label: words.phone, name: 'phone', type: 'tel', max: 40 })}${field({ label: words.mail, name: 'mail', type: 'email', max: 254 })}${tick(words.mayCall, 'may-call')}
${choice(words.language, 'language', LANGUAGES.map((language) => [language, LANGUAGE_NAMES[language]] as const), ports.words.language)}
${field({ label: words.expected, name: 'expected', type: 'datetime-local', hint: pages.timesIn(ports.timeZone) })}</fieldset>
<fieldset><legend>${words.story}</legend>
${area({ label: words.matters, name: 'matters', hint: words.mattersHint, max: 500 })}
${area({ label: words.doNotAsk, name: 'do-not-ask', max: 300 })}
${area({ label: words.happened, name: 'happened', max: 2000 })}
${tick(words.irreplaceable, 'irreplaceable', words.irreplaceableHint)}</fieldset>
<fieldset><legend>${pages.partner.whichPhone}</legend>
${field({ label: words.model, name: 'model', max: 80 })}${field({ label: words.serial, name: 'serial', max: 40 })}${field({ label: words.imei, name: 'imei', max: 20, numeric: true })}</fieldset>
<fieldset><legend>${words.rescue}</legend>${RESCUE_QUESTIONS.map((question) => choice(parts.rescueQuestions[question], question, TRI.toReversed().map((answer) => [answer, parts.tri[answer]] as const)))}</fieldset>
<fieldset><legend>${pages.customer.fromYou}</legend>
${field({ label: words.ownName, name: 'own-name', max: 120, required: true })}${field({ label: words.ownMail, name: 'own-mail', type: 'email', max: 254 })}${field({ label: words.reference, name: 'reference', max: 80 })}</fieldset>
${button(words.fileNow)}`)}</section>`;
}

function briefLine(brief: CaseState, ports: SpokenPorts, sessionId: string): Markup {
  const { timeZone, words: said } = ports;
  const { moment } = sayerFor(timeZone, said);
  const { pages: { agent: words }, parts } = said;
  const { code, stage, acknowledged, amended, devices, told } = brief;
  const taken = acknowledged === null ? words.notTaken : words.taken(acknowledged.by, moment(acknowledged.atIso));
  const outcome = devices.flatMap((device) => (device.outcome === null ? [] : [parts.results[device.outcome.result]]));
  const wasTold = told.some(({ who, about }) => who === 'customer' && about === 'outcome') ? ` ${words.told}` : '';
  return html`<li><b class="code">${code}</b> · ${parts.stages[stage]}<br>${taken}<br>${words.ended}: ${outcome.length === 0 ? words.open : `${outcome.join('; ')}.${wasTold}`}
${acknowledged === null || amended === null ? '' : html`<br><b>${words.amended(moment(amended.atIso))}</b>`}${amendForm(ports, sessionId, brief)}</li>`;
}
