#!/usr/bin/env bash
# Expected: where Intl formats one date as 11月27日, its formatRange gives 11月27日至30日. It gives 11/27 – 11/30, and with the year
# 2026/11/27 – 2026/11/30, whether the month is long or short. V8 looks the range up by the pattern of the single date
# (SkeletonFromDateFormat), and M月d日 counts there as a month in numbers. Offices write 至; 11/27 also reads as a fraction. The same in
# Chromium 156. Right: CLDR's pattern MMMd (M月d日至d日), as formatjs reads it, and Korean in Intl. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.21.0 @formatjs/intl-datetimeformat@6.18.2
cat > look.cjs <<'JS'
const Built = Intl.DateTimeFormat;
const { DateTimeFormat } = require('@formatjs/intl-datetimeformat');
// Its data goes to whatever Intl.DateTimeFormat is when a file of it is loaded.
Intl.DateTimeFormat = DateTimeFormat;
require('@formatjs/intl-datetimeformat/locale-data/zh');
require('@formatjs/intl-datetimeformat/add-all-tz');
Intl.DateTimeFormat = Built;

const [first, last, later] = ['2026-11-27', '2026-11-30', '2026-12-02'].map((day) => new Date(`${day}T09:00:00+08:00`));
const ways = [['Intl zh-CN', Built, 'zh-CN'], ['Intl ko', Built, 'ko'], ['formatjs zh', DateTimeFormat, 'zh']];
for (const fields of [{ month: 'short', day: 'numeric' }, { year: 'numeric', month: 'long', day: 'numeric' }]) {
  for (const [name, Format, locale] of ways) {
    const format = new Format(locale, { timeZone: 'Asia/Shanghai', ...fields });
    console.log(`${name}: ${format.format(first)}; ${format.formatRange(first, last)}; ${format.formatRange(first, later)}`);
  }
}
JS
expected='Intl zh-CN: 11月27日; 11/27 – 11/30; 11/27 – 12/2
Intl ko: 11월 27일; 11월 27일~30일; 11월 27일~12월 2일
formatjs zh: 11月27日; 11月27日至30日; 11月27日至12月2日
Intl zh-CN: 2026年11月27日; 2026/11/27 – 2026/11/30; 2026/11/27 – 2026/12/2
Intl ko: 2026년 11월 27일; 2026년 11월 27일~30일; 2026년 11월 27일~12월 2일
formatjs zh: 2026年11月27日; 2026年11月27日至30日; 2026年11月27日至12月2日'
echo "Node $(node_modules/.bin/node -p 'process.versions.node'), ICU $(node_modules/.bin/node -p 'process.versions.icu'), @formatjs/intl-datetimeformat 6.18.2"
seen=$(node_modules/.bin/node look.cjs)
echo "$seen"
[ "$seen" = "$expected" ]
