/** A notice for the phone's calendar, as iCalendar; ical-generator knows the format's folding and escaping. */
import type { APIRoute } from 'astro';
import ical from 'ical-generator';
import { addressOf } from '../../../documents/address.ts';
import { clockOf, isoTime } from '../../../documents/dates.ts';
import { fullUrl } from '../../../documents/full-address.ts';
import { type NoticeDocument, pick, publishedOn, type Site } from '../../../documents/site.ts';
import { type DocumentProps, documentPath } from '../../_paths.ts';
import { loadSite } from '../../_site.ts';

const HOUR_MS = 3_600_000;

export async function getStaticPaths() {
  const site = await loadSite();
  return site.notices.map((notice) => documentPath(site, notice, { slug: notice.slug }));
}

export const GET: APIRoute<DocumentProps<NoticeDocument>> = ({ props }) =>
  new Response(calendarOf(props.site, props.document), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });

function calendarOf(site: Site, { slug, data }: NoticeDocument): string {
  const url = fullUrl(site, addressOf('notices', slug));
  const allDay = clockOf(data.starts) === undefined;
  const start = moment(data.starts);
  const end =
    data.ends === undefined ? new Date(start.getTime() + (allDay ? 24 : 1) * HOUR_MS) : endOf(data.ends);
  const phones = pick(site.contacts, data.contacts).map(({ name, phone }) => `${name} ${phone}`);
  const calendar = ical({
    name: site.about.name,
    prodId: { company: 'Mingbai', product: 'Mingbai', language: 'ZH' },
  });
  calendar.createEvent({
    id: url,
    stamp: moment(publishedOn(site, 'notices', slug)),
    start,
    end,
    allDay,
    summary: data.title,
    description: [data.summary, ...phones].join('\n'),
    location: data.where,
    url,
  });
  return calendar.toString();
}

/** A bare date is kept as that day, whatever the machine's own time zone. */
function moment(when: string): Date {
  const clock = clockOf(when);
  return clock === undefined ? new Date(`${when}T00:00:00Z`) : new Date(isoTime(when));
}

/** The end of an all-day event is the day after its last. */
function endOf(when: string): Date {
  return new Date(moment(when).getTime() + (clockOf(when) === undefined ? 24 * HOUR_MS : 0));
}
