/** What a partner sees after the PIN: the handover as on paper, and under it only what can be done now. */
import { html } from 'hono/html';
import { MESSAGE_WORDS_MAX } from '../../contract/case-messages.ts';
import { mayByLink } from '../../contract/case-links.ts';
import { PARTNER_STAGES, RESULTS, TRI } from '../../contract/case-parts.ts';
import type { CaseDevice } from '../../contract/case-state.ts';
import { deviceName, sayerFor } from '../../domain/papers/paper-frame.ts';
import type { Sayer } from '../../domain/papers/paper-frame.ts';
import type { PartnerSeen } from '../../outside/partner-desk.ts';
import { sheetBlocks } from '../papers/paper-page.ts';
import type { Markup } from '../papers/qr-picture.ts';
import { messageLine, sentNote, time } from './customer.ts';
import { area, button, choice, field, form, mustChoose } from './forms.ts';
import type { SpokenPorts } from './spoken.ts';
import type { ServerWords } from '../../contract/words-for.ts';

const DELIVERED = ['not-yet', 'drive', 'download', 'new-device', 'on-the-device', 'nothing'] as const;
const namesFor = ({ pages: { customer }, parts }: ServerWords) => ({ partner: customer.fromYou, store: customer.from.store, customer: parts.parties.customer });

export function partnerBody(ports: SpokenPorts, token: string, seen: PartnerSeen, wasSent: boolean): Markup {
  const { pages } = ports.words;
  const { customer, partner: words } = pages;
  const say = sayerFor(ports.timeZone, ports.words);
  const { sheet, messages, linkId } = seen;
  if (seen.transfer.state === 'recalled') return html`<h1>${words.recalled}</h1><p>${words.recalledWords}</p>`;
  // What can hurt or erase is read before anything is signed.
  const [warnings, others] = [sheet.blocks.filter(({ kind }) => kind === 'warning'), sheet.blocks.filter(({ kind }) => kind !== 'warning' && kind !== 'signatures')];
  return html`${sentNote(wasSent, ports.words)}<h1>${words.sheet} <span class="code">${sheet.code}</span></h1>
<p class="lead">${sheet.lead}</p>
<section class="sheet">${sheetBlocks(warnings)}</section>
${doable(ports, token, seen, say)}
<section class="sheet">${sheetBlocks(others)}</section>
${messages.length === 0 ? '' : html`<section><h2>${customer.messages}</h2><ol class="plain">${messages.map((message) => messageLine(message, say, customer, namesFor(ports.words)))}</ol></section>`}
${mayByLink(seen.state, 'note') && seen.canKeep ? messageForm(ports, token, linkId) : ''}
<section><h2>${words.copy}</h2><p>${words.copyHint}</p>${form(ports, linkId, `/p/${token}/copy`, button(words.copyNow, 'quiet'))}</section>
${form(ports, linkId, `/p/${token}/leave`, button(words.leave, 'quiet'))}
<p><small>${pages.timesIn(ports.timeZone)}</small></p>`;
}

function doable(ports: SpokenPorts, token: string, seen: PartnerSeen, say: Sayer): Markup {
  const words = ports.words.pages.partner;
  const { transfer, state, linkId } = seen;
  if (transfer.state === 'prepared') return note(words.notGiven, words.notGivenWords);
  if (transfer.state === 'given' && !seen.canKeep) return note(words.erased, words.erasedWords);
  if (transfer.state === 'given') return signForm(ports, token, linkId);
  const devices = state.devices.filter((device) => transfer.devices.includes(device.id));
  const here = devices.filter(({ place, partner }) => place === 'with-partner' && partner === transfer.to.partner);
  const taken = transfer.taken === null ? '' : html`<p>${words.taken(say.moment(transfer.taken.atIso))}</p>`;
  return html`${taken}${here.length === 0 ? note(words.away, words.awayWords) : html`${stageForm(ports, token, seen, say)}${outcomeForm(ports, token, linkId, here)}`}${outcomes(devices, ports.words)}`;
}

function messageForm(ports: SpokenPorts, token: string, linkId: string): Markup {
  const { pages: { customer: { tell, tellTo, tellStore, tellWords }, send }, parts } = ports.words;
  return html`<section><h2>${tell}</h2>${form(ports, linkId, `/p/${token}/message`, html`${choice(tellTo, 'to', [['store', tellStore], ['customer', parts.parties.customer]])}
${area({ label: tellWords, name: 'words', max: MESSAGE_WORDS_MAX, required: true })}${button(send)}`)}</section>`;
}

const note = (title: string, text: string): Markup => html`<section class="card"><h2>${title}</h2><p>${text}</p></section>`;

function signForm(ports: SpokenPorts, token: string, linkId: string): Markup {
  const { pages: { partner: words }, parts } = ports.words;
  return html`<section class="card"><h2>${words.sign}</h2><p>${words.signHint}</p>${form(ports, linkId, `/p/${token}/sign`, html`
${field({ label: words.name, name: 'name', max: 200, required: true, autocomplete: 'name' })}
<div id="drawn" hidden><p id="draw-hint">${words.signature}<br><small>${words.signatureHint}</small></p>
<canvas aria-describedby="draw-hint" aria-label="${words.signature}" role="img"></canvas>
<p><button type="button" id="clear" class="quiet">${words.clear}</button></p></div>
<input type="hidden" name="strokes" id="strokes" value="">
${mustChoose(words.seal, 'seal', TRI.map((value) => [value, parts.tri[value]] as const), ports.words.pages.choose)}
${area({ label: words.condition, name: 'condition', hint: words.wordsHint, max: 500 })}
${button(words.signNow)}`)}</section>`;
}

function stageForm(ports: SpokenPorts, token: string, { transfer, linkId }: PartnerSeen, say: Sayer): Markup {
  const { pages: { partner: words }, parts } = ports.words;
  return html`<section class="card"><h2>${words.stage}</h2>
${transfer.stages.length === 0 ? '' : html`<p>${words.reported}</p><ol class="plain">${transfer.stages.map((told) => stageLine(told, say, ports.words))}</ol>`}
${form(ports, linkId, `/p/${token}/stage`, html`${mustChoose(words.stageField, 'stage', PARTNER_STAGES.map((stage) => [stage, parts.partnerStages[stage]] as const), ports.words.pages.choose)}
${field({ label: words.expected, name: 'expected', type: 'date', hint: ports.words.pages.optional })}${button(words.report)}`)}</section>`;
}

const stageLine = ({ stage, atIso, expectedAtIso }: PartnerSeen['transfer']['stages'][number], say: Sayer, { pages: { partner: words }, parts }: ServerWords): Markup =>
  html`<li>${time(atIso, say)} ${parts.partnerStages[stage]}${expectedAtIso === null ? '' : `, ${words.expected.toLowerCase()} ${say.day(expectedAtIso)}`}</li>`;

function outcomeForm(ports: SpokenPorts, token: string, linkId: string, devices: readonly CaseDevice[]): Markup {
  const { pages: { partner: words }, parts } = ports.words;
  return html`<section class="card"><h2>${words.outcome}</h2>${form(ports, linkId, `/p/${token}/outcome`, html`
${choice(words.whichPhone, 'device', devices.map((device) => [device.id, `${deviceName(device, ports.words)} ${device.ids.serial ?? ''}`] as const))}
${mustChoose(words.outcomeField, 'result', RESULTS.map((result) => [result, parts.results[result]] as const), ports.words.pages.choose)}
<p><small>${words.countsHint}</small></p>
<div class="row">${field({ label: words.photos, name: 'photos', numeric: true, max: 9 })}${field({ label: words.videos, name: 'videos', numeric: true, max: 9 })}${field({ label: words.other, name: 'other', numeric: true, max: 9 })}</div>
${choice(words.delivered, 'delivered', DELIVERED.map((how) => [how, parts.delivered[how]] as const))}
${field({ label: words.copyGone, name: 'gone', type: 'date', hint: ports.words.pages.optional })}
${area({ label: words.words, name: 'words', hint: words.wordsHint, max: 500 })}
${button(words.outcomeNow)}`)}</section>`;
}

function outcomes(devices: readonly CaseDevice[], said: ServerWords): Markup | string {
  const { pages: { partner: words }, parts } = said;
  const known = devices.filter(({ outcome }) => outcome !== null);
  return known.length === 0 ? '' : html`<section class="card"><h2>${words.outcomeKnown}</h2><ul>${known.map((device) => html`<li>${deviceName(device, said)}: ${device.outcome === null ? '' : parts.results[device.outcome.result]}</li>`)}</ul></section>`;
}
