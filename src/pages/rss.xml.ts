/** The news, for feed readers. */
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { feedOf } from '../documents/feed.ts';
import { homeUrl } from '../documents/full-address.ts';
import { loadSite } from './_site.ts';

export const GET: APIRoute = async () => {
  const site = await loadSite();
  return rss({
    title: site.about.name,
    description: site.about.description ?? site.about.name,
    site: homeUrl(site),
    items: feedOf(site).map(({ title, description, url, date }) => ({
      title,
      description,
      link: url,
      pubDate: new Date(`${date}T00:00:00+08:00`),
    })),
    customData: '<language>zh-cn</language>',
  });
};
