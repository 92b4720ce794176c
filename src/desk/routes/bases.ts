/** Own files of documents that a base has: made, left out, and removed again. */
import type { DeskDocument, Workspace } from '../contract.ts';
import { readJson } from '../http.ts';
import { documentOf, optionalTextOf } from '../input.ts';
import type { Route, RouteContext } from './route.ts';

const MAX_SLUG_LENGTH = 100;
const MAX_REASON_LENGTH = 500;

export const baseRoutes: Route[] = [
  {
    method: 'POST',
    path: 'documents/:collection/:slug/own',
    answer: (context) => change(context, ({ makeOwn }, document) => makeOwn(document)),
  },
  {
    method: 'POST',
    path: 'documents/:collection/:slug/leave-out',
    async answer(context) {
      const given = await readJson(context.request);
      const replacedBy = optionalTextOf(given.replacedBy, MAX_SLUG_LENGTH, '代替它的一篇');
      const wayOn = optionalTextOf(given.wayOn, MAX_REASON_LENGTH, '去处');
      return change(context, ({ leaveOut }, document) => leaveOut(document, replacedBy, wayOn));
    },
  },
  { method: 'POST', path: 'documents/:collection/:slug/seen', answer: noteSeen },
  {
    method: 'POST',
    path: 'documents/:collection/:slug/follow-base',
    answer: (context) => change(context, ({ followBase }, document) => followBase(document)),
  },
];

/** Notes that a person has looked; the texts stay as they are. */
async function noteSeen({ params, services, events }: RouteContext): Promise<DeskDocument> {
  const document = documentOf(params);
  await services.workspace.noteSeen(document);
  events.send({ kind: 'changed', documents: [document] });
  return document;
}

/** Changes which file of a document counts; the pages are those of the new one afterwards. */
async function change(
  { params, services, events }: RouteContext,
  work: (workspace: Workspace, document: DeskDocument) => Promise<void>,
): Promise<DeskDocument> {
  const document = documentOf(params);
  await work(services.workspace, document);
  await services.live.contentChanged();
  events.send({ kind: 'changed', documents: [document] });
  return document;
}
