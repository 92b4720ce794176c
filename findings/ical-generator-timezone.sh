#!/usr/bin/env bash
# Expected: a Date is an instant, so 09:00 in Shanghai with timezone: 'Asia/Shanghai' is written as 09:00 on every machine.
# ical-generator writes the machine's local time with the label Asia/Shanghai: from a server in UTC, the meeting
# is at 01:00. With the zone on the calendar, DTSTAMP also loses its Z. Without a zone all is right. Right: RFC 5545, 3.3.5
# (form 3 is the time in that zone) and 3.8.7.2 (DTSTAMP in UTC), and Intl. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical-generator@10.2.0
cat > look.mjs <<'JS'
import ical from 'ical-generator';
const start = new Date('2026-11-27T09:00:00+08:00');
const stamp = new Date('2026-11-01T00:00:00Z');
const zone = 'Asia/Shanghai';
const there = start.toLocaleTimeString('en-GB', { timeZone: zone });
const lines = (calendar, event) => {
  const made = ical(calendar);
  made.createEvent({ id: '1', summary: 'Meeting', start, stamp, ...event });
  return made.toString().match(/^(DTSTAMP|DTSTART).*$/gm).map((line) => line.trim()).join(' ');
};
console.log(`machine in ${process.env.TZ}, by Intl ${there} in Shanghai`);
console.log(`  no zone: ${lines({}, {})}`);
console.log(`  event: ${lines({}, { timezone: zone })}`);
console.log(`  calendar: ${lines({ timezone: zone }, {})}`);
JS
expected='machine in Asia/Shanghai, by Intl 09:00:00 in Shanghai
  no zone: DTSTAMP:20261101T000000Z DTSTART:20261127T010000Z
  event: DTSTAMP:20261101T000000Z DTSTART;TZID=Asia/Shanghai:20261127T090000
  calendar: DTSTAMP:20261101T080000 DTSTART:20261127T090000
machine in UTC, by Intl 09:00:00 in Shanghai
  no zone: DTSTAMP:20261101T000000Z DTSTART:20261127T010000Z
  event: DTSTAMP:20261101T000000Z DTSTART;TZID=Asia/Shanghai:20261127T010000
  calendar: DTSTAMP:20261101T000000 DTSTART:20261127T010000'
echo 'ical-generator 10.2.0'
seen=$(TZ=Asia/Shanghai node look.mjs; TZ=UTC node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
