/** The words around the subject of a question. Runs on the phone. */
import { KINSHIP } from './kinship.ts';

/**
 * Filler words of questions, unrelated to the subject. Words of the language, not of a county; the longer ones match first, so that 能不能办
 * is removed as a whole.
 */
const FILLERS = [
  '能不能',
  '可不可以',
  '有没有',
  '是不是',
  '要不要',
  '怎么样',
  '多少钱',
  '什么时候',
  '为什么',
  '在哪里',
  '哪里办',
  '怎么办理',
  '怎么申请',
  '怎么领取',
  '怎么办',
  '怎么领',
  '怎么报',
  '怎么交',
  '怎么弄',
  '如何办理',
  '如何申请',
  '如何',
  '怎么',
  '怎样',
  '什么',
  '哪些',
  '哪里',
  '哪儿',
  '多少',
  '可以',
  '需要',
  '我们',
  '我家',
  '请问',
  '想要',
  '申请',
  '办理',
  '一个',
  '这个',
  '那个',
  '的话',
  '给谁',
  '找谁',
  '我',
  '你',
  '您',
  '吗',
  '呢',
  '吧',
  '啊',
  '的',
  '了',
  '想',
  '要',
  '能',
  '咋',
  '咋个',
  '啥',
  '有没',
  '俺家',
  '咱家',
  '我们家',
  '俺',
  '咱',
  '呗',
  '嘛',
].sort((a, b) => b.length - a.length);

/** Questions as villagers put them around a subject: 每月领多少, 咋办, 在哪儿办, 要啥手续, and 不 or 没 at the end. */
const SHELLS = [
  '(?:每个?月|一个?月|每年|一年)?(?:能|可以|该|要|得|给|有)?(?:领取?|拿|发|给|补|报销?|赔|交|缴|挣|有|是|要)?(?:多少|几多|好多|几个)(?:钱|块钱?|元)?',
  '(?:该|要|得|应该)?(?:咋|怎么)(?:样|办理?|申请|领取?|交|弄|报名?|写|走|补办?|还|算|治|管|进|去)?',
  '(?:要|得|需要|带|准备|拿)?(?:啥|什么|哪些)(?:手续|条件|材料|证件?|东西|时候|地方|人|要求)?',
  '(?:要|得|该|上)?[去在到找](?:哪儿|哪里|哪个|哪|啥地方|什么地方)(?:个?部门|个?单位)?(?:办理?|申请|领取?|交|报名?|问|看|找|补)?',
  '(?:归|由)?谁管|(?:找|问|跟)(?:谁|哪个)(?:办|问|说)?|谁(?:给|出)钱',
  '(?:能|可以|可|有|给|是|行|中|算|要|会)(?:不|没)(?:能|可以|有|给|是|行|中|算|要|会)',
  '(?:行|中|可以|给办)?(?:不|没|没有|么)$',
  '(?:要|得|隔)?(?:多长时间|多久|多会儿?|哪一?天|几天|几号|几点)',
  '谁说了算',
  '高不高|多不多|难不难|好不好|贵不贵|行不行|对不对|大不大|远不远|严不严|管不管|给不给|办不办|收不收|发不发|用不用|交不交|领不领',
  '(?:收不到|没收到|等不到)(?:短信)?验证码',
  '是?干(?:啥|什么|嘛)(?:的|用的)?',
];

/** Fillers and question shells, for `split`. */
export const FILLER = new RegExp([...SHELLS, ...FILLERS].join('|'), 'g');
/** The same with kinship; the longer questions match first. */
export const FILLER_OR_KINSHIP = new RegExp([...SHELLS, KINSHIP, ...FILLERS].join('|'), 'g');
/** Whether a query is a question about how to do something. */
export const HOW_QUESTION =
  /怎么|怎样|如何|能不能|可不可以|找谁|多少|什么时候|哪里|哪儿|申请|办理|吗|咋|啥|在哪|去哪|[不没]$/;
/** Whether a query is about what was: an old loan, one to be paid back. */
export const PAST_QUESTION =
  /老(?:的|小额|贷|政策|办法|合同)|以前的?(?!挣)|过去的?|原来|旧的|去年|前年|前几年|停了|停办|到期|还不[上起了清]|[没未]还完|还款|还贷|还完/;
