#!/usr/bin/env bash
# Expected: a list of crawlers tells them from readers on phones. isbot takes the words news and sogou anywhere for those of crawlers:
# whoever opens a page in the app 今日头条 (NewsArticle), in the news app of a city (NewsApp), or in the browser or the app of Sogou is
# a bot, and is missing in every count of readers. crawler-user-agents has Sogou's browser and app as well. Right: the lists of Matomo
# in device-detector-js, which name them as apps and the spider as a spider. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund isbot@5.2.3 crawler-user-agents@1.60.0 device-detector-js@3.0.3
cat > look.mjs <<'JS'
import { createRequire } from 'node:module';
import { isbot, isbotMatch } from 'isbot';
const require = createRequire(import.meta.url);
const crawlers = require('crawler-user-agents');
const DeviceDetector = require('device-detector-js');
const detector = new DeviceDetector();
const phone = 'Mozilla/5.0 (Linux; Android 12; PGBM10; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/97.0.4692.98 Mobile Safari/537.36';
const agents = [
  phone,
  `${phone} JsSdk/2 NewsArticle/9.1.0 NetType/wifi`,
  `${phone} NewsApp/6.10.0`,
  `${phone} SogouMSE,SogouMobileBrowser/5.29.12`,
  `${phone} SogouSearch Android1.0 version3.0 AppVersion/5915`,
  'Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)',
];
for (const agent of agents) {
  const isListed = crawlers.some(({ pattern }) => new RegExp(pattern).test(agent));
  const { client, bot } = detector.parse(agent);
  const name = bot?.name ?? client?.name;
  console.log(`${agent.replace(phone, 'phone')}: isbot ${isbot(agent)} (${isbotMatch(agent)}), crawler-user-agents ${isListed}, device-detector-js ${name}`);
}
JS
expected='phone: isbot false (null), crawler-user-agents false, device-detector-js Chrome Webview
phone JsSdk/2 NewsArticle/9.1.0 NetType/wifi: isbot true ( News), crawler-user-agents false, device-detector-js NewsArticle App
phone NewsApp/6.10.0: isbot true ( News), crawler-user-agents false, device-detector-js Chrome Webview
phone SogouMSE,SogouMobileBrowser/5.29.12: isbot true (Sogou), crawler-user-agents true, device-detector-js Sogou Mobile Browser
phone SogouSearch Android1.0 version3.0 AppVersion/5915: isbot true (Sogou), crawler-user-agents true, device-detector-js SogouSearch App
Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07): isbot true (Sogou), crawler-user-agents true, device-detector-js Sogou Spider'
echo 'isbot 5.2.3, crawler-user-agents 1.60.0, device-detector-js 3.0.3'
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
