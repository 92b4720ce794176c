/** The text of a record's file: YAML for contacts and places, a draft for notices. */
import { stringify } from 'yaml';
import { type Prefilled, startingFile } from '../../schema/starting-file.ts';
import { element, textNode } from '../hast-elements.ts';
import { bodyOf } from '../markdown.ts';
import { repairText } from '../repair.ts';
import type { SheetRecord } from './record-types.ts';

/** The file below the content folder, and its text. `source` names the sheet and the day. */
export function recordFile(
  { kind, id, row, fields, rest }: SheetRecord,
  source: string,
): { path: string; text: string } {
  const from = `${source}，第${row}行`;
  if (kind !== 'notices') {
    const text = `# 原文：${from.replace(/\s+/gu, ' ')}\n${stringify(fields, { lineWidth: 0 })}`;
    return { path: `${kind}/${id}.yml`, text };
  }
  const known = Object.fromEntries(
    Object.entries(fields).map(([name, value]): [string, Prefilled] => [
      name,
      { value, from: `表里第${row}行` },
    ]),
  );
  return { path: `${kind}/${id}.mdx`, text: startingFile(kind, known, bodyText(rest), from) };
}

/** The further columns as a list; undefined without any, so that the draft has the starting text. */
function bodyText(rest: SheetRecord['rest']): string | undefined {
  if (rest.length === 0) return undefined;
  const items = rest.map(([heading, text]) =>
    element('li', [textNode(repairText(`${heading}：${text.replace(/\s+/gu, ' ')}`, new Map()))]),
  );
  return bodyOf({ type: 'root', children: [element('ul', items)] }).markdown;
}
