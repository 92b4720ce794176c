#!/usr/bin/env bash
# Expected: Intl's Chinese calendar gives the dates of the almanac. In ICU 78 four months from 2000 to 2050 start a day
# off, where the new moon is near midnight: New Year 2027 (6 February) is the 30th of the 12th month, New Year
# 2030 a day early. A page that counts the days to New Year is wrong. Right: the Hong Kong Observatory's tables (6 February
# 2027, 3 February 2030) and two lunar libraries that agree on every day. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lunar-javascript@1.7.7 tyme4ts@1.5.2
cat > look.mjs <<'JS'
import lunar from 'lunar-javascript';
import { SolarDay } from 'tyme4ts';
const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
/** Month/day of one date by the three; a leap month is written as a negative number. */
function readings(date) {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const part = Object.fromEntries(chinese.formatToParts(date).map(({ type, value }) => [type, value]));
  const first = lunar.Solar.fromYmd(year, month, day).getLunar();
  const second = SolarDay.fromYmd(year, month, day).getLunarDay();
  return [
    `${part.month.replace(/^(\d+)bis$/, '-$1')}/${part.day}`,
    `${first.getMonth()}/${first.getDay()}`,
    `${second.getLunarMonth().getMonthWithLeap()}/${second.getDay()}`,
  ];
}
for (const day of ['2026-02-17', '2027-02-06', '2030-02-02', '2030-02-03']) {
  console.log(`${day}: Intl ${readings(new Date(day)).join(', lunar-javascript ').replace(/, lunar-javascript (\S+)$/, ', tyme4ts $1')}`);
}
let apart = 0;
let wrong = 0;
for (let time = Date.UTC(2000, 0, 1); time < Date.UTC(2051, 0, 1); time += 86_400_000) {
  const [intl, first, second] = readings(new Date(time));
  if (first !== second) apart++;
  else if (intl !== first) wrong++;
}
console.log(`2000 to 2050: the libraries differ on ${apart} days, Intl differs from both on ${wrong}`);
JS
expected='2026-02-17: Intl 1/1, lunar-javascript 1/1, tyme4ts 1/1
2027-02-06: Intl 12/30, lunar-javascript 1/1, tyme4ts 1/1
2030-02-02: Intl 1/1, lunar-javascript 12/30, tyme4ts 12/30
2030-02-03: Intl 1/2, lunar-javascript 1/1, tyme4ts 1/1
2000 to 2050: the libraries differ on 0 days, Intl differs from both on 120'
echo "Node $(node -p 'process.versions.node'), ICU $(node -p 'process.versions.icu'), lunar-javascript 1.7.7, tyme4ts 1.5.2"
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
