/** A change as it waits for approval, in the words of the form instead of those of the file. */
import type { CollectionForm, DocumentRow, FormField } from './wire.ts';

/** A document's title, or what is known of a file that is not in the list. */
export function fileName(
  file: string,
  forms: readonly CollectionForm[],
  rows: readonly DocumentRow[],
): string {
  const row = rows.find((each) => each.file === file);
  const label = formOf(file, forms)?.label;
  const name = row?.title || file.replace(/^.*\//, '').replace(/\.(?:mdx|yml)$/, '');
  return label === undefined || label === name ? name : `${label}：${name}`;
}

/** A line that was added or removed, `+title: 低保`, with the label of its field. */
export function lineWords(line: string, file: string, forms: readonly CollectionForm[]): string {
  const [, text = ''] = /^[-+](.*)$/s.exec(line) ?? [];
  const [, indent = '', name = '', rest = ''] = /^(\s*(?:- )?)([A-Za-z]+):(.*)$/s.exec(text) ?? [];
  const label = labelsIn(formOf(file, forms)?.fields ?? []).get(name);
  const words = label === undefined ? text.trim() : `${indent.trim()}${label}：${rest.trim()}`;
  return `${line.startsWith('+') ? '加上' : '去掉'} ${words}`;
}

/** `content/policies/di-bao.mdx` is of the collection policies, `content/site.yml` a file of its own. */
function formOf(file: string, forms: readonly CollectionForm[]): CollectionForm | undefined {
  const [, collection] = /(?:^|\/)content\/(\w+)[/.]/.exec(file) ?? [];
  return forms.find((form) => form.collection === collection);
}

/** The labels of fields and of those within them, by name; an outer one comes first. */
function labelsIn(fields: readonly FormField[]): Map<string, string> {
  const inner = fields.flatMap(({ control }) => ('fields' in control ? control.fields : []));
  const labels = inner.length === 0 ? new Map<string, string>() : labelsIn(inner);
  for (const { name, label } of fields) labels.set(name, label);
  return labels;
}
