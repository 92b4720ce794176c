/** What the rules that compare files find in a text that is not saved, computed in steps between which pages are rendered. */
import { type ContentFile, readUnsaved } from '../../src/corpus/index.ts';
import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import { createSite, type Site } from '../../src/documents/site.ts';
import type { AnnotatedFile } from '../../src/documents/source.ts';
import { asPublished, type FieldDiagnostic, type SiteContent, withPaths } from './unsaved.ts';

/** Returns the findings in `source` beside the content that was read last, one step of them at a time. */
export type Comparisons = (source: AnnotatedFile, site: Site) => Iterable<Diagnostic[]>;

export async function compareUnsaved(
  content: SiteContent,
  file: ContentFile,
  text: string,
  day: string,
  comparisons: Comparisons,
): Promise<FieldDiagnostic[]> {
  const { documents, source, origins } = readUnsaved(file, text, content, day);
  if (source === undefined) return [];
  const published = asPublished(source);
  const found: Diagnostic[] = [];
  for (const step of comparisons(published, createSite(documents, content, day))) {
    found.push(...step.filter((diagnostic) => diagnostic.file === source.file));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return withPaths(source, found, origins);
}
