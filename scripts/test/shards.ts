/** Which parts of the tests over the built site run at once, so that no processor waits for the longest part. */

/** A part of a project of tests/vitest.config.ts: the files of `shard`, such as `2/6`, as vitest divides them. */
export interface Shard {
  project: 'browsers' | 'commands';
  shard: string;
}

export interface Plan {
  /** How many shards run at once. */
  lanes: number;
  /** In the order in which they begin: a lane that is done takes the next. */
  shards: Shard[];
}

/** Starting vitest costs two seconds: more shards would cost more than they save. */
const SHARDS_OF_COMMANDS_PER_LANE = 3;
/** Above, a shard would have hardly a file. */
const MAX_LANES = 8;

/**
 * The plan for a number of processors. Two lanes at least: a page waits for its browser, a publication for git and the disk. In at most one lane
 * of two are tests that start browsers, and those begin first: on two processors two of them at once saved only a tenth, and made browsers hang.
 */
export function planShards(processors: number): Plan {
  const lanes = Math.min(MAX_LANES, Math.max(2, processors));
  const shardsOf = (project: Shard['project'], count: number) =>
    Array.from({ length: count }, (_, at): Shard => ({ project, shard: `${at + 1}/${count}` }));
  return {
    lanes,
    shards: [
      ...shardsOf('browsers', Math.floor(lanes / 2)),
      ...shardsOf('commands', SHARDS_OF_COMMANDS_PER_LANE * lanes),
    ],
  };
}
