/**
 * Characters beyond the 3,500 common ones that have no replacement: those of names that people know by ear, and of substances on
 * packaging. A writer cannot choose a more common one, and a reader does not need one.
 */

/** In the names of all provinces, cities and counties of China; from @vant/area-data 2.1.0 of 3 October 2025. */
const IN_PLACES =
  '亨亳仡仫伽佤佬侗偃傈傣僳儋兖冕勐喀嘎噶圩圳坂坜坻垣埇埔埕埗埤奎婺孚孜宕寮岐岑岚岢岫岱岷峄峒峙峪崁崂崃崆嵊嵩弋彝彦忻掇掖攸敖斡' +
  '旌晏晖暨朐朔札杞枋枞柘柞柯栾桓梓棣楞楠樊歙汀汐汕汨汶汾沂沅沚沭泗泸泾洮洱浈浉浔浚浠涞涟涪涿淄淅淇淖淞渌渑渭湄湛湟溆溧滁滕滘滦漯漳潍潞' +
  '潢潼澧濂濉濞濛濠濮瀍灞烽牟犍猇猗珙珲琊瑶瓮瓯畲皋盂盱眙睢砀硚碇碚碣磐磴祁祜禺秭稷筠箐綦绛绥缙罘羌耆耒芎芗芩芮芷苓茌荃荥莆莎莒莘莞莰莿菏萣' +
  '蒗蓟蓥蔺蕲藁虞蛟蠡衢襄覃讷诏谟谯赉迦邕邗邛邡邢邯邱邳邵邹邺郏郓郧郫郯郴郸郾鄄鄞鄠鄢鄯鄱醴闵阆阜阡陀陂陇陉陟隰雍韶颍驿骅鲅鸠麒麓麟黟坵氹';

/** In the names of the 56 peoples, and in words for their writing and clothes. */
const IN_PEOPLES = '彝侗瑶傣傈僳佤畲祜柯孜斡仫佬羌仡珞糌粑';

/** Of plants and animals, food, illnesses, tools and land, from our own word lists. */
const IN_LIFE =
  '苜蓿荞莜藜糜黍薏芸豇芫荽荸荠茼蒿蕹菜苤莴苣茴蕨薤藠茭艿楂枇杷猕葚枸杞芪茯苓芍芩芎菟苡楸榉楠桉桢荚榈榛蓖苎鲢鳙鳜鳝鳅鲈鲟鲶鲅鱿蚱蚜螨虱' +
  '蓟螟蚧蛞蝓蝼蛄蛴螬蟥蜱鹌鹑鹧鸪鸬鹚獭牦犏犊饸饹烩饽馄饨糍馓馕粽醪饴豉腌癫痫痔疱疥荨痨胱阑癔佝偻侏氟矽疝痤疣疡眩搐腭疽痧疳痿痱瘊笸耧铡锨' +
  '镢耱塬峁坳垭畦圩砼碴钎铆锉榫椽檩麸粕薅剜撅捋掖擀栲栳淤囍馎饦䬪瑚琥珀玛瑙';

/** Of elements, compounds, minerals and medicines; 磺 and 噁 occur in no other words, and are not in the standard. */
const IN_SUBSTANCES =
  '噻唑吡啉嘧啶肟膦铵胺脲腈酯酮醚酚醛苄苯噁嗪呋喃吲哚哌喹萘蒽酰烯炔烷羟羧羰巯胍腙肼氰氟溴磺砜嘌呤蒎萜甾苷酐酞肽酶胨胩腓脒卟噶噌哒吖茚茴苊' +
  '芴苝莨菪芪酆醌酊氕氘氚氙氡氩氪氖锂铍镁钪钛钒铬钴镍镓锗砷硒铷锶钇锆铌钼锝钌铑钯镉铟锡锑碲铯钡镧铈镨钕钷钐铕钆铽镝钬铒铥镱镥铪钽钨铼锇铱铂' +
  '铊铋钋砹钫镭锕钍镤铀镎钚镅锔锫锎锿镄钔锘铹矽砒硼硇硎蛭黝榍虱螨蚧螟蚜蜱稗莠蓟膨';

/** Of written Cantonese, Hakka, Min and Wu; a wrong encoding never produces a single one between correct words. */
const IN_SPEECH =
  '嚟冇咗佢哋唔嘅喺咁乜嘢啲畀瞓攞睇嗰嚿咩嘞喇啱冧揾搵攰靓俾嗌谂諗嚡揸嘥餸氹焗煲凼佬搿侬囡囝汏勿覅嬲孭踎掟掹佇厝呷啉嘸呒冚佮乖䀹伢崽咯噻嗦撇嫽扎咧';

/** Of the body and its illnesses, as a doctor writes them on a certificate. */
const IN_BODY =
  '胫腓肱桡髌髋骶髂颧颌颞颅腭腘踝趾跖髓骺骼胛臼腱膑睑眦睫龈龋颊腮腺脾胰脐睾疖痈疽痂癣疹瘘瘢痣癜疱瘿瘰疬瘀痢疟痹瘙疸痉挛厥翳痞皲';

const names = new Set(IN_PLACES + IN_PEOPLES + IN_LIFE + IN_SUBSTANCES + IN_SPEECH + IN_BODY);

/** Whether the character is one of a name that has no other spelling. */
export function isNameCharacter(character: string): boolean {
  return names.has(character);
}

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹' +
  '熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申';

/**
 * Whether a character that the standard lacks may be that of a name: one from the later blocks, which a wrong encoding never
 * produces alone, one followed by its reading, or one after a surname.
 */
export function isRareName(character: string, before: string, after: string): boolean {
  if (SURNAMES.includes(character)) return true;
  const code = character.codePointAt(0) ?? 0;
  const isLater = (code >= 0x3400 && code < 0x4e00) || code > 0xffff;
  if (isLater && !/[\u3400-\u4dbf\u{20000}-\u{3ffff}]/u.test(before.slice(-2) + after.slice(0, 2)))
    return true;
  if (/^\p{Script=Han}?[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\s]+[)）]/u.test(after)) return true;
  return new RegExp(`(?:^|[^\\p{Script=Han}]|[叫是找问给向由和])[${SURNAMES}]\\p{Script=Han}?$`, 'u').test(
    before,
  );
}
