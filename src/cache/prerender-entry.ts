/**
 * Where the code of the pages is entered, once Astro has compiled it (compiled-renderer.ts): which pages there are, and the
 * drawing of one. By Astro's own ways for those who draw pages elsewhere: `astro:static-paths` and `astro/app/entrypoint`.
 */
import { StaticPaths } from 'astro:static-paths';
import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import type { SiteContent } from '../to-astro-entries.ts';

/** A page, or a file beside it, to be drawn. */
export type PagePath = Awaited<ReturnType<InstanceType<typeof StaticPaths>['getAll']>>[number];

export interface Prerenderer {
  /** Loads the code of each page, which would be loaded when it is needed; none may read the content while it is loaded. */
  load(): Promise<void>;
  /** All pages of the content as it is now. */
  paths(): Promise<PagePath[]>;
  /** The bytes of one; undefined where nothing stands. Rejects with what failed in it. */
  render(path: PagePath): Promise<Uint8Array | undefined>;
}

/** Puts other content in the place of what pages are drawn from; pages are then to be opened anew. */
export async function replaceContent(content: SiteContent): Promise<void> {
  const { replaceEntries } = await import('../astro-data-store.ts');
  replaceEntries(content);
}

/** The pages of the content that the environment names (src/settings.ts), or of the last that `replaceContent` was given. */
export function openPrerenderer(): Prerenderer {
  // What Astro remembers of the paths belongs to a manifest: a copy knows nothing of the content before.
  const app = new App({ ...createApp({ streaming: false }).manifest }, false);
  // A server would answer with a page that says sorry; a build says what failed.
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
