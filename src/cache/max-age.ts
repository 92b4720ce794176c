/** How long each cache keeps an entry after its last use, in days. An entry costs disk space, a missing one time at the next build. */
export const CACHE_MAX_AGE_DAYS = {
  /** Results of reading, checking and comparing a content file or a public file: texts change back within a season. */
  check: 30,
  /** A build uses all pages that are still right. */
  pages: 0,
  /** Small; a list of yesterday is of use to nobody, but a build may begin before midnight. */
  siteLists: 1,
  /** Another build may still be running with the code of the day before. */
  compiledRenderer: 1,
  /** After its replacement: a desk that runs for weeks loads more of the code that it was started with. */
  compiledCommands: 30,
  /** An offline chunk changes with any page in it. One more day covers a build that begins before midnight. */
  offlineChunks: 1,
  /** Each takes seconds to encode, and its original stays the same for years. */
  photographs: 30,
  /** As photographs. */
  cleanPictures: 30,
  /** Nearly every file is used by every build; a changed word makes a few of them obsolete. */
  searchIndex: 7,
  /** Quick to make and large. */
  policyZips: 2,
  /** The words of a day; they stay for some days if nothing is published. */
  newsRecordings: 7,
  /** Slow to render and small; the texts of a season recur. */
  shareImages: 30,
} as const;
