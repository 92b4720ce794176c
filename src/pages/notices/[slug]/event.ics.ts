/** A notice for the phone's calendar, as iCalendar; ical-generator knows the format's folding and escaping. */
import type { APIRoute } from 'astro';
import ical from 'ical-generator';
import { addressOf } from '../../../documents/address.ts';
import { calendarSpan } from '../../../documents/calendar-span.ts';
import { fullUrl } from '../../../documents/full-address.ts';
import { type NoticeDocument, pick, publishedOn, type Site } from '../../../documents/site.ts';
import { type DocumentProps, documentPath } from '../../_paths.ts';
import { loadSite } from '../../_site.ts';

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
  const { isAllDay, start, end } = calendarSpan(data);
  const phones = pick(site.contacts, data.contacts).map(({ name, phone }) => `${name} ${phone}`);
  const calendar = ical({
    name: site.about.name,
    prodId: { company: 'Mingbai', product: 'Mingbai', language: 'ZH' },
  });
  calendar.createEvent({
    id: url,
    stamp: new Date(`${publishedOn(site, 'notices', slug)}T00:00:00Z`),
    start,
    end,
    allDay: isAllDay,
    summary: data.title,
    description: [data.summary, ...phones].join('\n'),
    location: data.where,
    url,
  });
  return calendar.toString();
}
