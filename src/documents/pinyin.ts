/**
 * The readings of Chinese text, by pinyin-pro, which gets whole runs: a character with several readings gets that of its word (重阳
 * chong yang, 会计 kuai ji). A table below corrects words of office titles that its dictionary reads wrongly.
 */
import { customPinyin, pinyin } from 'pinyin-pro';

/**
 * Readings that pinyin-pro 3.29.4 gets wrong: it reads these character by character. Words by 现代汉语词典, names of places by
 * 中华人民共和国行政区划简册. Ambiguous ones (还给 is also "still gives") are left out.
 */
const OFFICE_READINGS: Record<string, string> = {
  // 还 for huán, to give back.
  还款: 'huan kuan',
  还钱: 'huan qian',
  还贷: 'huan dai',
  还贷款: 'huan dai kuan',
  还本: 'huan ben',
  还本付息: 'huan ben fu xi',
  还账: 'huan zhang',
  还息: 'huan xi',
  还租: 'huan zu',
  还林: 'huan lin',
  退耕还林: 'tui geng huan lin',
  还草: 'huan cao',
  还田: 'huan tian',
  秸秆还田: 'jie gan huan tian',
  还建: 'huan jian',
  // 藏 for zàng.
  藏药: 'zang yao',
  藏医: 'zang yi',
  藏文: 'zang wen',
  藏语: 'zang yu',
  藏香: 'zang xiang',
  藏区: 'zang qu',
  藏羊: 'zang yang',
  // 长 for zhǎng, a head.
  乡长: 'xiang zhang',
  局长: 'ju zhang',
  所长: 'suo zhang',
  楼长: 'lou zhang',
  河长制: 'he zhang zhi',
  林长制: 'lin zhang zhi',
  田长制: 'tian zhang zhi',
  路长制: 'lu zhang zhi',
  // 重 for chóng, again.
  重组: 'chong zu',
  重发: 'chong fa',
  重考: 'chong kao',
  重种: 'chong zhong',
  着装: 'zhuo zhuang',
  差旅: 'chai lv',
  差旅费: 'chai lv fei',
  调配: 'diao pei',
  牧畜: 'mu xu',
  薄膜: 'bo mo',
  率先: 'shuai xian',
  圈养: 'juan yang',
  棚圈: 'peng juan',
  圈舍: 'juan she',
  湖泊: 'hu po',
  轧棉: 'zha mian',
  糜子: 'mei zi',
  柞木: 'zuo mu',
  // Places.
  洪洞: 'hong tong',
  解州: 'xie zhou',
  繁峙: 'fan shi',
  单县: 'shan xian',
  浚县: 'xun xian',
  大埔: 'da bu',
  乐清: 'yue qing',
  乐亭: 'lao ting',
  六合区: 'lu he qu',
  歙县: 'she xian',
  涡阳: 'guo yang',
  泌阳: 'bi yang',
  筠连: 'jun lian',
  郫都: 'pi du',
  什邡: 'shi fang',
  黄陂: 'huang pi',
  吴堡: 'wu bu',
  称多: 'chen duo',
  宕昌: 'tan chang',
  尉犁: 'yu li',
  蔚县: 'yu xian',
  乌什: 'wu shi',
  喀什: 'ka shi',
  珲春: 'hun chun',
  穆棱: 'mu ling',
};

/** Surnames with another reading than the same character in a word. 任, 华, 燕 and others differ in the tone alone. */
const SURNAMES: Record<string, string> = {
  曾: 'zeng',
  单: 'shan',
  解: 'xie',
  仇: 'qiu',
  区: 'ou',
  查: 'zha',
  朴: 'piao',
  盖: 'ge',
  缪: 'miao',
};

/** Forms of address after a surname: only with one of these is a single character certain to be a surname. */
const FORMS_OF_ADDRESS: Record<string, string> = {
  大妈: 'da ma',
  大爷: 'da ye',
  大叔: 'da shu',
  大婶: 'da shen',
  大姐: 'da jie',
  大哥: 'da ge',
  大嫂: 'da sao',
  大娘: 'da niang',
  阿姨: 'a yi',
  奶奶: 'nai nai',
  爷爷: 'ye ye',
  师傅: 'shi fu',
  老师: 'lao shi',
  先生: 'xian sheng',
  女士: 'nv shi',
};

/** What follows 曾 as the adverb céng; before anything else at the start of a run it is a name. */
const ONCE = /^曾(?!经|任|在|是|有|获|被|因|为|参|担|多|几|一)/;

const OPTIONS = { toneType: 'none', type: 'array', v: true } as const;
const TONED = { ...OPTIONS, toneType: 'num' } as const;

let isPrepared = false;

/** Loads the dictionary and adds the tables above, once: 0.2 s, so only on first use. */
export function loadPinyin(): void {
  if (isPrepared) return;
  isPrepared = true;
  const named = Object.entries(SURNAMES).flatMap(([surname, sound]) =>
    Object.entries(FORMS_OF_ADDRESS).map(([form, sounds]) => [surname + form, `${sound} ${sounds}`]),
  );
  customPinyin({ ...OFFICE_READINGS, ...Object.fromEntries(named) });
}

/** The syllables of runs: a site has the same keywords on many pages. */
const syllablesByRun = new Map<string, readonly string[]>();
/** The runs of about 10,000 documents. */
const MAX_CACHED_RUNS = 50_000;

function usualSyllables(run: string): readonly string[] {
  loadPinyin();
  let syllables = syllablesByRun.get(run);
  if (syllables === undefined) {
    syllables = pinyin(run, OPTIONS);
    if (syllablesByRun.size >= MAX_CACHED_RUNS) syllablesByRun.clear();
    syllablesByRun.set(run, syllables);
  }
  return syllables;
}

/** The reading of a name: a syllable for each of its characters. */
export interface NameReading {
  name: string;
  syllables: readonly string[];
}

/**
 * The syllables of a run of Chinese characters, without tones, ü as v; a character with no known reading is returned unchanged. The names
 * in `readings` are read as given there.
 */
export function syllablesOf(run: string, readings: readonly NameReading[] = []): string[] {
  const syllables = [...usualSyllables(run)];
  if (ONCE.test(run) && run.length > 1) syllables[0] = SURNAMES.曾 ?? '';
  for (const { name, syllables: given } of readings) {
    for (let at = run.indexOf(name); at >= 0; at = run.indexOf(name, at + name.length))
      syllables.splice([...run.slice(0, at)].length, given.length, ...given);
  }
  return syllables;
}

/** The same with tones, as digits after the syllables: for speech. A table of ours gives no tones: its tone is that of the character so read. */
export function tonedSyllablesOf(run: string, readings: readonly NameReading[] = []): string[] {
  const syllables = syllablesOf(run, readings);
  const toned = pinyin(run, TONED);
  return [...run].map((character, at) => {
    const syllable = syllables[at] ?? character;
    const candidates = [toned[at] ?? '', ...pinyin(character, { ...TONED, multiple: true })];
    return candidates.find((each) => each.replace(/\d/, '') === syllable && /[1-4]$/.test(each)) ?? syllable;
  });
}

/** All readings of one character, without tones. */
export function readingsOfCharacter(character: string): string[] {
  loadPinyin();
  return pinyin(character, { ...OPTIONS, multiple: true });
}

/** Further readings of characters that are often read, or typed, otherwise than in their word. */
const OTHER_READINGS: Record<string, string> = {
  还: 'hai huan',
  行: 'xing hang',
  长: 'chang zhang',
  重: 'zhong chong',
  调: 'tiao diao',
  会: 'hui kuai',
  给: 'gei ji',
  藏: 'cang zang',
  畜: 'chu xu',
  洞: 'dong tong',
  解: 'jie xie',
  单: 'dan shan',
  曾: 'ceng zeng',
  差: 'cha chai',
  着: 'zhe zhuo zhao',
  厦: 'sha xia',
  便: 'bian pian',
  查: 'cha zha',
  乐: 'le yue',
  朝: 'chao zhao',
  校: 'xiao jiao',
  薄: 'bao bo',
  率: 'lv shuai',
  圈: 'quan juan',
  仇: 'chou qiu',
  区: 'qu ou',
  朴: 'pu piao',
  盖: 'gai ge',
  缪: 'mou miao',
};

/** The reading of a character alone: 六 liu, though 六安 is lu an. */
const usualReadings = new Map<string, string>();

/**
 * The readings of a character other than `reading`: those of the table, and that of the character alone, for people who type a word
 * or a place without knowing its reading. Without tones.
 */
export function otherReadings(character: string, reading: string): string[] {
  let usual = usualReadings.get(character);
  if (usual === undefined) {
    usual = syllablesOf(character)[0] ?? '';
    usualReadings.set(character, usual);
  }
  const readings = new Set([...(OTHER_READINGS[character] ?? '').split(' '), usual]);
  return [...readings].filter((other) => other !== '' && other !== reading && other !== character);
}
