/** Units and mathematical signs, as people say them: 10kW → 10千瓦, 2.5元/kg → 2.5元每公斤, 3×5 → 3乘5. */
import { DASH, each, NUMBER, type Step } from './spoken-step.ts';

/** Units after a number, in their usual case; other cases only if they mean the same. */
const UNITS: Readonly<Record<string, string>> = {
  'km²|km2|㎢': '平方公里',
  'm²|㎡|m2|M²': '平方米',
  'cm²|cm2': '平方厘米',
  'm³|㎥|m3|M³': '立方米',
  'cm³|cm3|cc': '立方厘米',
  'km/h|KM/H|Km/h': '公里每小时',
  'm/s': '米每秒',
  'km|KM|Km|㎞': '公里',
  'cm|CM|㎝': '厘米',
  'mm|MM|㎜': '毫米',
  dm: '分米',
  'μm|µm|um': '微米',
  nm: '纳米',
  m: '米',
  'kg|KG|Kg|㎏': '公斤',
  'mg|㎎': '毫克',
  'μg|µg|ug': '微克',
  g: '克',
  t: '吨',
  'mL|ml|ML|㎖': '毫升',
  'L|l|ℓ': '升',
  'kW·h|kW•h|kWh|KWH|Kwh|KWh|kwh|kw·h': '度',
  'kW|KW|Kw|kw|㎾': '千瓦',
  MW: '兆瓦',
  'W|w': '瓦',
  'kVA|KVA': '千伏安',
  'kV|KV': '千伏',
  'V|v': '伏',
  'mA|MA': '毫安',
  'kHz|KHz': '千赫兹',
  'Hz|HZ|hz': '赫兹',
  'MPa|Mpa': '兆帕',
  'kPa|KPa': '千帕',
  mmHg: '毫米汞柱',
  'mmol|Mmol': '毫摩尔',
  'kcal|Kcal': '千卡',
  'Mbps|MB|Mb': '兆',
  'GB|Gb': 'G',
  'TB|Tb': 'T',
  'KB|kB': 'K',
  'ha|hm²': '公顷',
  'dB|db': '分贝',
  'min|mins': '分钟',
  'h|hr|hrs': '小时',
  s: '秒',
  d: '天',
  '℃|°C|º C|ºC|° C': '摄氏度',
  '°|º': '度',
};

const spokenUnit = new Map(
  Object.entries(UNITS).flatMap(([names, spoken]) => names.split('|').map((name) => [name, spoken] as const)),
);
const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const NAMES = [...spokenUnit.keys()]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|');
const unitOf = (name: string) => spokenUnit.get(name) ?? name;

/** The last character of a unit before the dash of a span: 5月—8月, 200元—500元. */
const UNIT_ENDS = '\\d%‰元日号月年岁天点个人名户亩斤度℃万千百亿分克米升瓦时吨里秒兆周次条级时帕伏卡顷半';
/** The start of the other end of a span. */
const SPAN_GOES_ON = '(?=[\\d上下中早晚凌傍次翌零负今现第])';
const WEEKDAY = '(?:星期|周|礼拜)[一二三四五六日天]';
const COUNTED =
  '(?:(?:十[一二]?|[一二三四五六七八九])(?:月|年级|级|日|号|点|楼|组)|[初高大][一二三四五六七八九十])';

/** Units, and quotients with units. */
export const units: readonly Step[] = [
  each(new RegExp(`(${NUMBER})\\s*(${NAMES})(?![A-Za-z])`, 'g'), (_, number = '', name = '') => {
    const unit = unitOf(name);
    return number === '2' && unit === '度' && /w/i.test(name) ? `两${unit}` : `${number}${unit}`;
  }),
  each(new RegExp(`(每)(${NAMES})(?![A-Za-z])`, 'g'), (_, each, name = '') => each + unitOf(name)),
  each(new RegExp(`/\\s*(${NAMES})(?![A-Za-z])`, 'g'), (_, name = '') => `/${unitOf(name)}`),
  each(
    /([一-鿿])\s*\/\s*(?=平方|立方|公[斤里顷]|千[瓦克]|毫[升克]|[人户亩天日月年次个只头株棵袋件斤度升吨米克口间台时]|小时|分钟|秒)/g,
    (_, before) => {
      return `${before}每`;
    },
  ),
  each(/([克升米元斤度吨])\s*\/\s*(?=\d)/g, (_, before) => `${before}每`),
  each(/(每[人户亩天月年次个只头台件])[·.](?=[人户亩天月年次])/g, (_, before) => `${before}每`),
];

const DEGREES = '\\s*(?:℃|°|º|摄氏|度)';

/** Negative numbers: 零下5度, 负5. Only where a number could start; 附件-1 has a dash, and 5-10度 a span. */
export const negatives: readonly Step[] = [
  each(
    new RegExp(
      `(^|温度|[^\\d%‰℃度])[-−－](?=${NUMBER}(?:(?:${DASH}|到|至)[-−－]?${NUMBER})?${DEGREES})`,
      'g',
    ),
    (_, before) => `${before}零下`,
  ),
  each(new RegExp(`([~～—至到])[-−－](?=${NUMBER}${DEGREES})`, 'g'), (_, before) => `${before}零下`),
  each(
    new RegExp(`(^|[\\s（(，、。：；:,到至为约于达是])[-−－](?=${NUMBER})`, 'g'),
    (_, before) => `${before}负`,
  ),
];

/** Arithmetic, comparisons and spans. */
export const signsOfReckoning: readonly Step[] = [
  each(/[（(]含[）)](?=以[上下])/g, () => '及'),
  each(/[≥⩾≧]=?|>=/g, () => '不少于'),
  each(/[≤⩽≦]=?|<=/g, () => '不超过'),
  each(/[≈≒]/g, () => '约'),
  each(/≠/g, () => '不等于'),
  each(/(\d)(?:\^(\d)|([²³⁴⁵⁶⁷⁸⁹]))/g, (_, digit, power, raised = '') => {
    return `${digit}的${power ?? '²³⁴⁵⁶⁷⁸⁹'.indexOf(raised) + 2}次方`;
  }),
  each(/±/g, () => '正负'),
  each(/÷/g, () => '除以'),
  each(/\s*[=＝]\s*/g, () => '等于'),
  each(/[>]\s*(?=\d)/g, () => '大于'),
  each(/[<]\s*(?=\d)/g, () => '小于'),
  each(/(\d|[米元亩人天]|\))\s*[×✕✖xX*]\s*(?=\d)/g, (_, before) => `${before}乘`),
  each(/[×✕✖]/g, () => '乘'),
  each(/(\d)\s*\+\s*(?=\d)/g, (_, digit) => `${digit}加`),
  each(/(\d)\+(?![A-Za-z])/g, (_, digit) => `${digit}以上`),
  each(/([^\s，。（(])\s*\+\s*(?=[^\s，。）)])/g, (_, before) => `${before}加`),
  each(/\+/g, () => ''),
  each(new RegExp(`([${UNIT_ENDS}])${DASH}${SPAN_GOES_ON}`, 'g'), (_, before) => `${before}到`),
  each(
    new RegExp(`(${WEEKDAY}|${COUNTED})${DASH}(?=${WEEKDAY}|${COUNTED})`, 'g'),
    (_, before) => `${before}到`,
  ),
  each(/([A-Z])\s*[~～—–]\s*(?=[A-Z](?![A-Za-z]))/g, (_, before) => `${before}到`),
  each(/([^\s~～])\s*[~～]\s*(?=[^\s~～])/g, (_, before) => `${before}到`),
];
