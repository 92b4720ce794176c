/**
 * What a document comes to in a few lines, for texts that travel: the points to remember, by when, whom to ring.
 * Message, loudspeaker script and digest all take it from here, so that they never say different things.
 */
import { isDate } from '../schema/written.ts';
import { clockOf, dayOf, sayClock, sayDate, weekdayOf } from './dates.ts';
import type { Document } from './document.ts';
import { lastDayToApply } from './last-day.ts';
import {
  type NoticeDocument,
  type PolicyDocument,
  pick,
  pickDocuments,
  type Site,
  type StoryDocument,
} from './site.ts';
import { endOf, isPast, isRunning, lastsForDays, noticeStatusAt, policyStatusOn } from './status.ts';
import { ASK_FIRST } from './status-words.ts';

/** A number to ring and who answers. */
export interface Answering {
  name?: string | undefined;
  phone: string;
}

export interface Gist {
  /** What to remember, most important first. */
  points: string[];
  /** Whether the points are to be counted, 第一 第二; facts such as 时间 and 地点 are not. */
  isCounted: boolean;
  /** Whether it is over: then nobody is to be invited. */
  isOver: boolean;
  /** By when, or that it is over: a sentence, its full stop where an editor set one. */
  when?: string | undefined;
  /** Whom to ring; the site's own number where the document names none. */
  contact?: Answering | undefined;
}

/** The gist of a document on the day of the site. */
export function gistOf(site: Site, document: Document): Gist {
  switch (document.collection) {
    case 'policies':
      return gistOfPolicy(site, document as PolicyDocument);
    case 'notices':
      return gistOfNotice(site, document as NoticeDocument);
    case 'stories':
      return gistOfStory(site, document as StoryDocument);
    default:
      return { points: [], isCounted: false, isOver: false, contact: siteContact(site) };
  }
}

function gistOfPolicy(site: Site, { data }: PolicyDocument): Gist {
  return {
    points: data.keyPoints,
    isCounted: data.keyPoints.length > 1,
    isOver: policyStatusOn(data, site.today) === 'ended',
    when: whenOfPolicy(site, data),
    contact: firstContact(site, data.contacts),
  };
}

function whenOfPolicy(site: Site, data: PolicyDocument['data']): string | undefined {
  const { validFrom, validUntil, applyBy, replacedBy } = data;
  const status = policyStatusOn(data, site.today);
  if (status === 'ended') {
    const [next] = pickDocuments(site.policies, replacedBy ? [replacedBy] : []);
    const instead = next ? `，请看《${next.data.title}》` : '';
    return `${sayDate(validUntil ?? '')}已经结束，现在不能办了${instead}`;
  }
  if (status === 'upcoming') return `${sayDate(validFrom ?? '')}开始，现在还不能办`;
  const last = lastDayToApply(data);
  if (status === 'ask-first') {
    const until = last === undefined ? '' : `，${sayDate(last)}${last < site.today ? '已经' : ''}截止`;
    return `${ASK_FIRST}${until}`;
  }
  if (applyBy !== undefined && !isDate(applyBy)) return applyBy;
  if (last === undefined) return undefined;
  return last < site.today ? `${sayDate(last)}已经截止` : `${sayDate(last)}截止`;
}

function gistOfNotice(site: Site, { data }: NoticeDocument): Gist {
  const isOver = noticeStatusAt(data, site.today) === 'over';
  const seats = data.seats && (/^\d+$/.test(data.seats) ? `${data.seats}人` : data.seats);
  return {
    points: [
      ...whenOfNotice(data),
      `地点：${data.where}`,
      ...(data.pay ? [`工钱：${data.pay}`] : []),
      ...(seats ? [`名额：${seats}`] : []),
    ],
    isCounted: false,
    isOver,
    when: isOver ? '这件事已经过去了' : stageOfNotice(data, site.today),
    contact: firstContact(site, data.contacts),
  };
}

/** When it is: a day with its hours in one line; several days in two, so that each can be said in one breath. */
function whenOfNotice(data: NoticeDocument['data']): string[] {
  const { starts, ends } = data;
  if (lastsForDays(data)) return [`开始：${sayMoment(starts)}`, `结束：${sayMoment(endOf(data))}`];
  const [from, to] = [clockOf(starts), ends && clockOf(ends)];
  if (!to || from === to) return [`时间：${sayMoment(starts)}`];
  return [`时间：${sayMoment(starts)}${from ? '到' : '，'}${sayClock(to)}${from ? '' : '结束'}`];
}

/** What a reader must know of how far it is: until when one can sign up, or that it is on. */
function stageOfNotice(data: NoticeDocument['data'], today: string): string | undefined {
  const { deadline } = data;
  const isClosed = deadline !== undefined && isPast(deadline, today);
  if (deadline !== undefined && !isClosed) return `报名截止：${sayMoment(deadline)}`;
  const closed = isClosed ? '报名已经截止' : undefined;
  if (!lastsForDays(data) || !isRunning(data, today)) return closed;
  return closed ? `正在进行，${closed}` : '正在进行';
}

function gistOfStory(site: Site, { data }: StoryDocument): Gist {
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
    isOver: false,
    contact: siteContact(site),
  };
}

/** 2026年12月4日（星期五）上午9点. */
function sayMoment(when: string): string {
  const clock = clockOf(when);
  return `${sayDate(dayOf(when))}（${weekdayOf(when)}）${clock ? sayClock(clock) : ''}`;
}

function firstContact(site: Site, ids: readonly string[]): Answering | undefined {
  return pick(site.contacts, ids)[0] ?? siteContact(site);
}

function siteContact(site: Site): Answering | undefined {
  const phone = site.about.telephone;
  if (phone === undefined) return undefined;
  return site.contacts.find((contact) => contact.phone === phone) ?? { phone };
}
