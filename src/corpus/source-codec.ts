/** The texts of a file and their places, packed to be kept: nearly all characters of a text lie one after another in the file. */
import type { AnnotatedFile, SourceAddress, SourceText, TextPart } from '../documents/source.ts';
import type { Path } from '../schema/traverse.ts';

type EncodedText = [text: string, part: TextPart, path: Path, runs: number[]];

/** What is kept of an AnnotatedFile beside what the file came to and its own text; plain JSON. */
export interface EncodedSource {
  texts: EncodedText[];
  links: SourceAddress[];
  images: SourceAddress[];
  values: [key: string, offset: number][];
  bodyOffset: number;
}

/** Packs what was found in a file. */
export function encodeSource({ texts, links, images, values, bodyOffset }: AnnotatedFile): EncodedSource {
  return {
    texts: texts.map(({ text, part, path, offsets }) => [text, part, path, runsOf(offsets)]),
    links,
    images,
    values: [...values],
    bodyOffset,
  };
}

/** What was found, as it was packed. */
export function decodeSource({ texts, links, images, values, bodyOffset }: EncodedSource) {
  return {
    texts: texts.map(
      ([text, part, path, runs]): SourceText => ({ text, part, path, offsets: offsetsOf(runs, text.length) }),
    ),
    links,
    images,
    values: new Map(values),
    bodyOffset,
  };
}

/** Offsets as pairs: where a run begins, and how many follow one another from there. */
function runsOf(offsets: Uint32Array): number[] {
  const runs: number[] = [];
  let next = -1;
  for (const offset of offsets) {
    if (offset === next) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(offset, 1);
    next = offset + 1;
  }
  return runs;
}

function offsetsOf(runs: readonly number[], length: number): Uint32Array {
  const offsets = new Uint32Array(length);
  let at = 0;
  for (let run = 0; run < runs.length; run += 2) {
    const [start = 0, count = 0] = runs.slice(run, run + 2);
    for (let index = 0; index < count; index += 1) offsets[at++] = start + index;
  }
  return offsets;
}
