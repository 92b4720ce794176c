/**
 * A policy explainer. Four of its fields are the county's own measure of outreach: keyPoints (记得住),
 * eligibility (用得着), steps (做得到) and the body (听得懂).
 */
import { z } from 'zod';
import { amountSchema } from './amounts.ts';
import { conditionsSchema } from './conditions.ts';
import { confirmed } from './confirmed.ts';
import { chronological, withCrossFieldRules } from './cross-field-rules.ts';
import { field, reference } from './field.ts';
import {
  date,
  dateOrWords,
  MAX_LONG_TEXT_LENGTH,
  MAX_SHORT_TEXT_LENGTH,
  oneOf,
  publicFile,
  text,
  texts,
  webAddress,
  wholeNumber,
  yesOrNo,
} from './field-types.ts';
import { textWithRates } from './rate-text.ts';
import {
  action,
  aliases,
  contacts,
  draft,
  inherits,
  places,
  publishOn,
  reviewBy,
  reviewedOn,
  summary,
  title,
} from './shared-fields.ts';

/** Characters of a digest of the words of a recording. */
const WORDS_DIGEST_LENGTH = 8;

/** The values for the terms of a policy in the county. */
export const localTerms = { unknown: '还没见到本地的通知，先打电话问' } as const;

const step = z.strictObject({
  /** The step, in a few words. */
  title: field(text(MAX_LONG_TEXT_LENGTH), {
    label: '做什么',
    help: '几个字，动词开头。',
    example: '去乡镇政府交材料',
  }),
  /** The instructions. */
  detail: field(textWithRates(MAX_LONG_TEXT_LENGTH).optional(), {
    label: '怎么做',
    help: '一两句话，说到照着就能做。',
    example: '写一份申请，带上户口本和身份证。',
  }),
  /** The place of this step. */
  where: field(text(MAX_LONG_TEXT_LENGTH).optional(), {
    label: '去哪里',
    help: '办事的地方。',
    example: '乡镇政府便民服务中心',
  }),
  /** Its duration; words or a number of days. */
  days: field(text(MAX_LONG_TEXT_LENGTH).optional(), {
    label: '要多久',
    help: '有文件依据才写。只写数字就是天数。',
    example: '30',
  }),
});

const basis = z.strictObject({
  /** Name of the rule. */
  title: field(text(MAX_LONG_TEXT_LENGTH), {
    label: '文件名',
    help: '文件的全名。',
    example: '社会救助暂行办法',
  }),
  /** The issuing authority. */
  issuer: field(text(MAX_LONG_TEXT_LENGTH), { label: '谁发的', help: '发文的机关。', example: '国务院' }),
  /** Its document number, as printed. */
  number: field(text(MAX_LONG_TEXT_LENGTH).optional(), {
    label: '文号',
    help: '照文件上的写。',
    example: '国务院令第649号',
  }),
  /** Date of issue. */
  date: field(date().optional(), { label: '哪天发的', help: '拿不准就不写。', example: '2014-02-21' }),
  /** The address of the full text. */
  url: field(webAddress().optional(), {
    label: '原文网址',
    help: '政府网站上的原文。拿不准就不写。',
    example: 'https://www.gov.cn/zhengce/',
  }),
});

export const policySchema = withCrossFieldRules(
  z.strictObject({
    /** The title of the page; chat groups show only its first 14 characters. */
    title: title(24, '家里困难，可以申请低保'),
    /** One sentence on the policy and its audience; shown with a shared link. */
    summary: summary(60, '一家人平均挣得太少、家里也没多少存款，可以申请，按月领钱。'),
    /** The county action of the policy. */
    action,
    /** The groups of people it concerns. */
    audiences: field(z.array(reference('audiences')).min(1), {
      label: '给谁看',
      help: '至少一个，写 audiences 文件夹里的 id。',
      example: ['kun-nan'],
    }),
    /** The key points: one to three short sentences. */
    keyPoints: field(z.array(textWithRates(30)).min(1).max(3), {
      label: '记住这几条（记得住）',
      help: '一到三条，每条不超过 30 个字，读一遍就能记住，要说出做什么。',
      example: ['去乡镇政府申请，不收钱', '会有人来家里看，照实说', '批下来按月发钱'],
    }),
    /** The benefit. */
    benefit: field(z.array(textWithRates(MAX_LONG_TEXT_LENGTH)).min(1), {
      label: '能得到什么',
      help: '至少一条。有数写数，没有准数就说问谁，不要猜。会调的数放在 rates 文件夹里，这里写 {它的 id}。',
      example: ['每月一笔生活费。县里今年定的是多少，打12345问。'],
    }),
    /** How the amount is worked out, for readers to compute their own. */
    amount: field(amountSchema.optional(), {
      label: '算一算',
      help: '文件写明了怎么算的才写，网页上就能填几个数，算出自己家大约有多少。拿不准就不写。',
      example: {
        every: 'month',
        questions: [{ id: 'ren-shu', ask: '您家里几口人？', unit: '人' }],
        parts: [{ kind: 'each', question: 'ren-shu', value: 100 }],
        examples: [{ case: '一家三口', answers: ['3'], amount: 300 }],
      },
    }),
    /** Conditions for applicants. */
    eligibility: field(z.array(textWithRates(MAX_LONG_TEXT_LENGTH)).min(1), {
      label: '谁能办（用得着）',
      help: '至少一条。读的人要能看出自己算不算。',
      example: ['一家人挣的钱平均下来，一个人摊不到县里定的那个数'],
    }),
    /** The same conditions as data, for the questions of the finder. */
    conditions: field(conditionsSchema.optional(), {
      label: '谁能办，给网页问的',
      help: '网页按它一句一句问，分出多半能办、要再问一句、办不了。满足其中一条就行，一条里写的要都满足。只写文件说清楚的，拿不准就不写；上面的 eligibility 照样写。',
      example: [{ age: { from: 60 }, except: { receives: ['te-kun'] } }],
    }),
    /** Excluded persons and cases. */
    exclusions: field(z.array(textWithRates(MAX_LONG_TEXT_LENGTH)).optional(), {
      label: '谁不能办、不管什么',
      help: '说清楚，免得白跑一趟。',
      example: ['已经领特困（五保）的人，不能再领低保'],
    }),
    /** The deadline for applications: a date, or words. */
    applyBy: field(dateOrWords(MAX_SHORT_TEXT_LENGTH).optional(), {
      label: '什么时候办',
      help: '写截止的日子，或者写一句话，例如：全年都能办。写了日子，过了那天各处都说“申请已截止”。',
      example: '全年都能办',
    }),
    /** The procedure, step by step. */
    steps: field(z.array(step).min(1), {
      label: '怎么办（做得到）',
      help: '至少一步，照着做就能办成。',
      example: [{ title: '去乡镇政府交材料', detail: '写一份申请，带上户口本和身份证。' }],
    }),
    /** Documents to bring; may be empty, and the page then says so. */
    documents: field(texts(MAX_LONG_TEXT_LENGTH), {
      label: '带什么',
      help: '一样东西一行。什么都不用带就写 []。',
      example: ['户口本', '身份证'],
    }),
    /** Whether the local terms are known; absent: they are, and are in the other fields. */
    localTerms: field(oneOf(localTerms).optional(), {
      label: '本地怎么办',
      help: '上面发了文件，本地办没办、条件是什么还没见到通知的，写 unknown。网页、海报、大喇叭稿就不说“现在可以办”，说“先打电话问清楚”。见到本地的通知就删掉这一行。',
      example: 'unknown',
    }),
    /** The cost. */
    cost: field(textWithRates(MAX_LONG_TEXT_LENGTH).optional(), {
      label: '要花钱吗',
      help: '免费的写明免费，有人收钱就知道是骗子。',
      example: '申请不收钱',
    }),
    /** Telephone contacts. */
    contacts,
    /** The legal basis. */
    basis: field(z.array(basis).min(1), {
      label: '依据（文件从哪里来）',
      help: '至少一个文件。没有依据的话不能上网。',
      example: [{ title: '社会救助暂行办法', issuer: '国务院', number: '国务院令第649号' }],
    }),
    /** First day of validity. */
    validFrom: field(date().optional(), {
      label: '哪天开始',
      help: '早就开始了可以不写。',
      example: '2026-01-01',
    }),
    /** Last day of validity; absent: no end has been set. */
    validUntil: field(date().optional(), {
      label: '哪天结束',
      help: '最后一天。没有规定结束的日子就不写。',
      example: '2026-12-31',
    }),
    /** Date of the last line-by-line check. */
    reviewedOn,
    /** Date of the next check. */
    reviewBy,
    /** The person who checked it. */
    reviewer: field(text(MAX_LONG_TEXT_LENGTH), {
      label: '谁核对的',
      help: '单位或姓名，读的人知道有人负责。',
      example: '县民政局',
    }),
    /** The places where it is valid; absent: the whole county. */
    places,
    /** The villagers' words for it. */
    keywords: field(texts(MAX_SHORT_TEXT_LENGTH).optional(), {
      label: '大家怎么叫它',
      help: '乡亲们嘴上的说法，搜得到就靠它。',
      example: ['吃低保', '困难补助'],
    }),
    /** A recording of the document in the local speech. */
    audio: field(
      z
        .strictObject({
          /** Path of the recording in `public`. */
          src: field(publicFile(), {
            label: '录音文件',
            help: '放在 public 里。',
            example: '/audio/di-bao.mp3',
          }),
          /** Its length in seconds. */
          seconds: field(wholeNumber(1), { label: '多少秒', help: '整数。', example: 90 }),
          /** The same recording as Opus, which is smaller; phones without it play `src`. */
          opus: field(publicFile().optional(), {
            label: '小一点的一份',
            help: '同一段录音，Opus 格式，新手机放它更省流量。npm run record 会填。',
            example: '/audio/di-bao.opus',
          }),
          /** The digest of the words that were read out, see recorded-words.ts. */
          words: field(text(WORDS_DIGEST_LENGTH).optional(), {
            label: '念的是哪些字',
            help: 'npm run record 填的，不用改。后来改了标题、要点或电话，检查就会说录音旧了，网页先不放它。',
            example: '5f0c2a9e',
          }),
          /** Whether a machine reads. */
          machine: field(yesOrNo().optional(), {
            label: '是机器念的',
            help: '机器念的写 true，网页上会说明。人念的不写。',
            example: true,
          }),
        })
        .optional(),
      {
        label: '录音',
        help: '请人用本地话读一遍，不识字的人靠它。',
        example: { src: '/audio/di-bao.mp3', seconds: 90 },
      },
    ),
    /** The policy that replaces it. */
    replacedBy: field(reference('policies').optional(), {
      label: '换成了哪个',
      help: '结束以后由哪个政策接着管，写那个文件名。',
      example: 'bang-fu-xin-dai',
    }),
    /** Former addresses, redirected to this one. */
    aliases,
    /** Not published while true. */
    draft,
    /** The first day on which it is published. */
    publishOn,
    /** Findings of guessing rules that a person has confirmed. */
    confirmed,
    /** Whether what the file does not say comes from the base. */
    inherits,
  }),
  chronological('validFrom', 'validUntil'),
  chronological('reviewedOn', 'reviewBy'),
);

export type PolicyData = z.infer<typeof policySchema>;
export type Step = z.infer<typeof step>;
export type Basis = z.infer<typeof basis>;
