/** Another generator, measured for comparison. */
import type { Cost } from '../measured-run.ts';
import type { PlainText } from './texts.ts';

export interface Competitor {
  /** Its name, and what it generates. */
  what: string;
  /** Whether it is installed; installs it if possible. */
  isReady(): boolean;
  /** Writes a site of the texts into the empty folder `dir`; not measured. */
  write(dir: string, texts: readonly PlainText[]): void;
  /** Builds that site from nothing into `dir/out`. */
  build(dir: string): Promise<Cost>;
}
