/** Addresses of homes that include the house number. The address of an office is public. */
import { homesIn, homesInTable, houseAddressesIn } from '../../homes/index.ts';
import { readPublicText } from '../../public-text.ts';
import type { Rule } from '../../rule.ts';
import { tablesOf } from '../../tables.ts';
import { forEachGuessedText } from '../../texts.ts';

export const rule: Rule = {
  name: 'privacy/house-address',
  severity: 'warning',
  guesses: true,
  finds: '写到门牌、单元、房号的住址（单位的地址不算）。',
  why: '坏人能找上门，尤其是独居的老人。',
  write: '只写到村或者社区。',
  bad: [
    '她住在幸福小区▶3号楼2单元401室。',
    '老王家在南沟底▶村12号。',
    '他住院回来，家在前岭村▶5组6号。',
    '村委会派人把钱送到古树村▶3组23号。',
    '▶家庭住址是龙潭乡上湾村木匠屯41-2号，合作社的人可上门收购。',
    '她在北庄村▶3队19号，他在桃花坪村▶9组９２号。',
    '她住惠民花园▶3栋3单元752，他住安居苑▶D座985室。',
    '家住县城解放▶路180号，老家在▶15号楼3单元3层东户。',
    '惠民花园▶4-1-318。',
    '上午到毕家▶弄堂6号二楼看病人。',
    '▶15栋1门203漏水，老粮站家属院▶2号楼3-2-601，金桥社区▶B12栋2-503。',
    '库勒村▶2小队47号，何家湾村▶5组8号院子里，租的房子在南门外大▶街23号3楼。',
    '她住在锦绣家园 B 区 ▶6 栋 1 单元 1102。户籍在白石村▶八组 45 号。',
    '▶葛翠莲家就在村部西边第三户。',
    '木几阿衣木一家分到了彝欣社区▶7栋2单元503室，三室一厅。',
    '▶鲁永年住在小学隔壁的红砖平房里。',
    '收件人写▶冯春梅，地址写青石板街道桂花巷9号院3号门。',
    '老两口▶住在半山腰的石头房，下面是梯田。',
    '要改造的是白土村▶3组11号、15号、27号。',
    {
      body: '| 户主 | 门牌 |\n| --- | --- |\n| 巩发科 | ▶阳坡42 |',
      shown: '| 户主 | 门牌 | ⏎ | 巩发科 | 阳坡42 |',
    },
    {
      publicFiles: { 'zou-fang.txt': '核桃村1组4号，上午\n' },
      expected: ['public/zou-fang.txt:1:4'],
      shown: 'public/zou-fang.txt 里有住址',
    },
  ],
  good: [
    '她住在南沟底村。',
    '信函寄沙洲湾县迎春路21号县住房和城乡建设局村镇股。',
    '去县民政局，3号楼2单元401室。',
    '农家书屋就在小学后面那排平房。从村口进来，第二个路口左拐，就是村委会。',
    '看2号公告，坐3号线。弄堂口6号便民点能量血压。',
    '水磨村3组15号开会，高台村5号到9号停水。',
    '第6排12号座位。南坡村3组15号、16号打井，3组18号，下午开会。',
    '养殖小区1号棚，村2号桥维修，3组12号地浇水。',
    '考点：一中2号楼201室。镇政府在解放路180号。',
    '本店营业执照登记住所：南门社区滨河路9号附3号，统一社会信用代码91519901MA6B2C3D4X。',
    '县残联，阳光小区119号楼3单元459室。',
    '县残联搬家了，新地址是阳光小区9号楼3单元459室。前岭村4组21号打防疫针，牛羊都打。',
  ],
  checkFile: (source, report) => {
    inTexts(source, report, '');
    for (const table of tablesOf(source)) {
      for (const { text, offset } of homesInTable(table)) report(source, offset, wordsFor(text), text);
    }
  },
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      for (const { text, isSource } of readPublicText(file)) {
        for (const { words, index } of houseAddressesIn(text)) {
          report(isSource ? { ...file, source: text } : file, isSource ? index : 0, wordsFor(words), words);
        }
      }
    }
  },
};

const inTexts = forEachGuessedText(({ text, path }, report, { collection }) => {
  // A contact has the office's address; only that of a home is reported.
  if (path[0] === 'basis' || (collection === 'contacts' && !HOME_OF_CONTACT.test(text))) return;
  for (const { words, index, isAddress } of homesIn(text))
    report(index, isAddress ? wordsFor(words) : wordsForHome(words), words);
});

const HOME_OF_CONTACT = /自己家|家里|我家|他家|她家|家住|住在/;

function wordsForHome(name: string): string {
  return `这里写了「${name}」家在哪里，坏人能找上门。请只写到村或者社区。`;
}

function wordsFor(address: string): string {
  const words = `「${address}」像是写到了住户的门牌，坏人能找上门。`;
  return `${words}请只写到村或者社区；是单位的地址，就写明是哪个单位。`;
}
