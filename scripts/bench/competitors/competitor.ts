/** Another generator that is measured beside ours. */
import type { Cost } from '../measured-run.ts';
import type { PlainText } from './texts.ts';

export interface Competitor {
  /** What it is called, and what it makes. */
  what: string;
  /** Whether it is here; installs it where that can be. */
  isReady(): boolean;
  /** Writes a site of the texts into the empty folder `dir`, which is no part of what is measured. */
  write(dir: string, texts: readonly PlainText[]): void;
  /** Builds that site, from nothing, into `dir/out`. */
  build(dir: string): Promise<Cost>;
}
