/**
 * Tells zod not to compile code from text, which the page's content policy forbids and the browser would report. It
 * must be imported before any schema is built, so it is the first import of main.ts and does nothing else.
 */
import { config } from 'zod';

config({ jitless: true });
