/** The label on a device: what whoever takes it into the hand must know before anything else, and the head as a witness. */
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import { deviceName, idRows, paperHead } from './paper-frame.ts';
import type { PaperFrame } from './paper-frame.ts';
import type { Label } from './paper.ts';

export const isHeld = ({ holds }: Pick<CaseState, 'holds'>, deviceId: string): boolean => holds.some((hold) => hold.deviceId === deviceId && hold.state !== 'released');

export function labelOf(state: CaseState, device: CaseDevice, { storeName, head, words: said }: PaperFrame): Label {
  const words = said.papers.label;
  return {
    kind: 'label', code: state.code, storeName, device: deviceName(device, said), ids: idRows(device, said),
    irreplaceable: state.irreplaceable ? words.irreplaceable : null,
    held: isHeld(state, device.id) ? words.held : null,
    battery: device.suspectedBattery ? words.battery : null,
    head: paperHead(head), headWords: said.papers.headWords(head.seq, head.hash),
  };
}
