/**
 * Our documents for generators without a schema: fields become lists; components become plain Markdown, unless the generator has
 * components.
 */
import { readCorpus } from '../../../src/corpus/index.ts';
import type { AnnotatedFile } from '../../../src/documents/source.ts';
import { replaceRates } from '../../../src/schema/rate-marks.ts';

export interface PlainText {
  /** `policies/di-bao`; guides include the collection too. */
  path: string;
  collection: string;
  title: string;
  summary: string;
  /** The body with our components. */
  mdx: string;
  /** The body without them. */
  markdown: string;
}

/** Every document that has a page, sorted. */
export function readPlainTexts(content: string): PlainText[] {
  const { sources } = readCorpus(content, 'content', { keepSources: true });
  return sources.flatMap(textOf).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function textOf({ document, source, bodyOffset }: AnnotatedFile): PlainText[] {
  if (document === undefined) return [];
  const { collection, slug, data } = document;
  const body = `${fieldsAsLists(data)}\n\n${source.slice(bodyOffset).trim()}\n`;
  const { title, summary } = data;
  return [
    {
      path: `${collection}/${slug}`,
      collection,
      title,
      summary,
      mdx: body,
      markdown: withoutComponents(body),
    },
  ];
}

const HEADINGS: Readonly<Record<string, string>> = {
  keyPoints: '记住这几条',
  benefit: '能得到什么',
  eligibility: '谁能办',
  exclusions: '谁不能办',
  steps: '怎么办',
  documents: '带什么',
  basis: '依据',
};

/** Fields as lists, in place of the sections that our pages show above the body. */
function fieldsAsLists(data: object): string {
  return Object.entries(data)
    .filter(([name, value]) => name in HEADINGS && Array.isArray(value) && value.length > 0)
    .map(([name, value]) => `## ${HEADINGS[name]}\n\n${(value as unknown[]).map(asItem).join('\n')}`)
    .join('\n\n');
}

/** A rate in it becomes its id: in MDX braces would be an expression. */
function asItem(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? Object.values(value).join('，') : String(value);
  return `- ${replaceRates(text, (id) => id)}`;
}

/** Our components as the closest Markdown. */
export function withoutComponents(body: string): string {
  return body
    .replace(
      /<(Note|Warning|Example|Question)(?: (?:title|ask)="([^"]*)")?>/g,
      (_, name: string, title?: string) => `**${title ?? name}**`,
    )
    .replace(/<\/(?:Note|Warning|Example|Question)>\n*/g, '')
    .replace(/<Call contact="([^"]*)" \/>/g, '[$1](/contacts/#$1)')
    .replace(/<PolicyLink policy="([^"]*)" \/>/g, '[$1](/policies/$1/)')
    .replace(/<Rate id="([^"]*)" \/>/g, '$1');
}

/** Front matter for every competitor; JSON is YAML. */
export function frontMatter(fields: Record<string, string>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n\n`;
}
