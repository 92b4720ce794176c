/**
 * The fields shared by several collections, each defined once. A collection sets the length of its title and summary; everything else is
 * the same for all.
 */
import { z } from 'zod';
import { field, reference } from './field.ts';
import {
  aliasPath,
  date,
  MAX_LONG_TEXT_LENGTH,
  oneOf,
  publicFile,
  text,
  wholeNumber,
  yesOrNo,
} from './field-types.ts';
import { textWithRates } from './rate-text.ts';

export const title = (maxLength: number, example: string) =>
  field(text(maxLength), {
    label: '标题',
    help: `不超过 ${maxLength} 个字，前 14 个字就要说清能得到什么：聊天群里只看得到这么多。`,
    example,
  });

export const summary = (maxLength: number, example: string) =>
  field(textWithRates(maxLength), {
    label: '一句话说明',
    help: `一句话，不超过 ${maxLength} 个字，说给谁、有什么用。它会跟着链接发到群里。`,
    example,
  });

export const action = field(reference('actions'), {
  label: '所属行动',
  help: '写 actions 文件夹里的一个 id。读的人按行动找得到它。',
  example: 'jing-lao',
});

export const places = field(z.array(reference('places')).min(1).optional(), {
  label: '适用的地方',
  help: '写 places 文件夹里的 id。全县都适用就整个不写。',
  example: ['fen-xi'],
});

export const contacts = field(z.array(reference('contacts')).min(1), {
  label: '找谁问',
  help: '至少一个，写 contacts 文件夹里的 id。看不懂的人要有地方打电话。',
  example: ['tel-12345'],
});

export const policies = field(z.array(reference('policies')), {
  label: '相关政策',
  help: '写 policies 文件夹里的文件名（不带 .mdx）。没有就写 []。',
  example: ['di-bao'],
});

export const reviewedOn = field(date(), {
  label: '核对日期',
  help: '最近一次逐条核对的日子。读的人凭它判断信不信得过。',
  example: '2026-11-20',
});

export const reviewBy = field(date(), {
  label: '下次核对',
  help: '最晚哪天再核对一遍，一般是半年以后。',
  example: '2027-05-20',
});

export const aliases = field(z.array(aliasPath()).optional(), {
  label: '旧地址',
  help: '改过文件名的，把旧地址写在这里，老链接和贴出去的二维码才不会打不开。',
  example: ['/policies/old-name/'],
});

export const draft = field(yesOrNo().optional(), {
  label: '草稿',
  help: '写 true 就先不发布。写好以后删掉这一行。',
  example: true,
});

/** How a file stands to the one of the same name in the content that the site extends. */
export const inheritModes = {
  rest: '这里没写的，都照上级的',
  none: '上级的这一份我们这里不用，不发布',
} as const;

export const inherits = field(oneOf(inheritModes).optional(), {
  label: '和上级的是什么关系',
  help: '上级有同名的文件才写。写了 rest，只要写和上级不一样的字段，别的跟着上级走；不写就整份用自己的。',
  example: 'rest',
});

export const publishOn = field(date().optional(), {
  label: '定在哪天发布',
  help: '写好了，到那天才上网：以前谁都看不到，搜不到，也不能让别的网页连过来。写错的照样要改好才收。不写就马上发布。',
  example: '2027-01-04',
});

export const order = field(wholeNumber(), {
  label: '排在第几',
  help: '整数，小的排前面。',
  example: 1,
});

export const icon = field(text(40), {
  label: '图标',
  help: '图标的英文名，取自 Lucide 图标库，例如 heart-handshake；另有 walking-stick（拄拐杖的人）和 woman（妇女）。不识字的人靠它认路，挑一看就懂的，几个之间别重样。',
  example: 'heart-handshake',
});

export const image = field(
  z
    .strictObject({
      /** Path of the picture in `public`. */
      src: field(publicFile(), {
        label: '图片文件',
        help: '放在 public 文件夹里，从 / 写起。',
        example: '/images/hongshu.jpg',
      }),
      /** The content of the picture, for readers who do not see it. */
      alt: field(text(MAX_LONG_TEXT_LENGTH), {
        label: '图片说明',
        help: '一句话说清图上是什么，看不见图的人靠它。',
        example: '村民在地头听红薯种植课',
      }),
    })
    .optional(),
  {
    label: '图片',
    help: '可以不放。放就要写清图上是什么。',
    example: { src: '/images/hongshu.jpg', alt: '村民在地头听红薯种植课' },
  },
);

export const recordTitle = (maxLength: number, example: string) =>
  field(text(maxLength), { label: '名称', help: `不超过 ${maxLength} 个字，用大家嘴上说的叫法。`, example });
