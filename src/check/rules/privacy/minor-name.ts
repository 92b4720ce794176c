/** Full names of people under 18: the law protects them more, and publication on the web is permanent. */
import { aliasesIn } from '../../private-facts/aliases.ts';
import { childrenIn } from '../../private-facts/children.ts';
import { minorsInTable } from '../../private-facts/children-in-tables.ts';
import { petNamesIn } from '../../private-facts/pet-names.ts';
import { readPublicText } from '../../public-text.ts';
import type { Rule } from '../../rule.ts';
import { parseDelimited, tablesOf } from '../../tables.ts';
import { guessedTexts, offsetIn } from '../../texts.ts';

export const rule: Rule = {
  name: 'privacy/minor-name',
  severity: 'warning',
  guesses: true,
  finds: '不满18岁的人的全名。',
  why: '孩子的名字和家里的难处放在一起，会跟他一辈子。',
  write: '写“小明”“王同学”这样的称呼，不写全名。',
  bad: [
    '▶王小明今年12岁，在镇上读书。',
    '幼儿园大班小朋友▶周一诺得了手足口病。',
    '▶李红（9岁）领到了补助。',
    '留守儿童▶张小军在村里上学。',
    '▶赵小兰十三岁。',
    '▶马佳豪，男，8岁。10岁的▶冯小虎，两岁的▶吴明轩。',
    '五年级学生▶许思琪，▶周佳豪同学（9岁），▶彭欣怡小朋友。',
    '▶吴子涵才11岁，▶张小虎，女，2019年生。',
    '二（3）班的▶赵一诺，高一新生▶覃美玲，宝宝取名▶葛若溪，未成年人▶鲁子豪。',
    '▶罗晨阳的爸爸妈妈在外打工，他跟着爷爷，今年上三年级。',
    '六岁的▶巴图明年上学。寄宿生：三年级 ▶侯佳琳。▶吕欣妍，四年级。',
    '女孩，六岁，名叫▶陶乐乐，和家人走散。',
    '小学生▶张浩然、▶李子涵和▶王梓萱得了奖。',
    '▶扎西卓玛今年7岁，▶买买提·阿不都念初二。',
    {
      body: '| 孩子 | 年龄 |\n| --- | --- |\n| ▶何梓萱 | 9 |\n| 李建国 | 45 |',
      shown: '| 孩子 | 年龄 | ⏎ | 何梓萱 | 9 |',
    },
    '家住后街的▶小石头今年四岁。上洼村老罕家的▶二丫才八岁。“▶毛豆”小朋友（五岁）对花生过敏。',
    '说这话的是四年级学生▶阿米子呷。',
    {
      body: '| 姓名 | 就读学校 | 监护人 |\n| --- | --- | --- |\n| ▶沙马尔体 | 尼波小学 | 外婆 |',
      shown: '| 姓名 | 就读学校 | 监护人 | ⏎ | 沙马尔体 | 尼波小学 | 外婆 |',
    },
    {
      publicFiles: { 'a.csv': '学生,年级\n何梓萱,三年级\n' },
      expected: ['public/a.csv:2:1'],
      shown: 'public/a.csv 里有孩子的全名',
    },
  ],
  good: [
    '村里的小姑娘今年六岁。山那边的小松树三岁了。',
    '小明今年12岁。马年出生的今年12岁。',
    '满80周岁的当月起。年满18周岁的高中（含中职）毕业生。',
    '文中人物均为化名。周晓雨今年10岁。孟小禾（化名）上三年级，孟小禾的奶奶种菜。',
    '黄香九岁给父亲暖被窝，司马光七岁砸缸。',
    '王小明今年32岁。',
    '年满16岁，不满18岁的孩子。',
    '张某今年12岁。',
    '任何未满14岁的孩子都算。',
    '孤儿和丧事都管，方便3岁以下孩子的家庭，黄牛3岁就能卖。',
    '小朋友都来了，留守儿童关爱站。王大爷的孙子今年6岁。',
    '张平12岁就没了父亲，靠种地养大了弟弟，如今儿女都成了家。',
    '张平只念到小学四年级就下了地。张平是幼儿园的厨师。',
    '王建国10岁的儿子在镇上读书。',
    '小学生张某、班主任李建国都来了。王建国、李秀英和孩子们都来了。',
  ],
  beyond: ({ site }) => site.today.slice(0, 4),
  checkFile: (source, report, year) => {
    const texts = guessedTexts(source);
    const isAlias = aliasesIn(texts.map(({ text }) => text));
    for (const text of texts) {
      for (const { name, index } of childrenIn(text.text, Number(year))) {
        if (isAlias(name)) continue;
        report(source, offsetIn(text, index), wordsFor(name), name);
      }
    }
    for (const text of texts) {
      for (const { name, index } of petNamesIn(text.text)) {
        if (isAlias(name)) continue;
        const message = `「${name}」像是孩子的小名，和年龄、住处写在一起，村里人一看就知道是谁。请改成“一个孩子”。`;
        report(source, offsetIn(text, index), message, name);
      }
    }
    for (const table of tablesOf(source)) {
      for (const { text, offset } of minorsInTable(table, Number(year))) {
        report(source, offset, wordsFor(text), text);
      }
    }
  },
  check: ({ publicFiles, site }, report) => {
    const year = Number(site.today.slice(0, 4));
    for (const file of publicFiles) {
      for (const { text, isSource } of readPublicText(file)) {
        const where = isSource ? { ...file, source: text } : file;
        const isAlias = aliasesIn([text]);
        const found = childrenIn(text, year)
          .filter(({ name }) => !isAlias(name))
          .map(({ name, index }) => ({ text: name, offset: index }));
        const reported = new Set<number>();
        for (const { text: name, offset } of [...found, ...minorsInTable(parseDelimited(text), year)]) {
          if (reported.has(offset)) continue;
          reported.add(offset);
          report(where, isSource ? offset : 0, wordsFor(name), name);
        }
      }
    }
  },
};

function wordsFor(name: string): string {
  return `「${name}」像是孩子的全名，名字和家里的事会跟他一辈子。请改成「${name[0]}同学」或者「小${name.at(-1)}」。`;
}
