/** Looks up every mention of a document or record; one that leads nowhere is told with the nearest id. */
import type { Problem } from '../documents/problem.ts';
import type { CollectionName } from '../schema/collection-name.ts';
import { collections } from '../schema/collections.ts';
import { nearest } from '../schema/nearest.ts';
import type { ReadFile } from './read-document.ts';

/** A file with the documents and records that it mentions. */
export type Mentioning = Pick<ReadFile, 'file' | 'isDraft' | 'mentions'>;

/** Problems with the mentions in `files` and in `others`, and with ids that two records claim. */
export function checkReferences(files: readonly ReadFile[], others: readonly Mentioning[] = []): Problem[] {
  const known = new Map<CollectionName, Map<string, ReadFile>>();
  const problems: Problem[] = [];
  for (const file of files) {
    const ids = known.get(file.collection) ?? new Map<string, ReadFile>();
    known.set(file.collection, ids);
    const twin = ids.get(file.id);
    if (twin) problems.push(twinId(file, twin));
    else ids.set(file.id, file);
  }
  return [...problems, ...[...files, ...others].flatMap((file) => mentionsOf(file, known))];
}

function mentionsOf(file: Mentioning, known: Map<CollectionName, Map<string, ReadFile>>): Problem[] {
  return file.mentions.flatMap(({ id, targets, line, column }) => {
    const found = targets.map((target) => known.get(target)?.get(id)).find((target) => target !== undefined);
    if (found && (file.isDraft || !found.isDraft)) return [];
    const ids = targets.flatMap((target) => [...(known.get(target)?.keys() ?? [])]);
    const message = found ? isStillDraft(found) : leadsNowhere(id, targets, nearest(id, ids));
    return [
      {
        file: file.file,
        line,
        column,
        severity: 'error' as const,
        rule: 'schema/unknown-reference',
        message,
      },
    ];
  });
}

function leadsNowhere(id: string, targets: readonly CollectionName[], close: string | undefined): string {
  const folders = targets.map((target) => `${target}（${collections[target].label}）`).join('、');
  const advice = close ? `最接近的是「${close}」。` : `${folders} 里现在一个也没有，请先建一个。`;
  return `${folders} 里没有「${id}」，点了会打不开。${advice}`;
}

function isStillDraft(target: ReadFile): string {
  return `${target.file} 还是草稿，没有发布，点了会打不开。请先发布它（删掉 draft 那一行），或者这里先不写。`;
}

function twinId(file: ReadFile, twin: ReadFile): Problem {
  const message = `id「${file.id}」已经被 ${twin.file} 用了，别处写这个 id 就分不清是哪一个。请换一个。`;
  return { file: file.file, line: 1, column: 1, severity: 'error', rule: 'file/twin', message };
}
