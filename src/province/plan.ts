/** The plan of a province: the counties that have to be built and why, and those that have not. */
import { type Digest, joinDigest } from './digest.ts';
import type { Stamp } from './stamp.ts';

/** Why a county has to be built; with several reasons, the first of this list. */
export type Reason = 'new' | 'content' | 'base' | 'code' | 'day' | 'damaged';

/** A county with the digest of its present inputs. */
export interface PlannedCounty {
  id: string;
  digest: Digest;
  /** Builds the county alone, as one line for a shell. */
  command: string;
  /** The folder of its site, from the folder of province.yml. */
  out: string;
  stamp: Stamp | undefined;
  /** Whether its last output is still the one that was stamped; asked only if the inputs are the same. */
  isWhole: () => boolean;
}

/** One county to build. */
export interface PlannedJob {
  id: string;
  /** Of all inputs. */
  digest: string;
  reason: Reason;
  command: string;
  out: string;
}

export interface Plan {
  jobs: PlannedJob[];
  /** The ids of the counties whose sites are as they would be built now. */
  unchanged: string[];
}

/** Compares each county with what was built last. */
export function planCounties(counties: readonly PlannedCounty[]): Plan {
  const plan: Plan = { jobs: [], unchanged: [] };
  for (const county of counties) {
    const { id, digest, command, out } = county;
    const reason = reasonFor(county);
    if (reason === undefined) plan.unchanged.push(id);
    else plan.jobs.push({ id, digest: joinDigest(digest), reason, command, out });
  }
  return plan;
}

function reasonFor({ digest, stamp, isWhole }: PlannedCounty): Reason | undefined {
  if (stamp === undefined) return 'new';
  const kinds = ['content', 'base', 'code', 'day'] as const;
  return kinds.find((kind) => digest[kind] !== stamp.digest[kind]) ?? (isWhole() ? undefined : 'damaged');
}
