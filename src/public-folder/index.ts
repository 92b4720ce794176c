/** The folder public: which files it may contain, and how they are cleaned for publication. */

export { copyPublicFiles, PublicFileRefused } from './copy-files.ts';
export { type FileInspection, inspectFile, type PictureInspection } from './inspect-file.ts';
export { NAMED_ENDINGS } from './kinds.ts';
