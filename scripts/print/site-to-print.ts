/** What commands that print policies have in common: the site of the content folder, the chosen policies, names of their files. */
import { readCorpus } from '../../src/corpus/index.ts';
import { hasErrors } from '../../src/documents/diagnostic.ts';
import { createSite, type PolicyDocument, type Site } from '../../src/documents/site.ts';
import type { Settings } from '../../src/settings.ts';
import { safeName } from '../../src/share/policy-zip/safe-name.ts';
import { refuseMissingContent, settingsFrom } from '../arguments.ts';
import { reportDiagnostics } from '../report.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The site of the content that the arguments name; `out` of these commands is not the folder of the site. Throws UsageError for wrong
 * arguments and for content with errors, which it reports.
 */
export function readSiteToPrint(
  args: Parameters<typeof settingsFrom>[0],
  options: Record<string, unknown>,
): { site: Site; settings: Settings } {
  const settings = settingsFrom({ ...args, out: undefined }, options);
  refuseMissingContent(settings);
  const corpus = readCorpus(settings.contentDir, settings.contentName);
  const { documents, site: about, diagnostics, ...county } = corpus;
  if (hasErrors(diagnostics)) {
    reportDiagnostics(diagnostics, process.stderr);
    throw new UsageError('内容里有错误，没有写。请照上面说的改好再来一次。');
  }
  return { site: createSite(documents, { ...county, site: about }, settings.today), settings };
}

/** For citty: the policies that a command prints, for `choosePolicies`. */
export const policyArguments = {
  slugs: { type: 'positional', required: false, description: '哪几个政策，写文件名；不写就是全部' },
} as const;

/** The policies with these names; all without any. Throws UsageError for an unknown name. */
export function choosePolicies(
  policies: readonly PolicyDocument[],
  slugs: readonly string[],
): readonly PolicyDocument[] {
  const unknown = slugs.filter((slug) => !policies.some((policy) => policy.slug === slug));
  if (unknown.length > 0) {
    throw new UsageError(
      `没有「${unknown.join('、')}」这个政策。可以写：${policies.map(({ slug }) => slug).join('、')}。`,
    );
  }
  return slugs.length === 0 ? policies : policies.filter(({ slug }) => slugs.includes(slug));
}

/** Names of files in one folder, by title; a second document of the same title gets its slug as well. */
export function documentNames(): (title: string, slug: string) => string {
  const taken = new Set<string>();
  return (title, slug) => {
    const name = safeName(title, slug);
    const isTaken = taken.has(name);
    taken.add(name);
    return isTaken ? `${name} ${slug}` : name;
  };
}
