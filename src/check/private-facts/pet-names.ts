/**
 * Children called by a pet name with their age: 家住后街的小石头今年四岁, 老罕家的二丫才八岁, “毛豆”小朋友（五岁）. With a home or a family beside it,
 * a pet name names a child as a full name does. 小明 alone is how we ask editors to write.
 */
import type { ChildMatch } from './children.ts';

const AGE =
  '(?:今年|现在|才|刚|刚满|只有)?(?:1[0-7]|[1-9]|十[一二三四五六七]?|[一二两三四五六七八九])岁(?![以之])';
const PATTERN = new RegExp(
  [
    // A home or a family, and a name that people give to children.
    `(?:家住[^，。；、]{1,12}|[村组屯寨街巷庄社队](?:老\\p{Script=Han})?家?|老\\p{Script=Han}家)的(?<homed>小\\p{Script=Han}{2}|[大二三四小][丫妞娃蛋毛]子?|[狗铁石][蛋剩娃栓])(?=[，（(]?${AGE})`,
    `[“"「](?<quoted>\\p{Script=Han}{2,3})[”"」](?:小朋友|小?同学)(?=[，（(]${AGE})`,
  ].join('|'),
  'gu',
);
/** Words for children in general: 本村的小学生十岁. */
const ANY_CHILD = /^小(?:学生|朋友|孩子|姑娘|伙子|女孩|男孩|家伙|娃娃|丫头|宝宝)$/;

/** The pet names of a text, with the position of each. */
export function petNamesIn(text: string): ChildMatch[] {
  const found: ChildMatch[] = [];
  for (const { 0: words, index, groups } of text.matchAll(PATTERN)) {
    const name = groups?.homed ?? groups?.quoted ?? '';
    if (!ANY_CHILD.test(name)) found.push({ name, index: index + words.lastIndexOf(name) });
  }
  return found;
}
