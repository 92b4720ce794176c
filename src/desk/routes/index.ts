/** All routes below `/desk/api/`. */
import { baseRoutes } from './bases.ts';
import { documentRoutes } from './documents.ts';
import { incomingRoutes } from './incoming.ts';
import { previewRoutes } from './preview.ts';
import { publishingRoutes } from './publishing.ts';
import { reviewRoutes } from './reviews.ts';
import type { Route } from './route.ts';

const routes: readonly Route[] = [
  ...documentRoutes,
  ...baseRoutes,
  ...previewRoutes,
  ...incomingRoutes,
  ...publishingRoutes,
  ...reviewRoutes,
];

/** The route of a path below `/desk/api/`, with the open parts of its pattern. */
export function findRoute(
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    const pattern = route.path.split('/');
    if (route.method !== method || pattern.length !== parts.length) continue;
    const isMatch = pattern.every((part, at) => part.startsWith(':') || part === parts[at]);
    if (!isMatch) continue;
    const open = pattern.flatMap((part, at) =>
      part.startsWith(':') ? [[part.slice(1), parts[at] ?? ''] as const] : [],
    );
    return { route, params: Object.fromEntries(open) };
  }
  return undefined;
}
