/** What is new, for feed readers: the newest documents of every kind, newest first. */
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { addressOf } from '../documents/address.ts';
import type { Document } from '../documents/document.ts';
import { fullUrl, homeUrl } from '../documents/full-address.ts';
import { publishedOn } from '../documents/site.ts';
import { loadSite } from './_site.ts';

const MOST = 50;

export const GET: APIRoute = async () => {
  const site = await loadSite();
  const documents: Document[] = [...site.notices, ...site.policies, ...site.stories];
  const items = documents
    .map(({ collection, slug, data }) => ({
      title: data.title,
      description: data.summary,
      link: fullUrl(site, addressOf(collection, slug)),
      pubDate: new Date(`${publishedOn(site, collection, slug)}T00:00:00+08:00`),
    }))
    .toSorted((a, b) => b.pubDate.getTime() - a.pubDate.getTime())
    .slice(0, MOST);
  return rss({
    title: site.about.name,
    description: site.about.description ?? site.about.name,
    site: homeUrl(site),
    items,
    customData: '<language>zh-cn</language>',
  });
};
