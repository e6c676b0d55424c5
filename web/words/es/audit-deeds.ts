/** What each act on a case, and each look at what is personal, is called in the audit, in Spanish. */
import type { Said } from '../../../server/contract/languages.ts';
import type { deedsEnglish } from '../audit-deeds.ts';

export const deedsSpanish: Said<typeof deedsEnglish> = {
  acts: {
    'file-brief': 'Presentó un aviso previo', 'open-walk-in': 'Abrió un caso sin aviso previo', 'amend-brief': 'Completó un aviso previo', 'acknowledge-brief': 'Aceptó un aviso previo', 'take-over': 'Se hizo cargo de un caso',
    arrive: 'Anotó que el cliente está aquí', 'record-no-show': 'Anotó que no vino nadie', 'tie-device': 'Vinculó un dispositivo a un caso', 'identify-device': 'Identificó un dispositivo',
    'untie-device': 'Quitó un dispositivo de un caso', 'set-irreplaceable': 'Puso la marca de irremplazable', 'lift-irreplaceable': 'Quitó la marca de irremplazable', 'ask-unlock': 'Solicitó un desbloqueo',
    'withdraw-unlock': 'Retiró una solicitud de desbloqueo', 'record-intake': 'Anotó la recepción', 'add-photo': 'Añadió una foto', 'explain-no-photo': 'Dijo por qué no hay foto', 'give-consent': 'Anotó un consentimiento',
    'withdraw-consent': 'Retiró un consentimiento', 'put-away': 'Guardó un dispositivo', 'check-battery': 'Miró una batería', 'power-off': 'Apagó un dispositivo', 'ask-hold': 'Solicitó una retención',
    'approve-hold': 'Aprobó una retención', 'release-hold': 'Levantó una retención', 'allow-erase': 'Permitió un borrado', 'prepare-transfer': 'Preparó una entrega', 'sign-given': 'Firmó que se entregó',
    'sign-taken': 'Firmó que se recibió', 'recall-transfer': 'Anuló una entrega', 'report-stage': 'Comunicó una fase', 'record-outcome': 'Anotó cómo terminó',
    'record-told': 'Anotó a quién se avisó', 'tell-by-mail': 'Avisó por correo', 'record-abandonment': 'Anotó que nadie lo recogió', 'dispose-device': 'Desechó un dispositivo',
    note: 'Escribió una nota', correct: 'Corrigió una entrada', 'make-link': 'Hizo un enlace para alguien de fuera', 'revoke-link': 'Revocó un enlace de fuera', 'merge-into': 'Unió un caso a otro',
    close: 'Cerró un caso', reopen: 'Abrió otra vez un caso', 'note-message': 'Anotó que alguien escribió', 'pass-message-on': 'Pasó un mensaje', 'mark-message': 'Marcó un mensaje', 'answer-call': 'Dijo por qué un paso aún no está hecho',
  },
  wrote: { contact: 'Escribió el contacto', story: 'Escribió lo que importa', photo: 'Guardó una foto', consent: 'Guardó una firma' },
  lookedAt: { contact: 'Miró el contacto', story: 'Leyó lo que importa', photo: 'Miró una foto', consent: 'Miró una firma' },
  erased: { contact: 'Borró el contacto', story: 'Borró lo que importa', photo: 'Borró las fotos', consent: 'Borró las firmas', case: 'Borró lo personal' },
  others: {
    'hold-by-stop': 'Retenido por una parada', 'custody-exported': 'Exportó una cadena de custodia', 'custody-key-made': 'Hizo la clave de custodia', 'partner-added': 'Añadió un colaborador', 'partner-changed': 'Cambió un colaborador',
    'chains-checked': 'Comprobó todas las cadenas de custodia',
    'partner-taken-out': 'Quitó un colaborador', 'partner-taken-back': 'Usó otra vez un colaborador', 'partner-copy-taken': 'Un colaborador se llevó una copia', 'keep-ordered': 'Ordenó conservar', 'keep-released': 'Levantó una orden de conservación',
  },
};
