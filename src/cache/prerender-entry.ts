/**
 * The entry of the compiled page code (compiled-renderer.ts): lists the pages and renders one. Uses Astro's interfaces for
 * custom prerenderers, `astro:static-paths` and `astro/app/entrypoint`.
 */
import { StaticPaths } from 'astro:static-paths';
import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import type { SiteContent } from '../to-astro-entries.ts';

/** The path of a page or endpoint. */
export type PagePath = Awaited<ReturnType<InstanceType<typeof StaticPaths>['getAll']>>[number];

export interface Prerenderer {
  /** Loads the code of all pages, which is otherwise loaded on demand. No page may read the content while it loads. */
  load(): Promise<void>;
  /** All pages of the present content. */
  paths(): Promise<PagePath[]>;
  /** Renders one; undefined for an empty response. Rejects with the page's own error. */
  render(path: PagePath): Promise<Uint8Array | undefined>;
}

/** Replaces the content; a new prerenderer must be opened for it. */
export async function replaceContent(content: SiteContent): Promise<void> {
  const { replaceEntries } = await import('../astro-data-store.ts');
  replaceEntries(content);
}

/** A prerenderer for the content set by the environment (src/settings.ts) or the last passed to `replaceContent`. */
export function openPrerenderer(): Prerenderer {
  // Astro caches paths by manifest: a copy has no paths of the content before.
  const app = new App({ ...createApp({ streaming: false }).manifest }, false);
  // Instead of an error page for readers.
  app.renderError = (request, { error, status }) =>
    Promise.reject(error ?? new Error(`${request.url} answered with ${status}.`));
  const { site = 'http://localhost', base } = app.manifest;
  return {
    async load() {
      for (const page of app.manifest.pageMap?.values() ?? []) await page().then((module) => module.page());
    },
    paths: () => new StaticPaths(app).getAll(),
    async render({ pathname, route }) {
      const inside = pathname.replace(/^\/|\/$/g, '');
      const isFolder = route.type === 'page' && inside !== '';
      const address = `${base.replace(/\/$/, '')}/${inside}${isFolder ? '/' : ''}`;
      const response = await app.render(new Request(new URL(address, site)), { routeData: route });
      return response.body === null ? undefined : new Uint8Array(await response.arrayBuffer());
    },
  };
}
