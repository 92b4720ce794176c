/** What is said of somebody that is nobody else's business (个人信息保护法第二十八条: health, beliefs, money; and what shames in a village). */

const SICKNESS =
  '癌|白血病|尿毒症|透析|肾衰|艾滋|HIV|梅毒|性病|淋病|乙肝|丙肝|肝硬化|肝腹水|肺结核|结核病|尘肺|矽肺|精神病|精神分裂|精神失常|精神障碍|精神疾病|抑郁|躁郁|躁狂|癫痫|羊角风|羊癫疯|痴呆|老年痴呆|自闭症|孤独症|脑瘫|唐氏|偏瘫|瘫痪|瘫在|瘫了|半身不遂|中风|脑梗|脑溢血|脑出血|心脏病|先心病|心梗|冠心病|肿瘤|化疗|放疗|植物人|血友病|渐冻|红斑狼疮|强直|类风湿|股骨头|截肢|烧伤|重病|大病|绝症|怪病|住院|做了?手术|换肾|移植|搭桥|支架|糖尿病|高血压|慢性病|哮喘|肺气肿|帕金森|智障|弱智|低能|失能|不能自理|卧床|下不了床';
const DISABILITY =
  '(?:[一二三四1-4]级|轻度|中度|重度)?(?:肢体|视力|听力|言语|智力|精神|多重)?残疾(?!人?(?:联|评定|补贴|政策|标准|康复机构|鉴定机构))|聋哑|聋子|哑巴|瞎子|瞎了|失明|双目|双耳|盲人|瘸|跛|拐了|断了[一条两]|侏儒|驼背|傻子|疯了|疯子|疯癫';
const CRIME =
  '服刑|刑满|劳改|坐[过了]?[\\p{Script=Han}\\d]{0,4}牢|蹲[过了]?[\\p{Script=Han}\\d]{0,3}(?:大狱|监|牢)|判[了刑处过]|被判|入狱|出狱|狱中|监狱|社区矫正|矫正对象|拘留|拘役|缓刑|假释|保外就医|前科|犯了?罪|犯过事|偷[了过]|盗窃|抢劫|诈骗罪|强奸|猥亵|嫖|卖淫|赌博|赌债|赌输|酗酒|酒驾|醉驾|吸毒|吸食|戒毒|毒瘾|复吸|贩毒|涉毒|尿检|酒瘾|信访重点|上访|刑拘|批捕|通缉|处分|被开除|吃官司';
const FAMILY =
  '离[了过]?婚|离异|离过|丧偶|守寡|寡妇|鳏|改嫁|再婚|二婚|婚外|出轨|私奔|私生|非婚|未婚先孕|未婚妈妈|单亲|弃婴|抱养|领养|捡来的|收养|不孕|不育|绝育|结扎|家暴|挨打|打老婆|打媳妇|虐待|遗弃|不赡养|跑了(?!$)|跟人跑|光棍|没有?儿没女|无儿无女|倒插门|被拐|拐卖|自杀|轻生|上吊|喝农药|喝了农药|服毒|跳河|跳楼|割腕|同性恋';
const PREGNANCY =
  '怀孕|怀上|怀着|怀了|身孕|有喜|有了身子|孕妇|孕检|产检|预产期|待产|流产|小产|堕胎|引产|保胎|坐月子|早产|试管婴儿|宫外孕|\\p{Script=Han}{1,2}个月身孕|二胎|三胎|超生|节育|上环';
const DEBT =
  '欠[着了下]|欠(?:款|债|钱|费|缴|[\\p{Script=Han}\\d.]{1,6}[元块万])|外债|欠账|债务|背了?[\\p{Script=Han}\\d]{0,5}债|讨债|逾期|没还(?:上|清)?|还不[上起清]|失信|老赖|黑名单|被执行|限制高消费|破产|高利贷|网贷|贷款没|坏账|被骗|骗走|征信|拖欠|赔光|亏空|抵押(?:了|给)';
const BELIEF = '信[基佛]|信[了着奉]?(?:教|主|耶稣|基督|天主|邪教|全能神)|入了?教|邪教|法轮|受洗|教徒|信徒';
const POVERTY =
  '低保|五保|特困|贫困户|建档立卡|监测户|监测对象|困难户|特困户|返贫|脱贫户|救助|孤寡|孤老|残疾证|揭不开锅|吃救济|救济|要饭|讨饭|乞讨|流浪|没有?收入|临时救助|慰问金|困难补助';

/** Facts that warn even beside what is only perhaps a name. */
const SEVERE = new RegExp(
  `(?<severe>${[SICKNESS, DISABILITY, CRIME, FAMILY, PREGNANCY, DEBT, BELIEF].join('|')})|(?<poor>${POVERTY})`,
  'gu',
);

/** A fact, where it stands, and what it weighs: 3 for what harms, 2 for being poor. */
export interface Fact {
  text: string;
  index: number;
  end: number;
  weight: number;
}

/** The facts in a sentence. */
export function factsIn(sentence: string): Fact[] {
  return Array.from(sentence.matchAll(SEVERE), ({ 0: text, index, groups }) => ({
    text,
    index,
    end: index + text.length,
    weight: groups?.severe === undefined ? 2 : 3,
  }));
}
