/**
 * Stands for the English of the board. Unbuilt, English is in the files that say it and there is nothing to learn; the built page has
 * the tables here that the Spanish pack names (vite.config.ts), so that the board of another language does not wait for them.
 */
export {};
