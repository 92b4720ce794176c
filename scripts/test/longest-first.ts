/** The order of test files in which no worker is left with a long one at the end. */
import { BaseSequencer, type TestSequencerConstructor, type TestSpecification } from 'vitest/node';

/** A sequencer that begins the files in `longest`, by the ends of their paths, in this order, and then the others in vitest's. */
export function longestFirst(longest: readonly string[]): TestSequencerConstructor {
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const others = await super.sort(files);
      const rank = ({ moduleId }: TestSpecification) => {
        const found = longest.findIndex((name) => moduleId.endsWith(`/${name}`));
        return found === -1 ? longest.length : found;
      };
      // Stable: the others keep their order.
      return others.sort((a, b) => rank(a) - rank(b));
    }
  };
}
