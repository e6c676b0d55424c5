/** What the page says where somebody confirms one act, and where a bench is reset, in Spanish. */
import type { Said } from '../../../server/contract/languages.ts';
import type { proofEnglish } from '../proof-words.ts';

export const proofSpanish: Said<typeof proofEnglish> = {
  own: 'Confirme que es usted',
  second: 'Segunda persona',
  secondHint: 'Los datos del cliente están en juego: otra persona también ha mirado la evidencia, y confirma aquí.',
  secondUser: 'Nombre de usuario de la segunda persona',
  how: 'Confirmar con',
  byPassword: 'Contraseña',
  byBadge: 'Tarjeta y PIN',
  password: 'Su contraseña',
  secondPassword: 'Contraseña de la segunda persona',
  code: 'Código de la aplicación de autenticación',
  codeNeeded: 'También hace falta el código de la aplicación de autenticación.',
  badge: 'Tarjeta',
  badgeHint: 'Ponga aquí el cursor y acerque la tarjeta al lector.',
  pin: 'PIN',
  needs: { own: 'Confirme que es usted', second: 'Debe confirmar la segunda persona', reason: 'Hace falta un motivo' },
  notConfirmed: 'No confirmado.',
  secondNotConfirmed: 'La segunda persona no está confirmada.',
  resetIs: 'Un rearme levanta el bloqueo de esta parada. No inicia nada: una persona debe empezar de nuevo la restauración.',
  resetNotYet: 'Aún no es posible',
  resetReason: 'Motivo',
  resetReasonHint: 'Qué se encontró, y por qué se puede seguir sin riesgo.',
  resetNow: 'Rearmar el puesto',
  resetSending: 'Consultando el puesto…',
  notReset: 'Sin rearmar.',
  back: 'Atrás',
  close: 'Cerrar',
};
