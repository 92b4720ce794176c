/** The site for pages: Astro's collections, read once, put together as documents with their connections. */
import { getCollection, getEntry } from 'astro:content';
import type { Documents } from '../documents/document.ts';
import { createSite, type Site } from '../documents/site.ts';
import { readSettings } from '../settings.ts';

let site: Promise<Site> | undefined;

/** The whole site; every page of a build gets the same one. While editing it is put together for each page. */
export function loadSite(): Promise<Site> {
  if (import.meta.env.DEV) return readSite();
  site ??= readSite();
  return site;
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
  };
  const county = await getEntry('site', 'site');
  if (!county) throw new Error('The collection "site" is empty: src/content.config.ts always fills it.');
  return createSite(documents, county.data, readSettings().today);
}
