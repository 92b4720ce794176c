/**
 * The entry of the compiled page code (compiled-renderer.ts): lists the pages and renders one. Uses Astro's interfaces for
 * custom prerenderers, `astro:static-paths` and `astro/app/entrypoint`.
 */
import { StaticPaths } from 'astro:static-paths';
import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import { setBasePath } from '../base-path.ts';
import { loadSegmenters } from '../line-breaks/segmenters.ts';
import { newWordBreaks, restoreWordBreaks } from '../line-breaks/word-breaks.ts';
import type { SiteContent } from '../to-astro-entries.ts';

/** The path of a page or endpoint. */
export type PagePath = Awaited<ReturnType<InstanceType<typeof StaticPaths>['getAll']>>[number];

export interface Prerenderer {
  /** All pages of the present content. */
  paths(): Promise<PagePath[]>;
  /** Renders one; undefined for an empty response. Rejects with the page's own error. */
  render(path: PagePath): Promise<Uint8Array | undefined>;
}

/** A module of src/pages that makes files and no pages. It uses nothing of Astro's context but the props of its path. */
interface Endpoint {
  getStaticPaths?(): Promise<EndpointPath[]>;
  GET(context: Pick<EndpointPath, 'props'>): Response | Promise<Response>;
}

interface EndpointPath {
  params: Record<string, string>;
  props: object;
}

/** Replaces the content; a new prerenderer must be opened for it. */
export async function replaceContent(content: SiteContent): Promise<void> {
  const { replaceEntries } = await import('../astro-data-store.ts');
  replaceEntries(content);
}

export { skipPageKeys } from './page-key.ts';

/** Word breaks of an earlier build are added, and all returned if some are new: finding them is half of the work of a push. */
export { newWordBreaks, restoreWordBreaks };

/** Loads the code of all pages, otherwise loaded on demand, and for many pages the dictionary. No page may read the content while it loads. */
export async function loadPages(rendersMany: boolean): Promise<void> {
  if (rendersMany) loadSegmenters();
  for (const page of createApp({ streaming: false }).manifest.pageMap?.values() ?? [])
    await page().then((module) => module.page());
}

/**
 * A prerenderer of the site at `url`, for the content set by the environment (src/settings.ts) or the last passed to `replaceContent`. A process
 * renders one site at a time.
 */
export function openPrerenderer(url: string): Prerenderer {
  const { origin: site, pathname: base } = new URL(url);
  setBasePath(base);
  // Astro caches paths by manifest: a copy has no paths of the content before.
  const app = new App({ ...createApp({ streaming: false }).manifest, site, base }, false);
  // Instead of an error page for readers.
  app.renderError = (request, { error, status }) =>
    Promise.reject(error ?? new Error(`${request.url} answered with ${status}.`));
  const endpoints = new Map<string, Promise<RenderEndpoint>>();
  /** Without a request and a response of Astro's, which take longer than the text of a document. */
  const renderEndpoint = async ({ pathname, route }: PagePath): Promise<Uint8Array> => {
    const render = endpoints.get(route.component) ?? openEndpoint(app, route);
    endpoints.set(route.component, render);
    const response = await (await render)(pathname);
    return new Uint8Array(await response.arrayBuffer());
  };
  return {
    paths: () => new StaticPaths(app).getAll(),
    async render(path) {
      const { pathname, route } = path;
      if (route.type === 'endpoint') return renderEndpoint(path);
      const inside = pathname.replace(/^\/|\/$/g, '');
      const address = `${base.replace(/\/$/, '')}/${inside}${inside === '' ? '' : '/'}`;
      const response = await app.render(new Request(new URL(address, site)), { routeData: route });
      return response.body === null ? undefined : new Uint8Array(await response.arrayBuffer());
    },
  };
}

type RenderEndpoint = (pathname: string) => Response | Promise<Response>;

/** The files of an endpoint, by path. */
async function openEndpoint(app: App, route: PagePath['route']): Promise<RenderEndpoint> {
  const load = app.manifest.pageMap?.get(route.component);
  if (load === undefined) throw new Error(`There is no code for ${route.component}.`);
  const endpoint = (await (await load()).page()) as unknown as Endpoint;
  const paths = (await endpoint.getStaticPaths?.()) ?? [];
  const propsByPath = new Map(
    paths.map(({ params, props }) => [
      route.route.replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? ''),
      props,
    ]),
  );
  return (pathname) => endpoint.GET({ props: propsByPath.get(pathname) ?? {} });
}
