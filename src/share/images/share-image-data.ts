/**
 * The view model of the share images: plain data and the only input of the layouts, so its hash is the cache key.
 */
import { icons } from '@iconify-json/lucide';
import { formatDate, weekdayOf } from '../../documents/dates.ts';
import { displayName } from '../../documents/display-name.ts';
import { fullShortUrl } from '../../documents/full-address.ts';
import {
  type NoticeDocument,
  type PolicyDocument,
  pick,
  pickDocuments,
  type Site,
  type StoryDocument,
} from '../../documents/site.ts';
import {
  endOf,
  isPast,
  isRunning,
  lastsForDays,
  noticeStatusAt,
  type PolicyStatus,
  policyStatusOn,
} from '../../documents/status.ts';
import { noticeStatusLabels, policyStatusLabel } from '../../documents/status-labels.ts';
import { ASK_FIRST, endedSentence } from '../../documents/status-words.ts';
import { applyByWords } from '../../documents/step-words.ts';
import { countCharacters } from '../../schema/formats.ts';
import { type NoticeKind, noticeKinds } from '../../schema/notice-kinds.ts';
import { type Hue, hueOfAction } from './theme.ts';

/** A document with share images. */
export type ShareableDocument = PolicyDocument | StoryDocument | NoticeDocument;

/** A heading and its items on the poster. */
export interface PosterSection {
  /** Large numbered points; a plain list; a quotation; rows of name and value; or an emphasised line. */
  layout: 'points' | 'list' | 'saying' | 'rows' | 'deadline';
  heading: string;
  items: string[];
}

export interface ShareImageData {
  /** The site's name; marked in a demonstration. */
  siteName: string;
  isDemo: boolean;
  /** The action, or what kind of notice. */
  label: string;
  hue: Hue;
  /** The inside of a Lucide icon of 24×24. */
  icon: string;
  title: string;
  /** Below the title of the link preview: the key point, the person, or date and place. */
  subtitle: string;
  /** Set if the policy or event has ended: the label that replaces its own, and a sentence. */
  ended?: { label: string; text: string };
  sections: PosterSection[];
  /** The most important first. */
  contacts: { name: string; phone: string }[];
  /** The offer of the linked page. */
  invitation: string;
  /** Short URL in the QR code. */
  url: string;
}

/** The data for a document on the day of the build. */
export function shareImageData(site: Site, document: ShareableDocument): ShareImageData {
  switch (document.collection) {
    case 'policies':
      return policyData(site, document as PolicyDocument);
    case 'stories':
      return storyData(site, document as StoryDocument);
    case 'notices':
      return noticeData(site, document as NoticeDocument);
  }
}

function commonData(site: Site, document: ShareableDocument, contacts: readonly string[]) {
  const { name, demo } = site.about;
  return {
    siteName: name,
    isDemo: demo === true,
    title: document.data.title,
    contacts: pick(site.contacts, contacts).map(({ name: who, phone }) => ({ name: who, phone })),
    url: fullShortUrl(site, document),
  };
}

/** Name, colour and icon of an action. */
function actionData(site: Site, id: string) {
  const index = site.actions.findIndex((action) => action.id === id);
  const action = site.actions[index];
  return { label: action?.title ?? '', hue: hueOfAction(index), icon: iconBody(action?.icon ?? '') };
}

function iconBody(name: string): string {
  return (icons.icons[name] ?? icons.icons.circle)?.body ?? '';
}

/** Nobody reads longer items on a poster. */
const MAX_ITEM_LENGTH = 120;

/** A text unchanged, or its beginning up to a pause, with a pointer to the rest. */
function truncateItem(text: string): string {
  if (countCharacters(text) <= MAX_ITEM_LENGTH) return text;
  const start = [...text].slice(0, MAX_ITEM_LENGTH - 8).join('');
  return `${start.match(/^.*[。；，、]/su)?.[0].slice(0, -1) ?? start}……扫码看全`;
}

const section = (
  layout: PosterSection['layout'],
  heading: string,
  items: readonly (string | undefined)[],
): PosterSection[] => {
  const given = items.filter((item) => item !== undefined).map(truncateItem);
  return given.length > 0 ? [{ layout, heading, items: given }] : [];
};

function policyData(site: Site, { data, ...document }: PolicyDocument): ShareImageData {
  const status = policyStatusOn(data, site.today);
  const isOver = status === 'ended';
  const facts = {
    ...commonData(site, { data, ...document }, data.contacts),
    ...actionData(site, data.action),
  };
  const places = pick(site.places, data.places).map(({ name }) => name);
  const replacement = pickDocuments(site.policies, data.replacedBy ? [data.replacedBy] : []);
  return {
    ...facts,
    hue: isOver ? 'soft' : facts.hue,
    invitation: isOver ? '看现在能办什么' : '看怎么办、带什么',
    subtitle: status === 'ask-first' ? `${ASK_FIRST}。` : (data.keyPoints[0] ?? data.summary),
    ...(isOver && {
      ended: { label: policyStatusLabel(data, site.today), text: endedSentence(data, site.today) },
    }),
    sections: [
      ...section('points', '记住这几条', data.keyPoints),
      ...(isOver
        ? section(
            'list',
            '接着管这件事的',
            replacement.map((other) => other.data.title),
          )
        : [
            ...section('list', '谁能办', [
              ...data.eligibility,
              places.length > 0 ? `只管这些地方：${places.join('、')}。` : undefined,
            ]),
            ...section('deadline', '什么时候办', [whenToApply(data, status)]),
          ]),
    ],
  };
}

/** The dates for applicants: opening, deadline, end. */
function whenToApply(data: PolicyDocument['data'], status: PolicyStatus): string | undefined {
  const { validFrom, validUntil, applyBy } = data;
  const days = [
    status === 'ask-first' ? ASK_FIRST : undefined,
    status === 'upcoming' && validFrom ? `${formatDate(validFrom)}开始` : undefined,
    applyByWords(applyBy),
    validUntil && validUntil !== applyBy ? `办到${formatDate(validUntil)}` : undefined,
  ];
  return days.filter((day) => day !== undefined).join('，') || undefined;
}

function storyData(site: Site, { data, ...document }: StoryDocument): ShareImageData {
  const policies = pickDocuments(site.policies, data.policies);
  const contacts = policies[0]?.data.contacts ?? site.contacts.slice(0, 1).map(({ id }) => id);
  const [place] = pick(site.places, data.place ? [data.place] : []);
  const name = displayName(data.person);
  const who = place ? `${place.name} · ${name}` : name;
  return {
    ...commonData(site, { data, ...document }, contacts),
    ...actionData(site, data.action),
    invitation: '看是怎么做到的',
    subtitle: firstShortEnough(data.quote && `“${data.quote}”`, who, data.summary),
    sections: [
      // Only a quotation has the person's name as its source.
      ...section('saying', data.quote ? `—— ${who}` : `${place?.name ?? ''}${name}的故事`, [
        data.quote ? `“${data.quote}”` : data.summary,
      ]),
      ...section(
        'list',
        '您也可以办',
        policies.map((policy) => policy.data.title),
      ),
      ...section('rows', '从哪里来', [
        data.source && `据${data.source.publisher}${formatDate(data.source.date)}的报道`,
      ]),
    ],
  };
}

/** Two lines of the link preview. */
const MAX_SUBTITLE_LENGTH = 56;

/** The first of some texts that is short enough for a card. */
function firstShortEnough(...texts: (string | undefined)[]): string {
  return texts.find((text) => text !== undefined && countCharacters(text) <= MAX_SUBTITLE_LENGTH) ?? '';
}

const noticeIcons: Record<NoticeKind, string> = {
  job: 'briefcase',
  training: 'graduation-cap',
  bus: 'bus',
  clinic: 'stethoscope',
  payment: 'banknote',
  meeting: 'users',
  other: 'bell',
};

function noticeData(site: Site, { data, ...document }: NoticeDocument): ShareImageData {
  const isOver = noticeStatusAt(data, site.today) === 'over';
  const isOn = lastsForDays(data) && isRunning(data, site.today);
  const isClosed = data.deadline !== undefined && isPast(data.deadline, site.today);
  const formatWhen = (when: string) => `${formatDate(when)}（${weekdayOf(when)}）`;
  const when = formatWhen(data.starts) + (lastsForDays(data) ? `到${formatWhen(endOf(data))}` : '');
  const places = pick(site.places, data.places).map(({ name }) => name);
  const row = (name: string, text: string | undefined) => (text ? `${name}\t${text}` : undefined);
  const seats = data.seats && (/^\d+$/.test(data.seats) ? `${data.seats}人` : data.seats);
  return {
    ...commonData(site, { data, ...document }, data.contacts),
    label: data.kind === 'other' ? '通知' : noticeKinds[data.kind],
    hue: isOver ? 'soft' : 'careful',
    icon: iconBody(noticeIcons[data.kind]),
    invitation: '看详细的安排',
    subtitle: firstShortEnough(`${when}，${data.where}`, when, formatWhen(data.starts)),
    ...(isOver && { ended: { label: noticeStatusLabels.over, text: '这件事已经过去了。' } }),
    sections: [
      ...section('saying', '', [data.summary]),
      ...section('rows', '', [
        row('时间', `${formatWhen(data.starts)}${isOn ? '开始，正在进行' : ''}`),
        row('结束', data.ends && formatWhen(endOf(data))),
        row('地点', data.where),
        row('给谁', places.join('、')),
        row('待遇', data.pay),
        row('名额', seats),
      ]),
      ...(isOver
        ? []
        : section('deadline', isClosed ? '报名已经截止' : '报名截止', [
            data.deadline && formatWhen(data.deadline),
          ])),
    ],
  };
}
