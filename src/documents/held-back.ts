/**
 * Documents that wait for the day in their field `publishOn`. Until then they are not published, like drafts; unlike drafts they are complete, and
 * what is wrong in them is an error, because they will be published without another look.
 */

/** A document with the day on which it is published, if it has one. */
export interface Scheduled {
  publishOn?: string | undefined;
}

/** Whether the document waits on `day`; on an unknown day every document with a day waits. */
export function isHeldBack({ publishOn }: Scheduled, day: string | undefined): boolean {
  return publishOn !== undefined && (day === undefined || day < publishOn);
}

/** Whether `target` is published later than `from`, so that a link between them leads nowhere in between. */
export function isPublishedLater(target: Scheduled, from: Scheduled, day: string | undefined): boolean {
  return (
    isHeldBack(target, day) && (from.publishOn === undefined || from.publishOn < (target.publishOn ?? ''))
  );
}
