/** The whole site as a ZIM book for Kiwix readers. */
export { canWriteZim, writeZim, type ZimMetadata } from './write-zim.ts';
