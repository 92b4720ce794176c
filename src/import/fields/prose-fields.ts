/** Finds who qualifies, who does not, what to bring and the steps in running text, where no heading announces them. */
import { sentences } from './money.ts';
import type { Section } from './sections.ts';

type Finder = (lines: readonly string[]) => Section | undefined;

const PERSONS =
  '[人员者户民众生工军兵属母亲女童]|家庭|居民|农户|老人|老年人|妇女|儿童|学生|毕业生|劳动力|组织|企业|合作社|农场|对象|学员';
const MAY =
  '(?:均|都|就|即)?(?:可以?|可按规定|能够?|有资格)(?:按规定|自愿|随时|依法|按月|按年|免费|向[^，。；]{2,16})?(?:申请|申报|申领|享受|领取|报名|参加|办理|参保)';
const WHO_MAY = new RegExp(`^(?:凡是?|对)?([^。；：]{4,70}?(?:${PERSONS}|的))\\s*[，,]?\\s*${MAY}`, 'u');

/** Those who take part in …, are persons whom it is for. */
const WHO_IS = new RegExp(
  `^(?:凡是?)?([^。；：，]{4,50}?(?:${PERSONS}|的))[，,]?(?:均|都)?(?:为|是|属于|列入|纳入)[^，。；]{0,14}(?:对象|范围)[。；]?$`,
  'u',
);
const ALL_FOR = new RegExp(`^(?:凡是?)([^。；：，]{4,60}?(?:${PERSONS}|的))\\s*[，,]`, 'u');
/** A sentence that names somebody without saying who that is. */
const VAGUE =
  /^(?:符合(?:上述|以上|下列|条件)|申请人|您|大家|群众|村民|户主|监护人|家长|学生或|本人|有需要|需要)/u;

/** A warning says who cheats, not who may apply. */
const OF_FRAUD = /诈骗|骗子|举报|不要相信|谨防/u;

export const eligibilityInProse: Finder = (lines) => {
  for (const sentence of sentences(lines)) {
    const bare = withoutNumber(sentence);
    const who = (WHO_MAY.exec(bare) ?? WHO_IS.exec(bare) ?? ALL_FOR.exec(bare))?.[1];
    if (who !== undefined && !VAGUE.test(who) && !OF_FRAUD.test(sentence)) return section(sentence, [who]);
  }
  return undefined;
};

/** A condition without what follows from it: the people of …, may apply. */
export function withoutConsequence(item: string): string {
  const cut = item.replace(new RegExp(`\\s*[，,]\\s*${MAY}[^。；]*$`, 'u'), '').replace(/^凡是?(?!人)/u, '');
  return cut.length >= 4 ? cut : item;
}

const NOT_GIVEN =
  '(?:一律)?(?:暂时?)?(?:不予|不得|不能|不可以|不再|不享受|不发放|不参加|不接收|不接受|不纳入|不列入|不属于|不在)(?:重复)?(?:申请|申报|享受|补贴|补助|救助|资助|保障|受理|认定|报名|应聘|报考|领取|发放|参加|培训|检查|献血|接种|任何[^，。；]{2,8}|纳入|[^，。；]{0,8}范围)?';
const EXCLUDED = new RegExp(
  `^([^。；：]{4,50}?(?:的|${PERSONS}))[，,]?${NOT_GIVEN}[^，。；]{0,12}(?:[，,]可以?[^，。；]{2,16})?[。；]?$`,
  'u',
);
/** Things for which nothing is given, at the end of a sentence: 二手农机具不予补贴. */
const THINGS_EXCLUDED =
  /(?:^|[，；])([^，。；：]{3,30}?)(?:一律)?(?:不予(?:补贴|补助)|不享受[^，。；]{0,6}(?:补贴|补助|待遇))[。；]?$/u;

export const exclusionsInProse: Finder = (lines) => {
  const found = sentences(lines).flatMap((sentence) => {
    const bare = withoutNumber(sentence);
    const who = (EXCLUDED.exec(bare) ?? THINGS_EXCLUDED.exec(bare))?.[1];
    return who === undefined || /^(?:逾期|过期|未|申请人|对)|[下上以]列|以下|上述|之一/u.test(who)
      ? []
      : [{ sentence, who }];
  });
  const [first] = found;
  return (
    first &&
    section(
      first.sentence,
      found.map(({ who }) => who),
    )
  );
};

const PAPER =
  /证|卡|簿|户口本|存折|申请[表书]|登记表|审批表|照片|证明|复印件|合同|协议|发票|材料|票据|账户|执照|车票|病历|清单|档案|一卡通|扫描件|凭证|小结|书$|账号|台账|单据|记录|报告|简历|批[件文]/u;
/** Whether a text names a paper that one brings. */
export const isPaper = (text: string): boolean => PAPER.test(text);
const BRING =
  /(?:携带|连同|(?<![附自一二三四五六七八九十])带(?=[：:“《]?[^，。；：]{0,6}(?:证|簿|卡|照片|合同))|带上|带好|带齐|自带|持(?![有续])|凭(?!证(?!件))|出示|备齐|准备好?|(?<!不)提供|(?<!不予|予以)提交|需带|要带|递交)(?:好|上)?(?:以下|下列)?(?:材料|证件|资料)?[：:]?([^，。；：]{2,90}?)(?:等[\p{Script=Han}]{0,4}(?:材料|证件|资料|手续)|等)?(?=$|[，。；：]|到|去|向|前往|在|发送|寄|交(?!通)|办理|申请(?![表书单人])|申领(?!表)|领取(?![表单])|报名(?!表)|登记(?![表证])|参加|即可|就行|就可以)/gu;

export const documentsInProse: Finder = (lines) => {
  for (const sentence of sentences(lines)) {
    for (const [, said = ''] of sentence.matchAll(BRING)) {
      const papers = splitPapers(said).filter((part) => part !== '');
      if (papers.length > 0 && papers.every((paper) => paper.length <= 24 && PAPER.test(paper)))
        return section(sentence, papers);
    }
  }
  return undefined;
};

/** 身份证、户口簿和社会保障卡 are three; 原件及复印件 and a name in 《》 or brackets are never cut. */
export function splitPapers(said: string): string[] {
  const parts = said.split(/、(?![^《（(]*[》）)])/u).flatMap((part) => {
    const [, before = '', after = ''] = /^(.{2,}?)(?:以及|[和及与])(?!复印件|原件)(.{2,})$/u.exec(part) ?? [];
    const isTwo = (PAPER.test(before) || before.length <= 8) && PAPER.test(after) && !/[《（(]/u.test(part);
    return isTwo ? [before, after] : [part];
  });
  return parts.map((part) => part.trim().replace(/^(?:以及|[和及与])/u, ''));
}

const WAY =
  /(?:经|按照?|依照|履行|通过)([^，。；：]{2,14}(?:、[^，。；：、]{2,14}){2,8}?)(?:的|等)?(?:程序|流程|步骤|后|办理)/u;

export const stepsInProse: Finder = (lines) => {
  for (const sentence of sentences(lines)) {
    const way = WAY.exec(sentence)?.[1];
    if (way !== undefined && /申请|申报|报名/u.test(way))
      return section(sentence, way.replace(/的?(?:程序|流程|步骤)$/u, '').split('、'));
  }
  return undefined;
};

const NUMBER =
  /^(?:第[一二三四五六七八九十百零\d]+条|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}\s*[.．、](?!\d(?!0\d\d年)))\s*/u;
const withoutNumber = (text: string) => text.replace(NUMBER, '');
const section = (heading: string, items: string[]): Section => ({ heading, items });
