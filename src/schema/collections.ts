/** The table of all collections: schema, name for editors, and kind of files. Code for every collection iterates over this table. */
import type { z } from 'zod';
import { type ActionData, actionSchema } from './actions.ts';
import { type AudienceData, audienceSchema } from './audiences.ts';
import { type CollectionName, documentCollections } from './collection-name.ts';
import { type ContactData, contactSchema } from './contacts.ts';
import { type GlossaryData, glossarySchema } from './glossary.ts';
import { type NoticeData, noticeSchema } from './notices.ts';
import { type PageData, pageSchema } from './pages.ts';
import { type PlaceData, placeSchema } from './places.ts';
import { type PolicyData, policySchema } from './policies.ts';
import { type RateData, rateSchema } from './rates.ts';
import { type StoryData, storySchema } from './stories.ts';

/** The data of each collection's documents and records, as parsed by the schema. */
export interface CollectionData {
  policies: PolicyData;
  stories: StoryData;
  pages: PageData;
  notices: NoticeData;
  actions: ActionData;
  audiences: AudienceData;
  places: PlaceData;
  contacts: ContactData;
  glossary: GlossaryData;
  rates: RateData;
}

interface Collection {
  schema: z.ZodObject;
  /** Name of one document or record, for editors. */
  label: string;
  /** Its purpose, in one sentence; opens its part of the handbook. */
  help: string;
}

export const collections: Record<CollectionName, Collection> = {
  policies: { schema: policySchema, label: '政策', help: '一个政策一个文件，说清谁能办、得到什么、怎么办。' },
  stories: { schema: storySchema, label: '故事', help: '身边人的真事，看了就知道这事能成。' },
  pages: { schema: pageSchema, label: '指南', help: '不跟着某个政策走的页，例如怎么申请、怎么防骗。' },
  notices: {
    schema: noticeSchema,
    label: '通知',
    help: '有日子的事：招工、培训、义诊。过了日子自动收起来。',
  },
  actions: { schema: actionSchema, label: '行动', help: '县里的几大行动，政策和故事都归在下面。' },
  audiences: { schema: audienceSchema, label: '人群', help: '政策给谁看，用这些人自己的叫法。' },
  places: { schema: placeSchema, label: '地方', help: '县、乡镇和村。' },
  contacts: { schema: contactSchema, label: '电话', help: '找谁问，只放单位的电话。' },
  glossary: { schema: glossarySchema, label: '词语', help: '官话和大白话的对照，正文里出现就自动解释。' },
  rates: {
    schema: rateSchema,
    label: '标准',
    help: '会调的数，例如低保标准。改这里一处，用到它的网页、海报、群里的话和大喇叭稿都跟着变。',
  },
};

/** Whether a collection's files are .mdx documents, each with a page. */
export function isDocumentCollection(name: string): name is (typeof documentCollections)[number] {
  return (documentCollections as readonly string[]).includes(name);
}
