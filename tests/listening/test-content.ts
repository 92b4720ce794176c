/** A site with every component, every form of Markdown and every kind of hiding, for reading aloud: all of it is invented. */
import { site } from '../build/content-folder.ts';

/** The day that its statuses depend on. */
export const TODAY = '2026-11-27';

const body = `先看这里。“补贴到账了。快来领！”他说，这是真的（去年的不算。今年才算），不用怕。

每人收~~200元~~0元，**要带身份证，** *再带*\`户口本\`。打[12345](tel:12345)问，看[办事指南](/about/)。

## 第一件事

1. 先去村委会
2. 再去镇上（带身份证）
   - 户口本
   - 银行卡

- 一样
- 两样

   里面还有一段

3. 第三步
4. 第四步

### 小标题

> 老王说：“我也办了。”
> 他儿子说好。

| 人口 | 钱 |
| --- | ---: |
| 一口人 | 200元 |
| 两口人 | 400元。每月发 |

|  | 春 | 夏 | 秋 | 冬 | 全年 | 注意 |
| --- | --- | --- | --- | --- | --- | --- |
| 种地 | 1,500元 | 2.5万元 | 85% | 3—5天 | 0357-5122345 |  |
| 养羊 | 8:30—17:30 | 5月6日至8日 |  | 无 | 12345 |  |

\`\`\`
第一行
第二行
\`\`\`

---

#### 更小的标题

- [ ] 还没办
- [x] 办好了

![村委会的大门](/images/none.png)

第一行  
第二行

<Note>

办完记得要回执。

</Note>

<Warning title="别上当">

不收钱，谁收钱都不对

- 不说密码
- 不点链接

</Warning>

<Example title="老王家">

三口人，每月900元

</Example>

<Question ask="没有户口本能办吗？">

先去派出所补办

</Question>

<Call contact="zhen" />

<PolicyLink policy="old" />
`;

const policy = (fields: string, text = body) => `---
title: 样样都有的政策
summary: 收入低的可以申请，每月领钱
action: jing-lao
audiences: [lao-ren]
keyPoints: [去乡镇政府申请, 申请不收钱, 每月10日发]
benefit: [每月一笔钱, 看病少花钱]
eligibility: [全家人均收入低于低保标准, 家里财产不超]
exclusions: [已经按特困供养的人, 不住在本县的人]
applyBy: 全年都能办
cost: 不要钱，谁收钱都不对
steps: [{title: 找村委会, detail: 说清家里的难处, where: 村委会院里, days: '7'}, {title: 等人上门看, days: '5'}, {title: 按月领钱}]
documents: [身份证, 户口本, 能说明收入和困难的材料]
contacts: [tel-12345, zhen]
basis: [{title: 社会救助暂行办法, issuer: 国务院, number: 国务院令第649号, date: 2014-02-21}]
reviewedOn: 2026-11-20
reviewBy: 2027-05-20
reviewer: 县民政局
places: [shi-li]
${fields}---
${text}`;

const notice = (title: string, fields: string) => `---
title: ${title}
summary: 来村里讲政策，不用预约
kind: clinic
where: 村委会院里
contacts: [zhen]
pay: 每天150元，管一顿饭
seats: '30'
places: [shi-li]
policies: [whole]
${fields}---
${body}`;

/** The files of its content folder. */
export const testContent: Record<string, string> = {
  ...site,
  'actions/jing-lao.yml': 'id: jing-lao\ntitle: 孝亲敬老\nsummary: 五样都管。\nicon: house\norder: 1\n',
  'audiences/lao-ren.yml': 'id: lao-ren\ntitle: 老人\nsummary: 养老钱怎么领。\nicon: house\norder: 1\n',
  'places/shi-li.yml': 'id: shi-li\nname: 示例村\nkind: village\n',
  'contacts/tel-12345.yml': 'id: tel-12345\nname: 政务热线\nphone: 12345\nfor: 不知道找谁\n',
  'contacts/zhen.yml':
    'id: zhen\nname: 镇政府\nphone: 0357-5122345\nfor: 问村里的事\nhours: 周一到周五，上午8点到12点\naddress: 镇政府一楼大厅\n',
  'glossary/di-bao-biao-zhun.yml':
    'id: di-bao-biao-zhun\nterm: 低保标准\nplain: 县里定的一个数，一个人每月的钱比它少，就算困难。\nsee: [whole]\n',
  'policies/whole.mdx': policy('validUntil: 2027-06-30\n'),
  'policies/old.mdx': policy('validUntil: 2025-12-31\nreplacedBy: whole\n', '以前的办法\n'),
  'policies/soon.mdx': policy('validUntil: 2026-12-10\n', '快截止了\n'),
  'policies/coming.mdx': policy('validFrom: 2027-01-01\n', '还没开始\n'),
  'notices/open.mdx': notice(
    '下个月的事',
    'starts: 2027-01-15 09:00\nends: 2027-01-15 11:30\ndeadline: 2027-01-10\n',
  ),
  'notices/running.mdx': notice('这几天的事', 'starts: 2026-11-25\nends: 2026-11-30 17:00\n'),
  'notices/today.mdx': notice('今天的事', 'starts: 2026-11-27 09:00\n'),
  'notices/over.mdx': notice('过去的事', 'starts: 2026-10-01\n'),
  'pages/about.mdx': `---\ntitle: 怎么用这个网站\nsummary: 样样都有的一页\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n${body}`,
  'stories/wang.mdx': `---\ntitle: 老王办成了\nsummary: 老王家领到了补贴\nperson: {name: 王大爷, show: full}\nplace: shi-li\ndate: 2026-10-01\naction: jing-lao\npolicies: [whole]\nconsent: {kind: published-source}\nsource: {title: 老王的好日子, publisher: 示例报, date: 2026-10-01}\nquote: 以前不敢想。现在敢了！\n---\n${body}`,
};
