/** The conversation of the played cases: kept in memory as it was written, by the real rules of what waits. Whoever reads is Ada. */
import type { CaseMessage, MessageMark, MessageSide } from '../../server/contract/case-messages.ts';
import type { CaseWorld } from '../server/domain/cases/case-world.ts';
import { ADA } from './made-people.ts';

interface Sent {
  readonly id: string;
  readonly to?: MessageSide;
  readonly transferId?: string | null;
  readonly words?: string;
  readonly as?: MessageMark;
}

export class PlayedMessages {
  readonly kept: (CaseMessage & { caseId: string })[] = [];
  readonly whys: string[] = [];

  /** Somebody outside, or a colleague, writes. */
  write(world: CaseWorld, caseId: string, from: MessageSide, to: MessageSide, words: string, differs: Partial<Pick<CaseMessage, 'asksCall' | 'transferId' | 'by' | 'id'>> = {}): string {
    const { asksCall = false, transferId = null, by = null, id = world.newUuid() } = differs;
    world.must(caseId, 'note-message', { id, from, to, transferId, asksCall });
    this.kept.push({ id, caseId, from, to, transferId, asksCall, by, words, atIso: world.state(caseId).lastAtIso, passed: null, reads: [] });
    return id;
  }

  /** Null: the case as it stands then. */
  answer(world: CaseWorld, caseId: string, third: string | undefined, last: string, sent: Sent & { readonly why?: string }): { messages: CaseMessage[]; atIso: string } | null {
    const own = this.kept.filter((one) => one.caseId === caseId);
    const message = own.find(({ id }) => id === third);
    const atIso = new Date(world.nowMs).toISOString();
    if (last === 'look') {
      this.whys.push(sent.why ?? '');
      for (const one of own) if (one.from !== 'store' && one.reads.length === 0) one.reads = [{ by: ADA.code, atIso }];
      return { messages: own, atIso };
    }
    if (last === 'messages') this.write(world, caseId, 'store', sent.to ?? 'customer', sent.words ?? '', { id: sent.id, transferId: sent.transferId ?? null, by: ADA.code });
    else if (message !== undefined && last === 'pass-on') {
      world.must(caseId, 'pass-message-on', { messageId: message.id, transferId: sent.transferId });
      message.passed = { transferId: sent.transferId ?? '', by: ADA.code, atIso };
    } else if (message !== undefined && last === 'mark') {
      const { id: messageId, from, to, transferId, asksCall } = message;
      world.must(caseId, 'mark-message', { messageId, as: sent.as, message: { from, to, transferId, asksCall, atIso: message.atIso } });
      if (sent.as === 'unread') message.reads = [];
    }
    return null;
  }
}
