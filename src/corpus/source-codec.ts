/** Packs the texts of a file and their positions for the cache: nearly all characters of a text are consecutive in the file. */
import type { AnnotatedFile, SourceAddress, SourceText, TextPart } from '../documents/source.ts';
import type { Path } from '../schema/traverse.ts';

type EncodedText = [text: string, part: TextPart, path: Path, runs: number[]];

/** The cached part of an AnnotatedFile, without the parsed file and its text; plain JSON. */
export interface EncodedSource {
  texts: EncodedText[];
  links: SourceAddress[];
  images: SourceAddress[];
  values: [key: string, offset: number][];
  bodyOffset: number;
}

/** Packs the texts found in a file. */
export function encodeSource({ texts, links, images, values, bodyOffset }: AnnotatedFile): EncodedSource {
  return {
    texts: texts.map(({ text, part, path, offsets }) => [text, part, path, runsOf(offsets)]),
    links,
    images,
    values: [...values],
    bodyOffset,
  };
}

/** Unpacks them. */
export function decodeSource({ texts, links, images, values, bodyOffset }: EncodedSource) {
  return {
    texts: texts.map(decodeText),
    links,
    images,
    values: new Map(values),
    bodyOffset,
  };
}

/** The offsets are unpacked on first access: most texts are read without them. */
function decodeText([text, part, path, runs]: EncodedText): SourceText {
  let offsets: Uint32Array | undefined;
  return {
    text,
    part,
    path,
    get offsets() {
      offsets ??= offsetsOf(runs, text.length);
      return offsets;
    },
  };
}

/** Offsets as pairs: the start of a run and its length. */
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
