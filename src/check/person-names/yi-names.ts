/**
 * Names of the Yi of Liangshan: a clan name of two characters, and a given name of two or three that transliterate its sounds. The clans
 * were collected by hand, among others from articles on yizuren.com (彝族人网); the list is not complete.
 */

/** Clan names as alternatives of a pattern. */
export const YI_CLANS =
  '阿黑|阿的|阿俄|阿吉|阿余|阿支|阿说|阿力|阿尔|阿库|阿约|阿洛|阿苦|吉克|吉木|吉尔|吉狄|吉联|吉乃|吉伙|吉火|吉布|海来|海乃|马海|马卡|沙马|沙玛|曲比|曲木|曲么|罗洪|俄木|俄底|俄的|俄勒|勒伍|勒格|勒尔|果基|尔古|尔布|的日|的莫|木苦|木乃|且沙|且萨|苏呷|水洛|黑日|黑惹|加巴|贾巴|恩扎|恩则|八且|巴久|布都|热柯|热尔|什古|石一|瓦扎|瓦其|乃古|依伙|额尔|莫色|莫洛|金古|克其|克惹|洛古|日木|日火|俄洛|毛卡|米色|尼克|欧其|欧木|阿米|阿比|阿别|阿车|阿芦|阿鲁|阿普|阿什|阿苏|阿索|阿海|阿祝|阿兹|安尼|巴莫|倮伍|罗伍|洛伍|吉觉|吉好|吉差|吉瓦|吉日|吉子|吉牛|加拉|金曲|井古|来木|勒色|马黑|马几|马查|木几|莫什|尼拉|奴木|欧苦|沙库|苏嘎|苏都|土比|瓦尔|瓦渣|乌都|约其|约尔|子洛|邱莫|依合|贾莫|麻卡|克觉|瓦西';
const GIVEN =
  '伍阿依日古么牛呷洛支嫫嘎哈莫则铁石者子拉干体史尔布火且木机几乌各果作伍坡惹杂扎撒沙色什苏提英友曲歪补克聪鲁打地';
/** A clan with a given name: 沙马尔体, or one of a woman with three characters: 木几阿衣木. */
export const YI_NAME = `(?:${YI_CLANS})(?:阿[${GIVEN}衣呷][木莫嫫么]|[${GIVEN}阿衣][${GIVEN}])`;
