/**
 * The closed list of facts that conditions of policies may use, each with its question. Free of zod: the phone has it too.
 *
 * A fact about the household is asked once, one about a person for each person. "说不准" is always an answer and leaves the fact unknown.
 */

export type FactScope = 'household' | 'person';

interface FactWords {
  scope: FactScope;
  /** Its short name, 年纪. */
  name: string;
  /** The question. */
  ask: string;
  /** Where somebody who is unsure finds the answer. */
  unsure: string;
  /** How often an answer settles a policy, in comparison: most people have none of the rarer kinds of money. */
  weight: number;
  /** In full years: somebody who is younger for certain is not asked. What the answer is stays unknown. */
  minAge?: number;
}

/** A number in a unit. */
export interface NumberFact extends FactWords {
  kind: 'number';
  unit: '岁' | '元' | '亩';
}

/** One of several answers. */
export interface ChoiceFact extends FactWords {
  kind: 'choice';
  choices: Readonly<Record<string, string>>;
}

/** Any number of several, or none. */
export interface SetFact extends FactWords {
  kind: 'set';
  choices: Readonly<Record<string, string>>;
  /** The answer for none of them. */
  none: string;
}

/** One of the county's places. */
export interface PlaceFact extends FactWords {
  kind: 'place';
}

export type Fact = NumberFact | ChoiceFact | SetFact | PlaceFact;

/** The facts, in the order in which equally useful questions are asked. */
export const facts = {
  age: {
    kind: 'number',
    scope: 'person',
    name: '年纪',
    ask: '今年满多少岁？',
    unsure: '看身份证上的生日，满了才算。',
    weight: 3,
    unit: '岁',
  },
  disability: {
    kind: 'choice',
    scope: 'person',
    name: '残疾人证',
    ask: '有残疾人证吗？上面写的几级？',
    unsure: '看残疾人证上“残疾等级”那一行。',
    weight: 2,
    choices: { '1': '一级', '2': '二级', '3': '三级', '4': '四级', none: '没有残疾人证' },
  },
  household: {
    kind: 'set',
    scope: 'household',
    name: '家里登记过什么',
    ask: '家里登记过哪几样？',
    unsure: '问村委会，村里有登记。',
    weight: 3,
    choices: {
      'di-bao': '低保户',
      'bian-yuan': '低保边缘户',
      'tuo-pin': '脱贫户',
      'jian-ce': '村里登记的防返贫户',
    },
    none: '都没有',
  },
  receives: {
    kind: 'set',
    scope: 'person',
    name: '领着什么钱',
    ask: '本人领着哪几样？',
    unsure: '看银行卡上每月进的钱写着什么，或者问村委会。',
    weight: 1,
    choices: {
      'te-kun': '特困（五保）的钱',
      'injury-care': '工伤护理费',
      'other-pension': '职工退休金，或者别的养老金',
    },
    none: '都没有',
  },
  insured: {
    kind: 'set',
    scope: 'person',
    name: '交着什么保险',
    ask: '本人交着哪几样保险？',
    unsure: '打12333问。',
    weight: 1,
    choices: {
      medical: '医保',
      'resident-pension': '居民养老保险',
      'employee-pension': '单位给交的养老保险',
    },
    none: '都没有',
  },
  schooling: {
    kind: 'choice',
    scope: 'person',
    name: '上学没上学',
    ask: '在上学吗？上的哪种？',
    unsure: '问孩子的学校。',
    weight: 2,
    choices: {
      none: '没上学',
      kindergarten: '幼儿园',
      compulsory: '小学、初中',
      'senior-high': '普通高中',
      vocational: '中专、职高、技校',
      college: '大专、高职',
      university: '大学本科往上',
    },
  },
  occupation: {
    kind: 'set',
    scope: 'person',
    name: '干什么活',
    ask: '平时干哪几样活？',
    unsure: '先说不准，办的时候再问。',
    weight: 1,
    // 劳动法第十五条: nobody is employed before.
    minAge: 16,
    choices: {
      farming: '种地、养殖',
      'odd-jobs': '打零工',
      employed: '有单位的长久工作',
      business: '自己做小生意',
    },
    none: '都不是，或者没活干',
  },
  sex: {
    kind: 'choice',
    scope: 'person',
    name: '男的女的',
    ask: '男的还是女的？',
    unsure: '看身份证。',
    weight: 2,
    choices: { female: '女', male: '男' },
  },
  incomePerHead: {
    kind: 'number',
    scope: 'household',
    name: '每人平均挣多少',
    ask: '全家挣的钱加起来，除以几口人，一人多少？',
    unsure: '先说不准，乡镇政府会帮着算。',
    weight: 2,
    unit: '元',
  },
  land: {
    kind: 'number',
    scope: 'household',
    name: '几亩地',
    ask: '家里种着几亩地？',
    unsure: '看土地承包的本子，或者问村委会。',
    weight: 2,
    unit: '亩',
  },
  places: {
    kind: 'place',
    scope: 'household',
    name: '在哪里',
    ask: '您家在哪里？',
    unsure: '看户口本上的地址。',
    weight: 3,
  },
} as const satisfies Readonly<Record<string, Fact>>;

export type FactName = keyof typeof facts;

/** In full years; undefined: everybody is asked. */
export function minAgeOf(fact: FactName): number | undefined {
  return (facts[fact] as Fact).minAge;
}

/** The names of all facts, in their order. */
export const factNames = Object.keys(facts) as FactName[];

/** The facts whose answers are several or none. */
export type SetFactName = { [N in FactName]: (typeof facts)[N]['kind'] extends 'set' ? N : never }[FactName];
