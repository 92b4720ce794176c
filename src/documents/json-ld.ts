/** Documents as schema.org describes them, for search engines and assistants. */
import type { ContactData } from '../schema/contacts.ts';
import { isoTime } from './dates.ts';
import { questionsIn } from './plain-text.ts';
import type { GuideDocument, NoticeDocument, PolicyDocument, StoryDocument } from './site.ts';
import { ASK_FIRST } from './status-words.ts';

/** Data of the site for all of them. */
export interface JsonLdSource {
  /** Full address of the page. */
  url: string;
  siteName: string;
  region?: string | undefined;
  /** First publication, `YYYY-MM-DD`. */
  publishedOn: string;
}

const CONTEXT = 'https://schema.org';

function article(title: string, summary: string, source: JsonLdSource, modified?: string) {
  return {
    '@context': CONTEXT,
    '@type': 'Article',
    headline: title,
    description: summary,
    inLanguage: 'zh-CN',
    url: source.url,
    datePublished: isoTime(source.publishedOn),
    ...(modified && { dateModified: modified }),
    publisher: { '@type': 'Organization', name: source.siteName },
  };
}

/** A policy: the explainer, the service behind it, and its questions. */
export function policyJsonLd(
  policy: PolicyDocument,
  contacts: ContactData[],
  source: JsonLdSource,
): object[] {
  const { title, summary, reviewedOn, eligibility, basis } = policy.data;
  const questions = questionsIn(policy.body.blocks);
  const service = {
    '@context': CONTEXT,
    '@type': 'GovernmentService',
    name: title,
    description: policy.data.localTerms === 'unknown' ? `${summary}${ASK_FIRST}。` : summary,
    url: source.url,
    serviceType: policy.data.keywords?.[0] ?? title,
    audience: { '@type': 'Audience', audienceType: eligibility.join('；') },
    ...(source.region && { areaServed: source.region }),
    availableChannel: contacts.map(({ name, phone }) => ({
      '@type': 'ServiceChannel',
      name,
      servicePhone: { '@type': 'ContactPoint', telephone: phone },
    })),
    isBasedOn: basis.map((rule) => ({ '@type': 'Legislation', name: rule.title })),
  };
  const faq = {
    '@context': CONTEXT,
    '@type': 'FAQPage',
    mainEntity: questions.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  };
  return [article(title, summary, source, reviewedOn), service, ...(questions.length > 0 ? [faq] : [])];
}

/** A story as an article. */
export function storyJsonLd({ data }: StoryDocument, source: JsonLdSource): object[] {
  return [article(data.title, data.summary, source)];
}

/** A guide page as an article. */
export function guideJsonLd({ data }: GuideDocument, source: JsonLdSource): object[] {
  return [article(data.title, data.summary, source, data.reviewedOn)];
}

/** A notice as an event. */
export function noticeJsonLd({ data }: NoticeDocument, source: JsonLdSource): object[] {
  const { title, summary, starts, ends, where } = data;
  return [
    {
      '@context': CONTEXT,
      '@type': 'Event',
      name: title,
      description: summary,
      url: source.url,
      startDate: isoTime(starts),
      ...(ends && { endDate: isoTime(ends) }),
      eventStatus: 'https://schema.org/EventScheduled',
      location: { '@type': 'Place', name: where, address: source.region ?? where },
      organizer: { '@type': 'Organization', name: source.siteName },
    },
  ];
}
