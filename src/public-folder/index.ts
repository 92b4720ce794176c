/** The folder public on its way to readers: what may be in it, and each file as it is published. */

export { copyPublicFiles, PublicFileRefused } from './copy-files.ts';
export { type FileInspection, inspectFile, type PictureInspection } from './inspect-file.ts';
export { NAMED_ENDINGS } from './kinds.ts';
