/** How many earlier publications are retained. */

/** Releases in a folder, the live one included: `--rollback` can undo one publication fewer. */
export const MAX_RELEASES = 5;

/** Publications to object storage after which a file that none of them had is removed; pages never are. */
export const MAX_UNUSED_PUBLICATIONS = 5;
