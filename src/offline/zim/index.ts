/** The whole site as a book for Kiwix readers. */
export { canWriteZim, writeZim, type ZimMetadata } from './write-zim.ts';
