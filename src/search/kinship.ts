/**
 * Words for the person a query is about: 爸爸, 我妈, 老两口. They are not its subject. 孩子 and 老人 are not among them: pages are written for these
 * groups. Runs on the phone.
 */
const WORDS = [
  '老爸',
  '老妈',
  '爸爸',
  '妈妈',
  '爸妈',
  '爹妈',
  '爹娘',
  '父母亲?',
  '父亲',
  '母亲',
  '爷爷',
  '奶奶',
  '姥姥',
  '姥爷',
  '外公',
  '外婆',
  '公公',
  '婆婆',
  '公婆',
  '岳父母?',
  '岳母',
  '丈母娘',
  '老丈人',
  '老公',
  '老婆',
  '儿?媳妇儿?',
  '丈夫',
  '妻子',
  '爱人',
  '儿子',
  '女儿',
  '闺女',
  '女婿',
  '孙子',
  '孙女',
  '外孙女?',
  '大伯',
  '伯伯',
  '叔叔',
  '舅舅',
  '姑姑',
  '大姨',
  '大爷',
  '大妈',
  '大娘',
  '大叔',
  '大哥',
  '大姐',
  '哥哥',
  '弟弟',
  '姐姐',
  '妹妹',
  '嫂子',
  '老汉',
  '老头子?',
  '老太太?',
  '老人家',
  '男人',
  '丫头',
  '婆娘',
  '屋头',
  '老两口',
  '两口子',
  '老伴',
  '娃娃?(?!鱼)',
  // A single character is one only behind 我.
  '[我俺咱](?:爸|妈|爹|娘|爷|奶|哥|姐|弟|妹|叔|伯|舅|姨|姑|婆|儿)(?![女媳子妈爸])',
];

/** The source of a pattern for such a word. */
export const KINSHIP = WORDS.join('|');

const KINSHIP_WORD = new RegExp(KINSHIP, 'g');

/** A text without these words. */
export function withoutKinship(text: string): string {
  return text.replace(KINSHIP_WORD, ' ');
}
