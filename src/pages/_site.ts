/** The site for pages: Astro's collections, read once, combined into documents with their connections. */
import { getCollection, getEntry } from 'astro:content';
import type { Documents } from '../documents/document.ts';
import { createSite, type Site } from '../documents/site.ts';
import { readSettings } from '../settings.ts';

let cached: { fill: number; site: Promise<Site> } | undefined;

/** The whole site; every page gets the same one until the content of the store is replaced. */
export async function loadSite(): Promise<Site> {
  // Imported on demand: pages are loaded before there is content.
  const { storeRevision } = await import('../astro-data-store.ts');
  const fill = storeRevision();
  if (cached?.fill !== fill) cached = { fill, site: readSite() };
  return cached.site;
}

async function readSite(): Promise<Site> {
  const data = async <C extends keyof Documents>(name: C) =>
    (await getCollection(name)).map((entry) => entry.data) as unknown as Documents[C];
  const documents: Documents = {
    policies: await data('policies'),
    stories: await data('stories'),
    pages: await data('pages'),
    notices: await data('notices'),
    actions: await data('actions'),
    audiences: await data('audiences'),
    places: await data('places'),
    contacts: await data('contacts'),
    glossary: await data('glossary'),
    rates: await data('rates'),
  };
  const county = await getEntry('site', 'site');
  if (!county) throw new Error('The collection "site" is empty: src/astro-data-store.ts always fills it.');
  return createSite(documents, county.data, readSettings().today);
}
