/** Photographs on their way to readers: small enough for a slow network, and without what a camera writes in. */
export { type MadePhotographs, makePhotographs } from './make-photographs.ts';
export { stripMetadata } from './strip-metadata.ts';
