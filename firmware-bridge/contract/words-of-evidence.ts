/**
 * English titles for one line of the history, by the kind of evidence. A kind that a newer bridge sends has its own
 * title here too; no title claims what only the body can say.
 */
import type { EvidenceKind } from './evidence.ts';

export const wordsOfEvidence: Readonly<Record<EvidenceKind, string>> = {
  'bridge-started': 'Holdfast started on the bench PC',
  'bridge-stopping': 'Holdfast ends on the bench PC',
  'port-opened': 'Port opened',
  'port-closed': 'Port closed',
  'rig-handshaken': 'Rig connected',
  'problem-raised': 'Problem found',
  'mode-changed': 'State of the bench changed',
  'zone-changed': 'Restore entered another zone',
  'device-seated': 'Phone seated',
  'device-left': 'Phone taken out',
  'restore-opened': 'Restore opened',
  'restore-ended': 'Restore ended',
  'plan-announced': 'Plan announced',
  'permit-granted': 'Permit granted',
  'permit-dropped': 'Permit ended',
  tripped: 'Bench tripped',
  'cause-added': 'Another cause was added',
  'receipt-changed': 'Receipt of the stop grew',
  'trip-recovered': 'Trip rebuilt from the memory of the rig',
  'reset-done': 'Bench reset',
  'order-refused': 'Order refused',
  'rig-event': 'Rig reported an event',
  'drill-done': 'Drill done',
  'service-changed': 'Taken out of service, or returned',
  'facts-refused': 'Facts from the server refused',
  'database-confirmed': 'Database of the server confirmed',
  'guard-stalled': 'The bench PC stood still',
  'evidence-lost': 'Part of the record was lost',
  'black-box-head': 'Black box sealed up to here',
  note: 'Note',
};

/** For a kind that this version does not know; it is stored and shown all the same. */
export const wordsOfUnknownEvidence = 'Event this version does not know';
