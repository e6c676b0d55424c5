/** Spanish words for the custody chain: why something was not added, why the server does not start, what a check found. */
import type { ChainFault } from '../custody-verdict.ts';
import type { AnchorKind } from '../custody.ts';
import type { Said } from '../languages.ts';
import type { CUSTODY_PROBLEMS_EN, custodyEnglish } from '../words-of-custody.ts';

export const CUSTODY_PROBLEMS_ES: typeof CUSTODY_PROBLEMS_EN = {
  'custody-key-unusable': {
    what: 'No se puede usar la clave de custodia {path}: {detail}.',
    usualCause: 'La carpeta de estado se movió sin ella, o se mezclaron archivos de dos tiendas.',
    remedy: 'Reponga el archivo custody.key de esta tienda; cada copia de seguridad lo tiene junto a la copia. Solo si se perdió para siempre: aparte lo que haya ahí y ejecute `npm run holdfast -- custody new-key --name NAME --reason REASON`. La protección funciona sin el servidor.',
  },
  'custody-wrong': { what: 'Esto no se puede hacer: {detail}.', usualCause: 'Un caso, una cabeza o una carpeta mal escritos.', remedy: 'Consulte "holdfast help verify" y "holdfast help custody".' },
  'event-id-used': { what: 'Con este identificador ya se registró otra cosa.', usualCause: 'Un programa usa un identificador para varios sucesos.', remedy: 'Envíe un identificador nuevo con cada suceso.' },
  'event-unfit': { what: 'Esto no se puede registrar: {detail}.', usualCause: 'Un carácter roto, un número con decimales o un texto muy largo.', remedy: 'Escríbalo de nuevo, más corto o con números enteros.' },
  'case-code-used': { what: 'Otro caso tiene este código.', usualCause: 'A dos casos les tocó el mismo código.', remedy: 'Inténtelo otra vez: recibe otro.' },
};

/** What was found at the first broken place. */
export const CHAIN_FAULTS_ES: Readonly<Record<ChainFault, string>> = {
  edited: 'su contenido se cambió después',
  reordered: 'no está en su sitio: los sucesos se pusieron en otro orden',
  inserted: 'se introdujo después',
  removed: 'aquí faltan uno o más sucesos',
  'wrong-signature': 'esta tienda no lo firmó',
  'not-linked': 'no sigue al suceso anterior',
  'head-differs': 'la cabeza que se guarda aparte dice otra cosa',
};

export const ANCHORS_ES: Readonly<Record<AnchorKind, string>> = {
  label: 'etiqueta', receipt: 'resguardo del cliente', 'handover-sheet': 'hoja de entrega', certificate: 'certificado', 'partner-copy': 'copia del colaborador', mail: 'correo', export: 'copia exportada', history: 'historial impreso', letter: 'carta',
};

const events = (count: number): string => `${String(count)} ${count === 1 ? 'suceso' : 'sucesos'}`;

/** What a check says, for a terminal and for a page. */
export const custodySpanish: Said<typeof custodyEnglish> = {
  case: (code, count) => `Caso ${code ?? '(sin código)'}: ${events(count)}`,
  gone: (code) => `Caso ${code ?? ''}: esta tienda no conoce ese caso`,
  intact: 'Intacta: cada suceso está como se firmó y en su orden.',
  broken: (seq, why) => `NO INTACTA en el suceso ${String(seq)}: ${CHAIN_FAULTS_ES[why]}.`,
  complete: (seq, mark) => `Completa hasta el suceso ${String(seq)}: ${mark}.`,
  notShown: 'Así lo anotó esta tienda. Con el papel en la mano, --anchor y su código QR lo demuestran.',
  noMark: 'Completa hasta: nada fuera de esta tienda recuerda una cabeza de este caso.',
  tail: (count, since) => `Sin anclar: ${count === 0 ? 'nada' : `${events(count)}${since === null ? '' : `, desde ${since}`}; si se cortaran, nadie podría notarlo`}.`,
  knowsMore: (mark, seq, missing) => `EL PAPEL SABE MÁS: ${mark} conoce el suceso ${String(seq)}; al final ${missing === 1 ? 'falta' : 'faltan'} ${events(missing)}.`,
  knowsOther: (mark, seq) => `EL PAPEL CONOCE OTRO SUCESO: ${mark} no encaja con el suceso ${String(seq)}. La cadena se construyó de nuevo, o se cambió antes de él.`,
  mark: (kind, ref, day) => [kind === null ? 'la cabeza que se dio' : ANCHORS_ES[kind], ref ?? '', day === null ? '' : `del ${day}`].filter((part) => part !== '').join(' '),
  key: (fingerprint) => `Firmado con la clave ${fingerprint}`,
  keyFile: {
    other: 'LA CLAVE DE CUSTODIA de la carpeta de estado no es la que conoce la base de datos, o no se puede leer.',
    missing: 'La clave de custodia no está en la carpeta de estado; para una comprobación no hace falta.',
  },
  sum: (checked, bad) => (bad === 0 ? `${String(checked)} comprobados, todos correctos.` : `${String(checked)} comprobados; no ${bad === 1 ? 'es correcto' : 'son correctos'}: ${String(bad)}.`),
  none: 'Aún no hay ningún caso con un suceso.',
};
