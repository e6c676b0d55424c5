/**
 * Spanish titles for one line of the history, by the kind of evidence. A kind that a newer bridge sends has its own
 * title here too; no title claims what only the body can say.
 */
import type { EvidenceKind } from '../evidence.ts';

export const evidenceSpanish: Readonly<Record<EvidenceKind, string>> = {
  'bridge-started': 'Holdfast arrancó en el PC del puesto',
  'bridge-stopping': 'Holdfast termina en el PC del puesto',
  'port-opened': 'Puerto abierto',
  'port-closed': 'Puerto cerrado',
  'rig-handshaken': 'Máquina conectada',
  'problem-raised': 'Problema detectado',
  'mode-changed': 'Cambió el estado del puesto',
  'zone-changed': 'La restauración entró en otra zona',
  'device-seated': 'Teléfono colocado',
  'device-left': 'Teléfono retirado',
  'restore-opened': 'Restauración abierta',
  'restore-ended': 'Restauración terminada',
  'plan-announced': 'Plan anunciado',
  'permit-granted': 'Permiso concedido',
  'permit-dropped': 'Permiso terminado',
  tripped: 'Puesto disparado',
  'cause-added': 'Se añadió otra causa',
  'receipt-changed': 'Creció el comprobante de la parada',
  'trip-recovered': 'Disparo recuperado de la máquina',
  'reset-done': 'Puesto rearmado',
  'order-refused': 'Orden rechazada',
  'rig-event': 'La máquina informó de un suceso',
  'drill-done': 'Simulacro hecho',
  'service-changed': 'Retirado o devuelto al servicio',
  'facts-refused': 'Datos del servidor rechazados',
  'database-confirmed': 'Base de datos confirmada',
  'guard-stalled': 'El PC del puesto se quedó parado',
  'evidence-lost': 'Se perdió parte del registro',
  'black-box-head': 'Caja negra sellada hasta aquí',
  note: 'Nota',
};

/** For a kind that this version does not know; it is stored and shown all the same. */
export const unknownEvidenceSpanish = 'Suceso que esta versión no conoce';
