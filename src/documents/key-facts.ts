/**
 * The key facts of a document in a few lines: the points to remember, the deadline, the telephone.
 * Chat message and loudspeaker script both use them, so that they never differ.
 */
import { isDate } from '../schema/formats.ts';
import { applicationDeadline } from './application-deadline.ts';
import { clockOf, dayOf, formatDate, formatTime, weekdayOf } from './dates.ts';
import type { ContentDocument } from './document.ts';
import {
  type NoticeDocument,
  type PolicyDocument,
  pick,
  pickDocuments,
  type Site,
  type StoryDocument,
} from './site.ts';
import { endOf, isPast, isRunning, lastsForDays, noticeStatusAt, policyStatusOn } from './status.ts';
import { ASK_FIRST, endedSentence } from './status-words.ts';

/** A number to ring and who answers. */
export interface AnsweringContact {
  name?: string | undefined;
  phone: string;
}

export interface KeyFacts {
  /** Points to remember, most important first. */
  points: string[];
  /** Whether the points are numbered, 第一 第二; facts such as 时间 and 地点 are not. */
  isCounted: boolean;
  /** Whether it is over: then the text invites nobody. */
  hasEnded: boolean;
  /** The deadline, or that it is over: a sentence, with a full stop if the editor wrote one. */
  when?: string | undefined;
  /** The contact; the site's own number if the document names none. */
  contact?: AnsweringContact | undefined;
}

/** The key facts of a document on the day of the site. */
export function keyFacts(site: Site, document: ContentDocument): KeyFacts {
  switch (document.collection) {
    case 'policies':
      return policyKeyFacts(site, document as PolicyDocument);
    case 'notices':
      return noticeKeyFacts(site, document as NoticeDocument);
    case 'stories':
      return storyKeyFacts(site, document as StoryDocument);
    default:
      return { points: [], isCounted: false, hasEnded: false, contact: siteContact(site) };
  }
}

function policyKeyFacts(site: Site, { data }: PolicyDocument): KeyFacts {
  return {
    points: data.keyPoints,
    isCounted: data.keyPoints.length > 1,
    hasEnded: policyStatusOn(data, site.today) === 'ended',
    when: whenOfPolicy(site, data),
    contact: firstContact(site, data.contacts),
  };
}

function whenOfPolicy(site: Site, data: PolicyDocument['data']): string | undefined {
  const { validFrom, applyBy, replacedBy } = data;
  const status = policyStatusOn(data, site.today);
  if (status === 'ended') {
    const [next] = pickDocuments(site.policies, replacedBy ? [replacedBy] : []);
    const instead = next ? `，请看《${next.data.title}》` : '';
    return `${endedSentence(data, site.today).slice(0, -1)}${instead}`;
  }
  if (status === 'upcoming') return `${formatDate(validFrom ?? '')}开始，现在还不能办`;
  const last = applicationDeadline(data);
  if (status === 'ask-first') {
    return last === undefined ? ASK_FIRST : `${ASK_FIRST}，${formatDate(last)}截止`;
  }
  if (applyBy !== undefined && !isDate(applyBy)) return applyBy;
  return last === undefined ? undefined : `${formatDate(last)}截止`;
}

function noticeKeyFacts(site: Site, { data }: NoticeDocument): KeyFacts {
  const hasEnded = noticeStatusAt(data, site.today) === 'over';
  const seats = data.seats && (/^\d+$/.test(data.seats) ? `${data.seats}人` : data.seats);
  return {
    points: [
      ...whenOfNotice(data),
      `地点：${data.where}`,
      ...(data.pay ? [`工钱：${data.pay}`] : []),
      ...(seats ? [`名额：${seats}`] : []),
    ],
    isCounted: false,
    hasEnded,
    when: hasEnded ? '这件事已经过去了' : stageOfNotice(data, site.today),
    contact: firstContact(site, data.contacts),
  };
}

/** The time of a notice: a day with its hours in one line; several days in two, each short enough for one breath. */
function whenOfNotice(data: NoticeDocument['data']): string[] {
  const { starts } = data;
  if (lastsForDays(data)) return [`开始：${formatMoment(starts)}`, `结束：${formatMoment(endOf(data))}`];
  const [from, to] = [clockOf(starts), clockOf(endOf(data))];
  if (!to || from === to) return [`时间：${formatMoment(starts)}`];
  return [`时间：${formatMoment(starts)}${from ? '到' : '，'}${formatTime(to)}${from ? '' : '结束'}`];
}

/** The stage of a notice for a reader: the deadline to sign up, or that it is on. */
function stageOfNotice(data: NoticeDocument['data'], today: string): string | undefined {
  const { deadline } = data;
  const isClosed = deadline !== undefined && isPast(deadline, today);
  if (deadline !== undefined && !isClosed) return `报名截止：${formatMoment(deadline)}`;
  const closed = isClosed ? '报名已经截止' : undefined;
  if (!lastsForDays(data) || !isRunning(data, today)) return closed;
  return closed ? `正在进行，${closed}` : '正在进行';
}

function storyKeyFacts(site: Site, { data }: StoryDocument): KeyFacts {
  const policies = pickDocuments(site.policies, data.policies).filter(
    (policy) => policyStatusOn(policy.data, site.today) !== 'ended',
  );
  return {
    points: policies
      .slice(0, 2)
      .map((policy) =>
        policyStatusOn(policy.data, site.today) === 'ask-first'
          ? `您也可以问：${policy.data.title}`
          : `您也可以办：${policy.data.title}`,
      ),
    isCounted: false,
    hasEnded: false,
    contact: siteContact(site),
  };
}

/** 2026年12月4日（星期五）上午9点. */
function formatMoment(when: string): string {
  const clock = clockOf(when);
  return `${formatDate(dayOf(when))}（${weekdayOf(when)}）${clock ? formatTime(clock) : ''}`;
}

function firstContact(site: Site, ids: readonly string[]): AnsweringContact | undefined {
  return pick(site.contacts, ids)[0] ?? siteContact(site);
}

function siteContact(site: Site): AnsweringContact | undefined {
  const phone = site.about.telephone;
  if (phone === undefined) return undefined;
  return site.contacts.find((contact) => contact.phone === phone) ?? { phone };
}
