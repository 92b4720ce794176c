/** The folder public on its way to readers: what may be in it, and each file as it is published. */
export { type FileFacts, fileFacts, type PictureFacts } from './file-facts.ts';
export { NAMED_ENDINGS } from './kinds.ts';
export { layPublicFiles, PublicFileRefused } from './lay-files.ts';
