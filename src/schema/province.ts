/** A province: the counties whose sites are built together, province.yml. Paths are relative to the folder of the file. */
import { z } from 'zod';
import { uniqueBy } from './cross-field-rules.ts';
import { field } from './field.ts';
import { MAX_LONG_TEXT_LENGTH, MAX_SHORT_TEXT_LENGTH, siteAddress, slug, text } from './field-types.ts';
import { type SiteData, siteSchema } from './site.ts';

const path = () => text(MAX_LONG_TEXT_LENGTH);

/** Folders of the province's own pages beside those of the counties. */
export const ownFolders: readonly string[] = [
  ...['policies', 'stories', 'pages', 'notices'],
  ...['rates', 'digest', 'search', 'assets'],
];

const countyId = () =>
  slug().refine((value) => !ownFolders.includes(value), {
    error: (issue) => `「${String(issue.input)}」是全省自己的网页用的名字，县不能叫这个`,
  });

const county = z.strictObject({
  /** The folder of its site below `out`, and its name in the list of jobs. */
  id: field(countyId(), {
    label: '代号',
    help: '小写拼音字母、数字和短横线；网站就写进 out 里叫这个名字的文件夹。',
    example: 'fenxi',
  }),
  /** Its content folder. */
  content: field(path(), {
    label: '内容文件夹',
    help: '这个县的内容放在哪里，从 province.yml 所在的文件夹算起。',
    example: 'fenxi/content',
  }),
  /** Its folder of photographs and recordings. */
  public: field(path().optional(), {
    label: '照片文件夹',
    help: '照片、录音放在哪里；不写就是内容旁边的 public。',
    example: 'fenxi/public',
  }),
  /** Its name in the list of counties. */
  name: field(text(20).optional(), {
    label: '县名',
    help: '选县的时候叫什么；不写就是它自己的内容里那个县的名字。',
    example: '汾西县',
  }),
  /** How its name is read, if otherwise than its characters. */
  reading: field(
    text(MAX_SHORT_TEXT_LENGTH)
      .regex(/^[a-z]+(?: [a-z]+)*$/)
      .optional(),
    {
      label: '怎么念',
      help: '念法和字典不一样的才写：只用小写字母，不写声调，ü 写成 v。',
      example: 'hongtong',
    },
  ),
});

/** Facts that the pages of the province show as those of a county do. */
const { description, demo, telephone, consult, faults, textTo } = siteSchema.shape;
const { owner, operator, funding, siteCode, icp, publicSecurity } = siteSchema.shape;

export const provinceSchema = z.strictObject({
  /** The name of the province, for messages. */
  title: field(text(20), { label: '名字', help: '省、市的名字，不超过 20 个字。', example: '山西省' }),
  /** The full address of the home page of the province. Without it there are only the counties. */
  url: field(siteAddress().optional(), {
    label: '全省首页的地址',
    help: '写了它就多做一个全省的首页：选县、各县的标准、各县的新消息。可以带一段路径。',
    example: 'https://www.province.example/mingbai/',
  }),
  /** The name of that site. */
  name: field(text(20).optional(), {
    label: '全省网站名',
    help: '出现在全省网页的顶上；不写就是上面的名字。',
    example: '山西明白纸',
  }),
  description,
  demo,
  telephone,
  consult,
  faults,
  textTo,
  owner,
  operator,
  funding,
  siteCode,
  icp,
  publicSecurity,
  /** The counties. */
  counties: field(
    z
      .array(county)
      .min(1)
      .superRefine(uniqueBy('id', '两个县的网站会写进同一个文件夹'))
      .superRefine(uniqueBy('content', '同一份内容会做两遍')),
    {
      label: '县',
      help: '至少一个县。',
      example: [{ id: 'fenxi', content: 'fenxi/content' }],
    },
  ),
  /** The folder of the built sites. */
  out: field(path().optional(), {
    label: '网站写到哪里',
    help: '一个县一个文件夹，都写在它里面；不写就是 province.yml 旁边的 dist-province。',
    example: 'dist-province',
  }),
  /** The hosts that build, a file as GNU parallel reads it with --sshloginfile. */
  hosts: field(path().optional(), {
    label: '机器的名单',
    help: '一行一台机器，照 GNU parallel 的写法；不写就只用这台机器。',
    example: 'hosts.txt',
  }),
  /** The folder of Mingbai on those hosts. */
  program: field(path().optional(), {
    label: '程序在那些机器的哪里',
    help: '那些机器上程序的完整路径；不写就和这台机器上的一样。',
    example: '/srv/mingbai-program',
  }),
});

/** The facts about the province's own site in the form of site.yml; undefined without an address. */
export function aboutProvince(data: ProvinceData): SiteData | undefined {
  const { counties: _c, out: _o, hosts: _h, program: _p, title, url, name = title, ...facts } = data;
  return url === undefined ? undefined : { ...facts, name, url };
}

export type ProvinceData = z.infer<typeof provinceSchema>;
export type CountyData = ProvinceData['counties'][number];
