/** The Spanish terms that a customer signs, in words that can be read aloud at a counter. Whoever changes one gives a new version. */
import type { Terms } from '../terms.ts';
import { COPY_KEPT_DAYS } from '../words-of-terms.ts';

export const TERMS_ES: Terms = {
  version: '2026-11',
  language: 'es',
  title: 'Lo que usted nos permite hacer',
  parts: [
    { title: 'Solo lo que usted marque', words: 'Hacemos lo que usted marque abajo y nada más: buscar el fallo, rescatar los datos, reparar, abrir el dispositivo, entregarlo al colaborador que le nombramos, borrarlo. Lo que no esté marcado se lo preguntamos antes.' },
    { title: 'Es suyo, o habla por el propietario', words: 'Usted declara que el dispositivo es suyo, o que actúa por su propietario como albacea, familiar más cercano o representante.' },
    { title: 'Lo que puede salir mal', words: 'Un dispositivo dañado puede fallar para siempre mientras alguien trabaja en él, y se pueden perder datos. Abrirlo puede acabar con su garantía y con su protección contra el agua. Nos detenemos antes de un paso que borre datos, salvo que usted lo haya marcado.' },
    { title: 'Sus datos', words: `No miramos lo que hay en el dispositivo ni guardamos ninguna copia. Un colaborador que rescate los datos se los entrega a usted y borra su copia como máximo ${String(COPY_KEPT_DAYS)} días después. Nunca necesitamos la contraseña de su cuenta.` },
    { title: 'Lo que guardamos de usted', words: 'Su nombre y cómo localizarle, lo que nos contó, fotos del exterior del dispositivo y su firma. Están selladas, cada vez que alguien las mira queda registrado con su motivo, y usted puede ver quién las miró. Las borramos cuando acaba su plazo, o antes si lo pide.' },
    { title: 'Puede retirarlo', words: 'Dígalo en la tienda, por teléfono o con su enlace, en cualquier momento. Desde entonces no hacemos nada más y le devolvemos el dispositivo como esté.' },
  ],
};
