/**
 * The county's own data, from content/site.yml: the name, the address, the numbers of the footer. An empty number is not shown; none is
 * ever made up.
 */
import { z } from 'zod';
import { confirmed } from './confirmed.ts';
import { field } from './field.ts';
import {
  addressTemplate,
  baseAddress,
  exactTime,
  oneOf,
  phone,
  provinceSearchAddress,
  siteAddress,
  text,
  yesOrNo,
} from './field-types.ts';

/** When a change needs the approval of another person. */
export const approvalModes = {
  required: '每一次都要',
  'required-or-urgent': '每一次都要，急事写明原因可以先发',
} as const;

const optionalText = (label: string, help: string, example: string) =>
  field(text(60).optional(), { label, help, example });

export const siteSchema = z.strictObject({
  /** The name of the site. */
  name: field(text(20), {
    label: '网站名',
    help: '不超过 20 个字，出现在每一页的顶上。',
    example: '汾西明白纸',
  }),
  /** One sentence on the site. */
  description: field(text(80).optional(), {
    label: '一句话介绍',
    help: '说这个网站给谁用、有什么用。',
    example: '县里的政策，用大白话说清楚。',
  }),
  /** The full address of the home page; with a path if the site is a section of a portal. */
  url: field(siteAddress(), {
    label: '网站地址',
    help: '首页的完整网址，可以带一段路径。二维码和分享链接都靠它。',
    example: 'https://www.county.example/mingbai/',
  }),
  /** The content that this one is based on: a province's, a nation's. */
  extends: field(baseAddress().optional(), {
    label: '上级的内容',
    help: '上级（市、省、国家）写好的内容放在哪里：从这个内容文件夹出发的路径，或者 git 仓库的地址，https://……/mingbai.git//content?ref=main。政策、电话、标准、词语这里没有的，就用上级的。没有上级就不写。',
    example: '../../province/content',
  }),
  /** The search over the counties of the province, with this county chosen. */
  provinceSearch: field(provinceSearchAddress().optional(), {
    label: '全省搜索的网址',
    help: '省里有全省一起找的搜索页的，写它的网址，后面加 ?county= 和本县在 province.yml 里的代号。本县的搜索页底下就有“全省也找找”。没有就不写。',
    example: 'https://www.province.example/mingbai/search/?county=fenxi',
  }),
  /** Whether this is a demonstration; every page then says so. */
  demo: field(yesOrNo().optional(), {
    label: '是示例吗',
    help: '写 true，每一页都会说明这是示例，乡镇政府和县里说了才算。',
    example: true,
  }),
  /** The region, for people and for machines. */
  region: optionalText('地区', '省、市、县的全名。', '山西省临汾市汾西县'),
  /** The telephone number for questions about the site. */
  telephone: field(phone().optional(), {
    label: '电话',
    help: '有疑问打哪个电话，出现在每一页底下。',
    example: '12345',
  }),
  /** The portal's form for questions. */
  consult: field(addressTemplate().optional(), {
    label: '网上咨询的网址',
    help: '门户网站的咨询页，每一篇底下“没看懂，问一问”打开它。网址里可以写 {title} 和 {address}，会换成那一篇的标题和网址。',
    example: 'https://www.county.example/zixun?biaoti={title}&wangzhi={address}',
  }),
  /** The portal's form for mistakes. */
  faults: field(addressTemplate().optional(), {
    label: '网站找错的网址',
    help: '门户网站的找错页，每一篇底下“有错”打开它。也可以写 {title} 和 {address}。',
    example: 'https://www.county.example/zhaocuo?wangzhi={address}',
  }),
  /** The number that receives text messages. */
  textTo: field(phone().optional(), {
    label: '收短信的号码',
    help: '没有网上咨询页的，读的人发短信问。没有就空着。',
    example: '12345',
  }),
  /** An urgent notice over all pages. */
  urgent: field(
    z
      .strictObject({
        /** The notice. */
        text: field(text(60), {
          label: '通知什么',
          help: '一句话，不超过 60 个字。',
          example: '今晚有大暴雨，住在沟边的马上搬到学校。',
        }),
        /** The last minute. */
        until: field(exactTime(), {
          label: '到什么时候',
          help: '哪天几点几分为止，过了就不显示。',
          example: '2026-07-20 08:00',
        }),
      })
      .optional(),
    {
      label: '紧急通知',
      help: '出现在每一页的顶上。没有急事就不写。',
      example: { text: '今晚有大暴雨，住在沟边的马上搬到学校。', until: '2026-07-20 08:00' },
    },
  ),
  /** Whether a build may make a recording of the news. */
  machineNews: field(yesOrNo().optional(), {
    label: '大喇叭的消息让机器念吗',
    help: '写 true，干部工具箱里多一个 MP3：机器念最近七天的消息，开头说明是机器念的。要生成网站的机器上有 espeak-ng 和 ffmpeg。能请人念更好。',
    example: true,
  }),
  /** The owner of the site. */
  owner: optionalText('主办单位', '没有就空着，空着就不显示。', '某某县人民政府办公室'),
  /** The operator. */
  operator: optionalText('承办单位', '没有就空着，空着就不显示。', '某某县融媒体中心'),
  /** The funding. */
  funding: optionalText(
    '谁出钱',
    '网站的钱从哪里来，写在“关于”那一页和页底。没有就空着，空着就不显示。',
    '县财政',
  ),
  /** The site code for government sites. */
  siteCode: optionalText('网站标识码', '政府网站的标识码。没有就空着。', '1234567890'),
  /** The ICP registration. */
  icp: optionalText('ICP备案号', '没有就空着。', '晋ICP备00000000号'),
  /** The public-security registration. */
  publicSecurity: optionalText('公安备案号', '没有就空着。', '晋公网安备 00000000000000号'),
  /** Whether another person has to approve a change before it is published. */
  approval: field(oneOf(approvalModes).optional(), {
    label: '发布要不要第二个人同意',
    help: '写了它，改过的每一篇都要另一个人看过、同意的就是这一稿，才发布。改掉这一行也要别人同意。不写就不要。',
    example: 'required',
  }),
  /** Findings of guessing rules that a person has confirmed. */
  confirmed,
});

export type SiteData = z.infer<typeof siteSchema>;
