/** An agent changes an own brief from outside: only what is written anew goes along, and the time of the visit is that on the wall of the store. Nothing that was told before is shown. */
import { html } from 'hono/html';
import { CASE_ACTS } from '../../contract/case-acts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { isoOfStoreTime, storeTimeOf } from '../../domain/store-clock.ts';
import type { Markup } from '../papers/qr-picture.ts';
import { area, button, field, form, isSet, text, tick } from './forms.ts';
import type { Sent } from './forms.ts';
import type { SpokenPorts } from './spoken.ts';

const mayAmend = ({ stage, from }: CaseState): boolean => from === 'brief' && CASE_ACTS['amend-brief'].stages.some((one) => one === stage);

/** Folded under the line of the brief; nothing where it is over. */
export function amendForm(ports: SpokenPorts, sessionId: string, brief: CaseState): Markup | string {
  if (!mayAmend(brief)) return '';
  const { agent: words } = ports.words.pages;
  const { code, arrivedAtIso, expectedAtIso, irreplaceable } = brief;
  const of = (name: string): string => `${name}-${code}`;
  return html`<details><summary>${words.amend}</summary><p>${words.amendHint}</p>${form(ports, sessionId, '/agent/amend', html`
<input type="hidden" name="case" value="${code}">
${arrivedAtIso !== null ? '' : field({ label: words.expected, name: of('expected'), type: 'datetime-local', hint: ports.words.pages.timesIn(ports.timeZone), value: expectedAtIso === null ? '' : storeTimeOf(expectedAtIso, ports.timeZone) })}
${area({ label: words.matters, name: of('matters'), max: 500 })}
${area({ label: words.doNotAsk, name: of('do-not-ask'), max: 300 })}
${area({ label: words.happened, name: of('happened'), max: 2000 })}
${field({ label: words.phone, name: of('phone'), type: 'tel', max: 40 })}${field({ label: words.mail, name: of('mail'), type: 'email', max: 254 })}
${irreplaceable ? '' : tick(words.irreplaceable, of('irreplaceable'), words.irreplaceableHint)}
${button(words.amendNow)}`)}</details>`;
}

/** What of a form is new, as the act takes it. */
export function amendmentOf(sent: Sent, brief: Pick<CaseState, 'code' | 'expectedAtIso' | 'arrivedAtIso' | 'irreplaceable'>, timeZone: string): object {
  const { code, expectedAtIso, arrivedAtIso, irreplaceable } = brief;
  const typed = (name: string): string => text(sent, `${name}-${code}`);
  const filled = (fields: Readonly<Record<string, string>>): object | undefined => {
    const some = Object.entries(fields).filter(([, value]) => value !== '');
    return some.length === 0 ? undefined : Object.fromEntries(some);
  };
  const when = typed('expected');
  const isOther = arrivedAtIso === null && when !== (expectedAtIso === null ? '' : storeTimeOf(expectedAtIso, timeZone));
  return {
    id: text(sent, 'id'), ...(isOther ? { expectedAtIso: isoOfStoreTime(when, timeZone) } : {}), ...(isSet(sent, `irreplaceable-${code}`) && !irreplaceable ? { irreplaceable: true } : {}),
    private: { story: filled({ matters: typed('matters'), doNotAsk: typed('do-not-ask'), happened: typed('happened') }), contact: filled({ phone: typed('phone'), mail: typed('mail') }) },
  };
}
