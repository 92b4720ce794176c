/** Over 50 random renames, withdrawals and merges every address that was ever live works. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { registerAddresses } from '../../scripts/register-addresses.ts';
import { readCorpus } from '../../src/corpus/index.ts';
import { allAddresses } from '../../src/documents/all-addresses.ts';
import { findMissingAddresses } from '../../src/documents/missing-addresses.ts';
import { listRedirects, listWithdrawnPages } from '../../src/documents/redirects.ts';
import { shortAddress } from '../../src/documents/short-address.ts';
import { shortLinks } from '../../src/documents/short-links.ts';
import { createSite, type Site } from '../../src/documents/site.ts';
import {
  mingbai,
  onePolicy,
  site as siteFile,
  temporaryFolder,
  writeFiles,
} from '../build/content-folder.ts';

const TODAY = '2026-11-23';

/** A county's folder and the steps of its editors. */
class County {
  readonly content: string;
  /** Slugs of the current policies, with their former slugs. */
  readonly standing = new Map<string, string[]>();
  private made = 0;

  constructor(folder: string) {
    this.content = join(folder, 'content');
    mkdirSync(this.content);
    const { 'policies/di-bao.mdx': _, ...records } = onePolicy;
    writeFiles(this.content, { ...siteFile, ...records, 'policies/.keep': '' });
  }

  add(): void {
    this.made += 1;
    this.standing.set(`policy-${this.made}`, []);
    this.write(`policy-${this.made}`);
  }

  rename(slug: string): void {
    this.made += 1;
    const next = `moved-${this.made}`;
    renameSync(this.file(slug), this.file(next));
    this.standing.set(next, [...(this.standing.get(slug) ?? []), slug]);
    this.standing.delete(slug);
    this.write(next);
  }

  merge(slug: string, into: string): void {
    this.standing.set(into, [...(this.standing.get(into) ?? []), ...(this.standing.get(slug) ?? []), slug]);
    this.remove(slug);
    this.write(into);
  }

  withdraw(slug: string, replacedBy: string | undefined): void {
    const gone = [slug, ...(this.standing.get(slug) ?? [])].map((each) => `/policies/${each}/`);
    this.remove(slug);
    const path = join(this.content, 'addresses.yml');
    const notice = [
      `  withdrawn: ${TODAY}`,
      '  reason: 并到别处了。',
      ...(replacedBy ? [`  replacedBy: /policies/${replacedBy}/`] : []),
    ];
    const lines = readFileSync(path, 'utf8').split('\n');
    const told = lines.flatMap((line) =>
      gone.some((address) => line === `- address: ${address}`) ? [line, ...notice] : [line],
    );
    writeFileSync(path, told.join('\n'));
  }

  private remove(slug: string): void {
    rmSync(this.file(slug));
    this.standing.delete(slug);
  }

  private file(slug: string): string {
    return join(this.content, 'policies', `${slug}.mdx`);
  }

  private write(slug: string): void {
    const aliases = this.standing.get(slug) ?? [];
    const text = onePolicy['policies/di-bao.mdx'] ?? '';
    const fields = aliases.length > 0 ? stringify({ aliases }) : '';
    writeFileSync(this.file(slug), text.replace('reviewer:', `${fields}reviewer:`));
  }
}

/** Every address of the site, with redirects, withdrawn pages and short addresses. */
function answering(site: Site): Set<string> {
  return new Set([
    ...allAddresses(site).map(({ address }) => address),
    ...listRedirects(site).map(({ from }) => from),
    ...listWithdrawnPages(site).map(({ address }) => address),
    ...shortLinks(site).map(({ code }) => `/s/${code}/`),
  ]);
}

/** Reads the folder as a publication does, and updates its ledger. */
function publish(county: County): Site {
  const corpus = readCorpus(county.content, 'content');
  const site = createSite(corpus.documents, corpus, TODAY);
  expect([
    corpus.diagnostics.filter(({ severity }) => severity === 'error'),
    findMissingAddresses(site),
  ]).toEqual([[], []]);
  registerAddresses(county.content, site);
  return site;
}

type Step = ['add' | 'rename' | 'merge' | 'withdraw' | 'withdraw with replacement', number, number];

function take(county: County, [kind, first, second]: Step): void {
  const slugs = [...county.standing.keys()];
  const slug = slugs[first % slugs.length];
  const others = slugs.filter((each) => each !== slug);
  const other = others[second % others.length];
  if (slug === undefined || other === undefined || kind === 'add') county.add();
  else if (kind === 'rename') county.rename(slug);
  else if (kind === 'merge') county.merge(slug, other);
  else county.withdraw(slug, kind === 'withdraw' ? undefined : other);
}

const steps = fc.array(
  fc.tuple(
    fc.constantFrom<Step[0]>('add', 'rename', 'merge', 'withdraw', 'withdraw with replacement'),
    fc.nat(),
    fc.nat(),
  ),
  { minLength: 50, maxLength: 50 },
);

/** Applies the steps and publishes each; returns every address that was ever live, with the short ones. */
function live(county: County, history: readonly Step[]): Set<string> {
  const ever = new Set<string>();
  for (const step of [['add', 0, 0], ['add', 0, 0], ...history] as Step[]) {
    take(county, step);
    const site = publish(county);
    const now = answering(site);
    for (const address of ever) expect(now, address).toContain(address);
    for (const { collection, slug } of site.policies) {
      ever.add(`/${collection}/${slug}/`);
      ever.add(shortAddress(collection, slug));
    }
  }
  return ever;
}

test('in every step of many histories each address that was ever live exists', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const folder = temporaryFolder();
      try {
        expect(live(new County(folder), history).size).toBeGreaterThan(2);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: 5 },
  );
});

test('a site built after 50 such steps has a page at each address', async () => {
  const folder = temporaryFolder();
  try {
    const county = new County(folder);
    const [history = []] = fc.sample(steps, { numRuns: 1, seed: 6 });
    const ever = live(county, history);
    const built = await mingbai(
      'build',
      '--content',
      county.content,
      '--out',
      join(folder, 'out'),
      '--today',
      TODAY,
    );
    expect([built.err.includes('error'), built.code]).toEqual([false, 0]);
    const missing = [...ever].filter((address) => !existsSync(join(folder, 'out', address, 'index.html')));
    expect([ever.size > 40, missing]).toEqual([true, []]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
