/** A province: the counties whose sites are built together, province.yml. Paths are relative to the folder of the file. */
import { z } from 'zod';
import { uniqueBy } from './cross-field-rules.ts';
import { field } from './field.ts';
import { MAX_LONG_TEXT_LENGTH, slug, text } from './field-types.ts';

const path = () => text(MAX_LONG_TEXT_LENGTH);

const county = z.strictObject({
  /** The folder of its site below `out`, and its name in the list of jobs. */
  id: field(slug(), {
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
});

export const provinceSchema = z.strictObject({
  /** The name of the province, for messages. */
  title: field(text(20), { label: '名字', help: '省、市的名字，不超过 20 个字。', example: '山西省' }),
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

export type ProvinceData = z.infer<typeof provinceSchema>;
export type CountyData = ProvinceData['counties'][number];
