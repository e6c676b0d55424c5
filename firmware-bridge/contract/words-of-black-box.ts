/**
 * English for the black box: how a stop of today stands to the recorded one, and what is wrong with a record. It never
 * says whose doing a fault is, nor that a stop was right.
 */
import type { ChainFault } from './black-box-chain.ts';
import type { StopVerdict } from './replay-report.ts';
import type { Titled } from './words-shape.ts';

export const wordsOfStopVerdicts: Readonly<Record<StopVerdict, Titled>> = {
  same: { title: 'Same', what: 'The rules of today stop it at the same moment, for the same cause.' },
  earlier: { title: 'Earlier', what: 'The rules of today stop it earlier.' },
  later: { title: 'Later', what: 'The rules of today stop it later.' },
  'other-cause': { title: 'Otherwise', what: 'The rules of today stop it at the same moment, but for another cause, in another zone or under another id.' },
  new: { title: 'New', what: 'The rules of today stop a restore that was not stopped then. Whether it was needed, a person has to judge.' },
  gone: { title: 'Gone', what: 'The rules of today do not make this stop.' },
};

export const wordsOfChainFaults: Readonly<Record<ChainFault, Titled>> = {
  unreadable: { title: 'Not readable', what: 'Bytes in the record are no block of it.' },
  edited: { title: 'Changed', what: 'Entries of a block are not those that were written.' },
  missing: { title: 'Taken out', what: 'Entries between two blocks are not there.' },
  'out-of-order': { title: 'Not in order', what: 'A block stands twice, or in front of one that came before it.' },
  foreign: { title: 'Of another record', what: 'A block does not follow from the block before it.' },
  cut: { title: 'End cut off', what: 'The evidence knows of entries behind the end of this record.' },
  rewritten: { title: 'Made anew', what: 'The record does not agree with what the evidence knows of it.' },
  gone: { title: 'Record gone', what: 'The evidence knows of another record of this bench, and it is not here.' },
};
