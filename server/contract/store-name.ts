/** What a store is called that nobody has given a name: a sentence about it must read like one. */
export const NO_STORE_NAME = 'The store';

/** For the middle of a sentence. */
export const withinSentence = (storeName: string): string => (storeName === NO_STORE_NAME ? 'the store' : storeName);
