/** The details of a line of evidence that no contract has words for. */
import { spoken } from './language.ts';

export const evidenceEnglish = {
  version: (version: string, benches: number) => `version ${version}, ${benches === 1 ? '1 bench' : `${benches} benches`}`,
  stop: (id: string) => `stop ${id}`,
  stopOf: (cause: string, id: string) => `${cause}, stop ${id}`,
  stopBecause: (id: string, reason: string) => `stop ${id}: ${reason}`,
  rig: (serial: string, model: string, firmware: string) => `${serial}, ${model}, firmware ${firmware}`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  drillPassed: (after: string | null) => `passed after ${after ?? 'an unknown time'}`,
  returnedBy: (who: string) => `returned by ${who}`,
  takenOutBy: (who: string, reason: string) => `taken out by ${who}: ${reason}`,
  lines: (count: number) => (count === 1 ? '1 line' : `${count} lines`),
  entries: (count: number, hash: string) => `${count === 1 ? '1 entry' : `${count} entries`}, ${hash}`,
  /** Codes of the bridge and of the rig; one that is not here is shown as it is. */
  codes: {
    'seen-ended': 'seen to have ended', replaced: 'another restore began', 'other-rig': 'another rig answers here',
    stopped: 'stopped', undone: 'given up before the point', failed: 'failed', done: 'done',
    'restore-ended': 'the restore ended', handshake: 'the rig began anew', 'rig-latched': 'the rig had stopped by itself', tripped: 'this bench tripped',
    stop: 'stop', reset: 'reset', drill: 'drill', judge: 'judgement',
    button: 'stop button', estop: 'E-stop', fallback: 'update fell back to an erase', hot: 'device hot', swelling: 'device swelling', smoke: 'smoke', force: 'probe force',
    'other-database': 'from another database', 'older-version': 'older than what is known',
    'restore-result': 'how the restore ended', 'permissive-lost-in-committed': 'a condition went missing past the point', 'failed-update-remembered': 'a failed update is remembered',
    'wiring-failed': 'a cutting wire could not be used', 'wiring-released': 'a cutting wire was released', 'chassis-measured': 'the chassis was measured',
  } as Readonly<Record<string, string>>,
  notReadable: 'details not readable by this version',
} as const;

export const evidenceWords = spoken(evidenceEnglish);
