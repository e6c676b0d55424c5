/** Spanish words for refusals that concern people, sign-in, machines and confirmations. None of them tells whether a user exists. */
import type { PEOPLE_PROBLEMS_EN } from '../words-of-people.ts';

const AGAIN = 'Confirme otra vez y envíelo enseguida.';
const OLD_PAGE = 'Una página antigua.';

export const PEOPLE_PROBLEMS_ES: typeof PEOPLE_PROBLEMS_EN = {
  'token-unknown': { what: 'El token no se conoce.', usualCause: 'Se revocó, o es de otra tienda.', remedy: 'Pida uno nuevo a un administrador, en la página de sistemas.' },
  'not-signed-in': { what: 'Aquí nadie ha iniciado sesión.', usualCause: 'La sesión terminó, o estuvo inactiva demasiado tiempo.', remedy: 'Inicie sesión. En un PC de puesto registrado se puede parar sin ella.' },
  'right-missing': { what: 'No tiene derecho a hacer esto.', usualCause: 'Es tarea de otro rol: {holders}.', remedy: 'Pídaselo a un compañero que tenga el derecho, o pida a un administrador que cambie sus roles.' },
  'manager-needed': { what: 'Esto debe hacerlo un encargado.', usualCause: 'Los datos del cliente están en juego.', remedy: 'Llame a un encargado. Usted puede ser la segunda persona que confirma.' },
  'sign-in-too-weak': { what: 'Una tarjeta o un PIN no bastan para esto.', usualCause: 'Cambió de persona rápidamente en el puesto.', remedy: 'Inicie sesión con su contraseña.' },
  'sign-in-failed': { what: 'El nombre, la contraseña, el PIN o el código no son correctos.', usualCause: 'Un error al teclear, o un código usado o caducado.', remedy: 'Inténtelo otra vez. Si se perdió la contraseña, pida a un administrador un enlace de un solo uso.' },
  'code-needed': { what: 'También hace falta el código de su aplicación de autenticación.', usualCause: 'La aplicación está configurada para esta cuenta.', remedy: 'Teclee las seis cifras que muestra ahora la aplicación.' },
  'code-wrong': { what: 'El código no corresponde al nuevo secreto.', usualCause: 'La aplicación aún no se configuró, o el reloj del teléfono no va bien.', remedy: 'Escanee otra vez la imagen y teclee el código que muestra ahora la aplicación.' },
  'too-many-tries': { what: 'Hubo demasiados intentos. Espere {minutes} minutos.', usualCause: 'Alguien prueba al azar, o un programa tiene una contraseña antigua.', remedy: 'Espere, o inicie sesión en un PC de puesto registrado: se cuenta aparte.' },
  busy: { what: 'En este momento inicia sesión demasiada gente.', usualCause: 'Un programa prueba muchas contraseñas.', remedy: 'Inténtelo de nuevo en un momento.' },
  'bench-pc-needed': { what: 'Una tarjeta o un PIN solo funcionan en un PC de puesto registrado.', usualCause: 'Este navegador nunca se registró, o se borraron sus cookies.', remedy: 'Inicie sesión con su contraseña; un encargado puede registrar este PC.' },
  'link-used': { what: 'Este enlace ya no funciona.', usualCause: 'Se usó, tiene más de un día, o se hizo uno más nuevo.', remedy: 'Pida uno nuevo a un administrador.' },
  'first-admin-named': { what: 'Esta tienda ya tiene un administrador.', usualCause: 'Se abrió otra vez el enlace del primer arranque.', remedy: 'Inicie sesión. Si el único administrador no puede entrar, ejecute "holdfast people reset" en la propia máquina.' },
  'name-and-user-needed': { what: 'Hacen falta su nombre y un nombre de usuario.', usualCause: 'Un campo se dejó vacío.', remedy: 'Rellene los dos.' },
  'password-guessable': { what: 'Esta contraseña está entre las primeras que probaría cualquiera.', usualCause: 'Una palabra común con cifras detrás, una fila del teclado o su propio nombre.', remedy: 'Use tres o cuatro palabras que no tengan nada que ver entre sí. Los espacios están permitidos.' },
  'pin-easy': { what: 'Este PIN está entre los primeros que probaría cualquiera.', usualCause: 'Cifras seguidas, una cifra muchas veces o una mitad repetida.', remedy: 'Use seis cifras sin orden.' },
  'user-taken': { what: 'Alguien tiene ya este nombre de usuario.', usualCause: 'Un compañero con un nombre parecido; quien se fue también lo conserva.', remedy: 'Elija otro.' },
  'badge-taken': { what: 'Esta tarjeta pertenece a otra persona.', usualCause: 'Dos personas comparten una tarjeta.', remedy: 'Dé a cada persona una tarjeta propia.' },
  'last-admin': { what: 'El último administrador debe quedarse.', usualCause: 'Nadie más podría añadir personas ni terminar sesiones.', remedy: 'Nombre antes administrador a otra persona.' },
  'no-such-person': { what: 'No existe esa persona, o se ha ido.', usualCause: OLD_PAGE, remedy: 'Mire otra vez la lista de personas.' },
  'no-such-machine': { what: 'No existe ese sistema.', usualCause: OLD_PAGE, remedy: 'Mire otra vez la lista de sistemas.' },
  'no-such-session': { what: 'No tiene ninguna sesión así.', usualCause: 'Ya ha terminado.', remedy: 'Mire otra vez la lista.' },
  'person-left': { what: 'Esta persona se ha ido.', usualCause: 'Un administrador le dio de baja hace un momento.', remedy: 'Pídaselo a otra persona.' },
  'provider-off': { what: 'En esta tienda nadie inicia sesión con un proveedor de identidad.', usualCause: 'Una página antigua, o se quitó `oidc:` de holdfast.yaml.', remedy: 'Inicie sesión con nombre de usuario y contraseña.' },
  'provider-unreachable': { what: 'No se llega al proveedor de identidad: {detail}.', usualCause: 'Este PC no tiene red, o el proveedor no funciona.', remedy: 'Inicie sesión con la contraseña de esta tienda, o con tarjeta o PIN en un PC de puesto registrado.' },
  'provider-refused': {
    what: 'No se pudo iniciar sesión con el proveedor de identidad.',
    usualCause: 'Tardó más de diez minutos, empezó en otro navegador, o esta tienda no tiene a nadie con ese nombre de usuario.',
    remedy: 'Empiece de nuevo. Un administrador de esta tienda añade a las personas, con el mismo nombre de usuario que en el proveedor.',
  },
  'passkey-failed': { what: 'La clave de acceso no se aceptó.', usualCause: 'Tardó más de cinco minutos, o la clave de acceso ya no se conoce aquí.', remedy: 'Inténtelo otra vez, o use su contraseña.' },
  'passkey-name-needed': { what: 'Las claves de acceso solo funcionan con un nombre, no con una dirección numérica.', usualCause: 'La página se abrió como 127.0.0.1 o con otra dirección.', remedy: 'En este PC ábrala como http://localhost; desde otro sitio, con el nombre de su certificado.' },
  'passkey-known': { what: 'Esta clave de acceso ya se conoce.', usualCause: 'Se envió dos veces.', remedy: 'Mire la lista de sus claves de acceso.' },
  'no-such-passkey': { what: 'No tiene esa clave de acceso.', usualCause: 'Ya se quitó.', remedy: 'Mire otra vez la lista.' },
  'too-many-passkeys': { what: 'Tiene diez claves de acceso, y ese es el máximo.', usualCause: 'Se conservaron las antiguas.', remedy: 'Quite una que ya no use.' },
  'confirmation-unknown': { what: 'La confirmación no se conoce.', usualCause: 'No se hizo, o se cortó.', remedy: AGAIN },
  'confirmation-used': { what: 'La confirmación ya se usó.', usualCause: 'La petición se envió dos veces.', remedy: AGAIN },
  'confirmation-expired': { what: 'La confirmación tiene más de cinco minutos.', usualCause: 'Algo se interpuso.', remedy: AGAIN },
  'confirmation-of-another-act': { what: 'La confirmación es para otra cosa.', usualCause: 'Entretanto el puesto se disparó otra vez, o se trataba de otro puesto.', remedy: 'Lea de qué se trata ahora y confirme otra vez.' },
  'confirmation-of-another-person': { what: 'La confirmación no es de la persona que ha iniciado sesión.', usualCause: 'Entretanto alguien cambió de persona.', remedy: 'Debe confirmar la persona que actúa.' },
};
