/** A file for the rules whose texts are extracted on first access: most rules read few files. */
import type { AnnotatedFile, BodyAddresses, BodyParts } from '../documents/source.ts';

/** The texts of a file with their positions. */
export type FoundTexts = BodyParts & Pick<AnnotatedFile, 'values' | 'bodyOffset'>;

/** A source of the `known` properties and of the others, which `find` extracts; `find` runs at most once. */
export function lazySource(
  known: Omit<AnnotatedFile, keyof FoundTexts> & Partial<BodyAddresses>,
  find: () => FoundTexts,
): AnnotatedFile {
  let found: FoundTexts | undefined;
  const texts = (): FoundTexts => {
    found ??= find();
    return found;
  };
  return {
    get texts() {
      return texts().texts;
    },
    get links() {
      return texts().links;
    },
    get images() {
      return texts().images;
    },
    get values() {
      return texts().values;
    },
    get bodyOffset() {
      return texts().bodyOffset;
    },
    ...known,
  };
}
