/** Why a mail waits, or was not sent, in Spanish: what happened, the usual cause, what to do now. */
import type { MailProblem } from '../mail.ts';
import type { ProblemWords } from '../words-shape.ts';

const TRIES = 'Se intenta de nuevo por sí solo, durante tres días.';
const NOTHING = 'No hay que hacer nada.';

export const MAIL_PROBLEMS_ES: Readonly<Record<MailProblem, ProblemWords>> = {
  'no-mail-server': { what: 'El correo no es posible: no hay servidor de correo configurado.', usualCause: 'No hay `mail:` en holdfast.yaml.', remedy: 'Avise en papel o por teléfono, o configure un servidor de correo.' },
  'server-away': { what: 'No se llega al servidor de correo.', usualCause: 'No funciona, su nombre o su puerto son incorrectos, o este PC no tiene red.', remedy: `${TRIES} Revise la red, y \`host\` y \`port\` en \`mail:\`.` },
  'server-speaks-oddly': { what: 'Lo que responde no es un servidor de correo con el que se pueda hablar.', usualCause: 'Un puerto equivocado, o `security` no es lo que habla ese puerto.', remedy: `${TRIES} Revise \`port\` y \`security\`: 465 es tls, 587 es starttls.` },
  'tls-failed': { what: 'No se logró una línea segura con el servidor de correo.', usualCause: 'Aquí no se confía en su certificado o este tiene otro nombre, o no habla TLS en ese puerto.', remedy: `${TRIES} Escriba como \`host\` el nombre que figura en su certificado. Una autoridad propia se acepta con NODE_EXTRA_CA_CERTS.` },
  'login-refused': { what: 'El servidor de correo rechaza el usuario o la contraseña.', usualCause: 'Se cambió la contraseña, o el servidor quiere una hecha para programas.', remedy: `${TRIES} Ponga la contraseña correcta en el archivo que nombra \`passwordFile\` y arranque de nuevo.` },
  'sender-refused': { what: 'El servidor de correo no acepta correos de este remitente.', usualCause: 'La dirección de `from:` no es de este usuario, o el servidor exige iniciar sesión.', remedy: `${TRIES} Use una dirección que pertenezca al usuario del servidor de correo.` },
  'asked-to-wait': { what: 'El servidor de correo pide que se intente más tarde.', usualCause: 'El buzón está lleno u ocupado, o el servidor pone a prueba a remitentes desconocidos.', remedy: `${TRIES} ${NOTHING}` },
  'answer-lost': { what: 'La línea se cortó antes de que respondiera el servidor de correo. Puede que el correo haya llegado.', usualCause: 'Falló la red, o Holdfast se detuvo en ese momento.', remedy: 'Se envía otra vez con el mismo número, para que un buzón pueda descartar el duplicado.' },
  'address-refused': { what: 'No existe esa dirección de correo.', usualCause: 'Se tecleó mal, o el buzón se cerró.', remedy: 'Pida la dirección correcta y avise a la persona por teléfono.' },
  'message-refused': { what: 'El servidor de correo rechazó este correo.', usualCause: 'Sus reglas contra el correo no deseado, o un buzón lleno.', remedy: 'Avise a la persona por teléfono. La respuesta del servidor figura junto al correo.' },
  'too-old': { what: 'El correo no se pudo enviar en tres días y se abandonó.', usualCause: 'El servidor de correo no respondió durante demasiado tiempo, o este PC estaba apagado.', remedy: 'Avise a la persona por teléfono.' },
  erased: { what: 'El correo no se envió: se borraron los datos personales de su caso.', usualCause: 'El cliente lo pidió, o acabó su plazo.', remedy: NOTHING },
  'called-off': { what: 'El correo se anuló antes de enviarse.', usualCause: 'Lo que dice quedó superado por lo que ocurrió.', remedy: NOTHING },
};
