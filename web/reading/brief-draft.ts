/**
 * What somebody has typed into a brief and not sent yet, and how it becomes the act. Pure but for the one draft that this
 * page keeps, for whoever typed it and nobody else; it is never written anywhere.
 */
import type { CaseActInput } from '../../server/contract/case-acts.ts';
import type { DeviceIds, Rescue } from '../../server/contract/case-parts.ts';
import { deviceIdsSchema } from '../../server/contract/case-parts.ts';
import { agentSchema, contactSchema } from '../../server/contract/case-private.ts';
import { briefWords as says } from '../words/brief-words.ts';
import { momentOf } from './act-fields.ts';
import type { Language } from '../../server/contract/languages.ts';
import { ownLanguage } from '../words/language.ts';

export interface BriefDraft {
  readonly name: string;
  readonly greeting: string;
  readonly when: string;
  readonly mail: string;
  readonly phone: string;
  readonly mayCall: boolean;
  readonly language: Language;
  readonly matters: string;
  readonly doNotAsk: string;
  readonly happened: string;
  readonly irreplaceable: boolean;
  readonly model: string;
  readonly colour: string;
  readonly serial: string;
  readonly imei: string;
  readonly rescue: Rescue;
  readonly agentName: string;
  readonly agentMail: string;
  readonly reference: string;
}

export const emptyDraft = (agentName: string): BriefDraft => ({
  name: '', greeting: '', when: '', mail: '', phone: '', mayCall: true, language: ownLanguage, matters: '', doNotAsk: '', happened: '', irreplaceable: false, model: '', colour: '', serial: '', imei: '', rescue: {},
  agentName, agentMail: '', reference: '',
});

let kept: { readonly person: string; readonly draft: BriefDraft } | null = null;
export const keptDraft = (person: string): BriefDraft | null => (kept?.person === person ? kept.draft : null);
export const keepDraft = (person: string, draft: BriefDraft | null): void => { kept = draft === null ? null : { person, draft }; };

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** One field, whichever of the two it holds: 14 to 16 digits are an IMEI. */
export function idsOf(text: string): DeviceIds {
  const bare = text.trim().replaceAll(/\s/g, '');
  return { serial: bare === '' || /^\d{14,16}$/.test(bare) ? null : bare.toUpperCase(), imei: /^\d{14,16}$/.test(bare) ? bare : null, ecid: null };
}

/** The first thing in the way of sending, in words; null when there is none. */
export function draftLacks({ name, mail, phone, serial, imei, agentName, agentMail }: BriefDraft): string | null {
  if (name.trim() === '') return says.lacksName;
  const contact = contactSchema.safeParse({ name, mail: filled(mail), phone: filled(phone) });
  if (!contact.success) return contact.error.issues[0]?.path[0] === 'phone' ? says.wrong.phone : says.wrong.mail;
  const ids = deviceIdsSchema.safeParse({ serial: filled(serial), imei: filled(imei) });
  if (!ids.success) return ids.error.issues[0]?.path[0] === 'imei' ? says.wrong.imei : says.wrong.serial;
  if (agentName.trim() === '') return agentMail.trim() === '' ? null : says.wrong.agent;
  return agentSchema.safeParse({ name: agentName, mail: filled(agentMail) }).success ? null : says.wrong.agentMail;
}

export function briefOf(draft: BriefDraft): Omit<CaseActInput<'file-brief'>, 'id'> {
  const { model, colour } = draft;
  const ids = { serial: filled(draft.serial), imei: filled(draft.imei), ecid: null };
  const isKnown = ids.serial !== null || ids.imei !== null || model.trim() !== '';
  return {
    irreplaceable: draft.irreplaceable, language: draft.language, expectedAtIso: momentOf(draft.when), rescue: draft.rescue, device: isKnown ? { ids, looks: { model, colour } } : null,
    private: {
      contact: { name: draft.name, greeting: draft.greeting, mail: filled(draft.mail), phone: filled(draft.phone), mayCall: draft.mayCall },
      story: { matters: draft.matters, doNotAsk: draft.doNotAsk, happened: draft.happened },
      agent: draft.agentName.trim() === '' ? null : { name: draft.agentName, mail: filled(draft.agentMail), reference: draft.reference, language: ownLanguage },
    },
  };
}
