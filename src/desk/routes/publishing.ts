/** Publishing, undoing, moving and withdrawing. */
import type { PublishOptions } from '../contract.ts';
import { DeskError } from '../desk-error.ts';
import { readJson } from '../http.ts';
import { commitOf, documentOf, filesOf, optionalTextOf, textOf } from '../input.ts';
import { endPublishedReviews } from './reviews.ts';
import type { Route, RouteContext } from './route.ts';

const MAX_MESSAGE_LENGTH = 500;
const MAX_SLUG_LENGTH = 100;

export const publishingRoutes: Route[] = [
  { method: 'POST', path: 'publish', answer: publish },
  { method: 'POST', path: 'undo', answer: undo },
  { method: 'GET', path: 'approvals', answer: ({ services }) => services.workspace.approvals() },
  { method: 'POST', path: 'approve', answer: approve },
  { method: 'GET', path: 'history', answer: ({ services }) => services.workspace.history() },
  { method: 'GET', path: 'unsent', answer: ({ services }) => services.workspace.unsent() },
  {
    method: 'GET',
    path: 'history/:collection/:slug',
    answer: ({ services, params }) => services.workspace.history(documentOf(params)),
  },
  { method: 'POST', path: 'move', answer: move },
  {
    method: 'GET',
    path: 'links/:collection/:slug',
    answer: ({ services, params }) => services.workspace.linksTo(documentOf(params)),
  },
  { method: 'POST', path: 'withdraw', answer: withdraw },
];

async function publish({ request, services, drafts, events }: RouteContext) {
  const given = await readJson(request);
  const files = filesOf(given.files);
  const message = textOf(given.message, MAX_MESSAGE_LENGTH, '说明').trim();
  if (message === '') throw new DeskError(400, '请写一句话，说这次改了什么。', { field: 'message' });
  const answer = await services.workspace.publish(files, message, optionsOf(given));
  if (answer.ok) events.send({ kind: 'published', commit: answer.commit, message });
  // The editor does not wait for it; a review that stays expires.
  if (answer.ok && !answer.pending && !answer.waiting)
    endPublishedReviews({ services, drafts }, files).catch(() => undefined);
  return answer;
}

async function undo({ request, services, events }: RouteContext) {
  const given = await readJson(request);
  const commit = commitOf(given.commit);
  const answer = await services.workspace.undo(commit, optionsOf(given));
  if (answer.ok) events.send({ kind: 'published', commit: answer.commit, undone: commit });
  return answer;
}

async function approve({ request, services, events }: RouteContext) {
  const commit = commitOf((await readJson(request)).commit);
  const answer = await services.workspace.approve(commit);
  if (answer.ok) events.send({ kind: 'published', commit: answer.commit });
  return answer;
}

/** The reason of urgency, and the side that stays in a conflict. */
function optionsOf({ urgent, keep }: Readonly<Record<string, unknown>>): PublishOptions {
  const reason = optionalTextOf(urgent, MAX_MESSAGE_LENGTH, '急事的原因')?.trim();
  return {
    ...(reason && { urgent: reason }),
    ...((keep === 'ours' || keep === 'theirs') && { keep }),
  };
}

async function move({ request, services, events }: RouteContext) {
  const given = await readJson(request);
  const document = documentOf(given);
  const to = textOf(given.to, MAX_SLUG_LENGTH, '新的文件名');
  const moved = await services.workspace.move(document, to, given.withLinks === true);
  await services.live.saved(document, undefined);
  await services.live.saved(moved, (await services.workspace.read(moved))?.text);
  events.send({ kind: 'changed', documents: [document, moved] });
  return moved;
}

async function withdraw({ request, services, events }: RouteContext) {
  const given = await readJson(request);
  const document = documentOf(given);
  const replacedBy = optionalTextOf(given.replacedBy, MAX_SLUG_LENGTH, '代替它的一篇');
  const wayOn = optionalTextOf(given.wayOn, MAX_MESSAGE_LENGTH, '去处');
  await services.workspace.withdraw(document, replacedBy, wayOn);
  await services.live.saved(document, undefined);
  events.send({ kind: 'changed', documents: [document] });
  return { ok: true };
}
