/** The whole site as a book for Kiwix readers. */
export { type Book, canWriteZim, writeZim } from './write-zim.ts';
