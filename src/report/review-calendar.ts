/** The calendar of the office: when each policy and guide has to be reviewed. ical-generator knows the format's folding and escaping. */
import ical, { ICalAlarmType } from 'ical-generator';
import { addressOf } from '../documents/address.ts';
import { addDays } from '../documents/dates.ts';
import { fullUrl } from '../documents/full-address.ts';
import type { Site } from '../documents/site.ts';

/** Days before the review on which the calendar reminds: enough to ask the department in charge. */
const REMINDER_DAYS = 14;

/** The iCalendar text: one whole day for each document, by day. It is for the office and is not published. */
export function reviewCalendar(site: Site): string {
  const calendar = ical({
    name: `${site.about.name}：核对日程`,
    prodId: { company: 'Mingbai', product: 'Mingbai', language: 'ZH' },
  });
  const documents = [...site.policies, ...site.guides].toSorted((a, b) =>
    a.data.reviewBy < b.data.reviewBy ? -1 : 1,
  );
  for (const { collection, slug, data } of documents) {
    const url = fullUrl(site, addressOf(collection, slug));
    const reviewer = 'reviewer' in data ? data.reviewer : undefined;
    const event = calendar.createEvent({
      // Same identity in the next calendar: the event moves, there is no second one.
      id: `review:${url}`,
      stamp: new Date(`${data.reviewedOn}T00:00:00Z`),
      start: new Date(`${data.reviewBy}T00:00:00Z`),
      end: new Date(`${addDays(data.reviewBy, 1)}T00:00:00Z`),
      allDay: true,
      summary: `核对：${data.title}`,
      description: [
        `这一天以前核对一遍：${data.title}`,
        ...(reviewer ? [`核对人：${reviewer}`] : []),
        `上次核对：${data.reviewedOn}`,
        url,
      ].join('\n'),
      url,
    });
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: REMINDER_DAYS * 86_400 });
  }
  return calendar.toString();
}
