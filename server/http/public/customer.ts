/** /c/{token}: the page of a customer. It reads; what it changes is a consent that is taken back, or a message. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { MESSAGE_WORDS_MAX } from '../../contract/case-messages.ts';
import type { CaseMessage } from '../../contract/case-messages.ts';
import { sayerFor } from '../../domain/papers/paper-frame.ts';
import type { Sayer } from '../../domain/papers/paper-frame.ts';
import type { CustomerSeen } from '../../outside/customer-desk.ts';
import type { Markup } from '../papers/qr-picture.ts';
import { area, button, choice, form, isOurs, isSet, readForm, text, tick } from './forms.ts';
import { answered, formGone, linkGone, publicPage, show } from './public-page.ts';
import type { PublicPorts } from './public-ports.ts';
import { spoken } from './spoken.ts';
import type { SpokenPorts } from './spoken.ts';
import { wordsFor } from '../../contract/words-for.ts';
import type { ServerWords } from '../../contract/words-for.ts';

export const customerRoutes = (ports: PublicPorts): Hono => {
  const { customer } = ports;
  const posted = async (context: Context, token: string, action: string) => {
    const seen = customer.open(token, wordsFor('en'));
    if (seen === null) return null;
    const sent = await readForm(context);
    return sent !== null && isOurs(ports, sent, seen.linkId, action) ? sent : 'gone' as const;
  };
  const routes = new Hono();
  routes
    .get('/c/:token', (context) => {
      const token = context.req.param('token');
      const here = spoken(context, ports);
      const seen = customer.open(token, here.words);
      return seen === null ? linkGone(context, ports) : show(context, publicPage(here, here.words.pages.caseTitle(seen.view.code), body(here, token, seen, context.req.query('sent') !== undefined)));
    })
    .post('/c/:token/consent/:consent', async (context) => {
      const { token, consent } = context.req.param();
      const sent = await posted(context, token, `/c/${token}/consent/${consent}`);
      if (sent === null) return linkGone(context, ports);
      if (sent === 'gone') return formGone(context, ports, `/c/${token}`);
      return answered(context, ports, customer.withdraw(token, { id: text(sent, 'id'), consentId: consent }, { address: context.get('address') }), `/c/${token}`);
    })
    .post('/c/:token/message', async (context) => {
      const token = context.req.param('token');
      const sent = await posted(context, token, `/c/${token}/message`);
      if (sent === null) return linkGone(context, ports);
      if (sent === 'gone') return formGone(context, ports, `/c/${token}`);
      const message = { id: text(sent, 'id'), to: text(sent, 'to') || 'store', words: text(sent, 'words'), callMe: isSet(sent, 'call') };
      return answered(context, ports, customer.write(token, message, { address: context.get('address') }), `/c/${token}`, `/c/${token}?sent`);
    });
  return routes;
};

/** So many of the newest stand open; the rest is one touch away. */
const RECENT = 3;
const timeline = (happened: CustomerSeen['view']['happened'], say: Sayer): Markup => html`<ol class="plain">${happened.map(({ atIso, text: what }) => html`<li>${time(atIso, say)} ${what}</li>`)}</ol>`;
export const sentNote = (wasSent: boolean, { pages }: ServerWords): Markup | string => (wasSent ? html`<div class="card" role="status"><p>${pages.customer.told}</p></div>` : '');

function body(ports: SpokenPorts, token: string, { linkId, view, messages, canKeep }: CustomerSeen, wasSent: boolean): Markup {
  const { pages } = ports.words;
  const words = pages.customer;
  const say = sayerFor(ports.timeZone, ports.words);
  return html`${sentNote(wasSent, ports.words)}<p class="of">${pages.caseTitle(view.code)}</p><h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${canKeep ? '' : html`<section class="card"><h2>${words.erased}</h2><p>${words.erasedWords}</p></section>`}
${view.devices.map(({ name, place, next, outcome }) => html`<section class="card"><h2 dir="auto">${name}</h2>${outcome === null ? '' : html`<p class="outcome">${outcome}</p>`}
<dl><dt>${words.next}</dt><dd>${next}</dd><dt>${words.where}</dt><dd dir="auto">${place}</dd></dl></section>`)}
${view.care.length === 0 ? '' : html`<section><h2>${words.care}</h2><ul>${view.care.map((item) => html`<li>${item}</li>`)}</ul></section>`}
<section><h2>${words.updates}</h2>${timeline(view.happened.slice(0, RECENT), say)}
${view.happened.length <= RECENT ? '' : html`<details><summary>${words.earlier(view.happened.length - RECENT)}</summary>${timeline(view.happened.slice(RECENT), say)}</details>`}</section>
${messages.length === 0 ? '' : html`<section><h2>${words.messages}</h2><ol class="plain">${messages.map((message) => messageLine(message, say, words))}</ol></section>`}
${view.mayWrite && canKeep ? html`<section><h2>${words.tell}</h2>${form(ports, linkId, `/c/${token}/message`, html`
${view.partnerHasIt ? choice(words.tellTo, 'to', [['store', words.tellStore], ['partner', words.tellPartner]]) : ''}
${area({ label: words.tellWords, name: 'words', hint: words.tellHint, max: MESSAGE_WORDS_MAX })}
${tick(words.callMe, 'call')}
${button(pages.send)}`)}</section>` : ''}
<section><h2>${words.allowed}</h2>${view.consents.length === 0 ? html`<p>${words.allowedNothing}</p>` : view.consents.map((consent) => consentCard(ports, token, linkId, view.mayTakeBack, consent, say))}</section>
<section><h2>${words.seen}</h2>${view.seen.length === 0 ? html`<p>${words.seenNobody}</p>` : html`<ol class="plain">${view.seen.map(({ atIso, text: seen, why }) => html`<li>${time(atIso, say)} ${seen}: <q dir="auto">${why}</q></li>`)}</ol>`}</section>
<p><small>${pages.timesIn(ports.timeZone)}</small></p>`;
}

function consentCard(ports: SpokenPorts, token: string, linkId: string, mayTakeBack: boolean, { id, allows, withdrawnAtIso }: CustomerSeen['view']['consents'][number], say: Sayer): Markup {
  const words = ports.words.pages.customer;
  const takeBack = mayTakeBack ? form(ports, linkId, `/c/${token}/consent/${id}`, html`<p><small>${words.takeBackHint}</small></p>${button(words.takeBack, 'quiet')}`) : '';
  return html`<div class="card"><ul>${allows.map((item) => html`<li>${item}</li>`)}</ul>${withdrawnAtIso === null ? takeBack : html`<p>${words.takenBack(say.day(withdrawnAtIso))}</p>`}</div>`;
}

export const time = (atIso: string, say: Sayer): Markup => html`<time datetime="${atIso}">${say.moment(atIso)}</time>`;

export const messageLine = ({ from, to, atIso, words: written, asksCall, passed }: CaseMessage, say: Sayer, words: ServerWords['pages']['customer'], names: Readonly<Record<CaseMessage['from'], string>> = words.from): Markup =>
  html`<li>${time(atIso, say)} <b>${names[from]}</b>${asksCall ? html` · ${words.callMe}` : ''}${written === null || written === '' ? '' : html`<p class="message" dir="auto">${written}</p>`}${
    names === words.from && from === 'customer' && (to === 'partner' || passed !== null) ? html`<p><small>${passed === null ? words.waitsForUs : words.passedOn}</small></p>` : ''}</li>`;
