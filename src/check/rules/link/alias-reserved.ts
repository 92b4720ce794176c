/** A former address at which the site has a page of its own. */
import { reservedNames } from '../../../documents/address.ts';
import { allAddresses } from '../../../documents/all-addresses.ts';
import { aliasesOf } from '../../addresses.ts';
import type { Rule } from '../../rule.ts';
import { offsetIn } from '../../texts.ts';

export const rule: Rule = {
  name: 'link/alias-reserved',
  severity: 'error',
  stopsBuild: true,
  finds: '旧地址（aliases）和网站自己的页撞上了，例如 /search/。',
  why: '两个抢一个网址，有一个打不开。',
  write: '删掉这个旧地址。',
  bad: [{ fields: 'aliases: [▶/search/]' }, { fields: 'aliases: [▶/actions/jing-lao/]' }],
  good: [{ fields: 'aliases: [/old-name/]' }],
  check: ({ sources, site }, report) => {
    const claiming = sources
      .map((source) => ({ source, aliases: aliasesOf(source) }))
      .filter(({ aliases }) => aliases.length > 0);
    if (claiming.length === 0) return;
    const documents = new Set(['policies', 'stories', 'notices', 'pages']);
    const own = new Set(
      allAddresses(site)
        .map(({ address }) => address)
        .filter((address) => !/^\/(?:policies|stories|notices)\/[^/]+\/$/.test(address)),
    );
    const standing = new Set(site.guides.map(({ slug }) => `/${slug}/`));
    for (const { source, aliases } of claiming) {
      const texts = source.texts.filter(({ path }) => path[0] === 'aliases');
      for (const [index, alias] of aliases.entries()) {
        const first = alias.split('/')[1] ?? '';
        const isMade = reservedNames.has(first) && !documents.has(first);
        const text = texts[index];
        if ((!own.has(alias) && !isMade) || standing.has(alias) || text === undefined) continue;
        report(
          source,
          offsetIn(text, 0),
          `旧地址 ${alias} 是网站自己的页，两个会抢一个网址。请删掉这个旧地址。`,
        );
      }
    }
  },
};
