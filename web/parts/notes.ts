/** What of the head of every page no page waits for, in one file that is fetched once. */
import './calls-note.ts';
import './here.ts';
import './kiosk.ts';
