/**
 * English for what leaves a bench unprotected or makes it wait. It never says that a bench is fine, and it names the
 * exact port, group or program where the bridge knows it.
 */
import type { ProblemCode } from './bench-status.ts';
import { quantitiesFor } from './quantities.ts';
import { aside } from './words-of-cause-numbers.ts';
import type { Guidance } from './words-shape.ts';

const { number, word } = quantitiesFor('en');

export const wordsOfProblems: Readonly<Record<ProblemCode, Guidance>> = {
  'port-missing': {
    title: 'Port not found',
    what: ({ path }) => `There is no port${aside(path)} on this PC.`,
    usualCause: 'The cable of the rig is not plugged in, or the rig has no power.',
    whatToDo: () => 'Plug in the rig and switch it on. Holdfast connects by itself.',
  },
  'port-taken': {
    title: 'Port is in use',
    what: ({ path, holder }) => `The port${aside(path)} is held by ${word(holder) ?? 'another program'}.`,
    usualCause: 'A serial terminal, a modem service or a second Holdfast runs on this PC.',
    whatToDo: ({ holder }) => `Close ${word(holder) ?? 'the other program'}. Holdfast connects by itself.`,
  },
  'port-denied': {
    title: 'No right to use the port',
    what: ({ path }) => `This user may not open the port${aside(path)}.`,
    usualCause: 'The user that runs Holdfast is not in the group that owns serial ports.',
    whatToDo: ({ group }) => {
      const owner = word(group);
      return `Add this user to the group ${owner === null ? 'that owns the port' : `“${owner}”`}, then sign in again and start Holdfast.`;
    },
  },
  'port-lost': {
    title: 'Connection to the rig lost',
    what: ({ path }) => `The port of the rig${aside(path)} went away.`,
    usualCause: 'A loose USB plug, a USB hub that reset, or a rig that lost power.',
    whatToDo: () => 'Put the cable of the rig back into this PC. Holdfast connects by itself.',
  },
  'port-failed': {
    title: 'Port does not open',
    what: ({ path, why }) => `The port${aside(path)} could not be opened.${word(why) === null ? '' : ` The system says: “${word(why) ?? ''}”.`}`,
    usualCause: 'A faulty adapter or its driver.',
    whatToDo: () => 'Plug the adapter into another socket of this PC. If it stays, try another adapter.',
  },
  'rig-silent': {
    title: 'Rig is silent',
    what: () => 'The port is open, but nothing comes from the rig.',
    usualCause: 'The rig is switched off, still starting, or on another port.',
    whatToDo: () => 'Switch the rig on and check that its cable is on this port.',
  },
  'rig-not-understood': {
    title: 'Rig not understood',
    what: ({ baud }) => `Bytes arrive, but none of them makes a valid line.${number(baud) === null ? '' : ` The port runs at ${number(baud) ?? ''} baud.`}`,
    usualCause: 'A wrong port speed, or a rig that speaks another dialect.',
    whatToDo: () => 'Compare speed and dialect in the configuration with the papers of the rig.',
  },
  'corrupt-frames': {
    title: 'Damaged lines from the rig',
    what: ({ count }) => {
      const damaged = number(count);
      return damaged === null || count === 1 ? 'Lines from the rig arrive damaged.' : `Of the last lines from the rig, ${damaged} arrived damaged.`;
    },
    usualCause: 'A worn cable, a USB hub, or a motor or charger close to the cable.',
    whatToDo: () => 'When no restore is open, change the cable between rig and PC and leave out any hub.',
  },
  'protocol-newer': {
    title: 'Rig speaks a newer protocol',
    what: ({ proto }) => `The rig speaks a version of the protocol${aside(proto)} that this Holdfast does not know.`,
    usualCause: 'The firmware of the rig was updated before Holdfast was.',
    whatToDo: () => 'Update Holdfast on this PC. Until then do not start a restore here.',
  },
  'rig-identity-clash': {
    title: 'Two rigs with one number',
    what: ({ found }) => `Two ports report a rig with the same serial number${aside(found)}.`,
    usualCause: 'One rig is listed twice in the configuration, or a serial number was copied.',
    whatToDo: () => 'Unplug one of the two when no restore is open, and correct the configuration.',
  },
  'rig-unexpected': {
    title: 'Another rig than expected',
    what: ({ expected, found }) => {
      const [wanted, seen] = [word(expected), word(found)];
      const is = seen === null ? 'Another rig answers on this port.' : `The rig on this port is ${seen}.`;
      return wanted === null ? is : `${is} The configuration expects ${wanted}.`;
    },
    usualCause: 'Cables were swapped, or the rig was replaced.',
    whatToDo: () => 'Put the cables back, or enter the new rig in the configuration.',
  },
  'virtual-mismatch': {
    title: 'Virtual and real are mixed',
    what: () => 'A virtual rig and real records, or a real rig and virtual records, must not come together.',
    usualCause: 'Holdfast was started with the state folder of a demonstration, or the reverse.',
    whatToDo: () => 'Start Holdfast with another state folder: one for real rigs, one for virtual rigs.',
  },
  'rig-deaf': {
    title: 'Rig does not hear Holdfast',
    what: () => 'Lines arrive from the rig, but it answers none of ours. A stop may not reach it.',
    usualCause: 'A broken wire in one direction, or a cable that only receives.',
    whatToDo: () => 'Do not start a restore here. Change the cable between rig and PC.',
  },
  'port-slow': {
    title: 'Port is too slow',
    what: ({ baud }) => {
      const speed = number(baud);
      return `The port ${speed === null ? 'runs too slowly' : `runs at ${speed} baud, too slowly`} for full protection.`;
    },
    usualCause: 'A speed below 57,600 baud in the configuration or in the rig.',
    whatToDo: () => 'Set the rig and the configuration to 115,200 baud.',
  },
  'recorder-lost': {
    title: 'Recorder is not running',
    what: () => 'The part of Holdfast that writes the record has ended. Holdfast starts it again by itself.',
    usualCause: 'A full disk, or too little memory on this PC.',
    whatToDo: () => 'Wait a moment. If this stays, check disk and memory of this PC and restart Holdfast when no restore is open.',
  },
  'disk-full': {
    title: 'Disk is full',
    what: () => 'Nothing more can be written down on this PC, so no new restore is permitted.',
    usualCause: 'Other files have filled the disk of this PC.',
    whatToDo: () => 'Free disk space on this PC. The bench goes on by itself.',
  },
  'black-box-stopped': {
    title: 'Black box stands still',
    what: ({ why }) => `The record of every byte is not written now. Stops and evidence are not touched.${word(why) === null ? '' : ` The system says: “${word(why) ?? ''}”.`}`,
    usualCause: 'Too little free space on the disk of this PC.',
    whatToDo: () => 'Free disk space on this PC. The record goes on by itself, and tells what is missing in it.',
  },
  'wire-lost': {
    title: 'A second way to stop is lost',
    what: ({ by, path }) => `The ${by === 'relay' ? 'relay' : 'second port of the rig'}${aside(path)} is not there. The line of the rig still stops.`,
    usualCause: 'Its plug came loose, or another program uses its port.',
    whatToDo: () => 'When no restore is open, put its plug back. Holdfast connects by itself.',
  },
  'database-unconfirmed': {
    title: 'Server is not believed',
    what: ({ why, database }) => {
      const is = why === 'older-version' ? 'The database of the server is older than what it said before' : 'The server has another database than before';
      return `${is}${aside(database)}. Nothing of it is believed, known holds stay, and no new permit is given once they are a minute old.`;
    },
    usualCause: 'The database of the server was lost, restored from a copy, or this PC reaches another server.',
    whatToDo: ({ database }) => `If this server is the right one, type on the bench PC: holdfast confirm-database ${word(database) ?? 'ID'} --name "your name" --reason "why". If not, end it.`,
  },
};
