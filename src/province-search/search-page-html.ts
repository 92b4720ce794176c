/**
 * The search page of a province, whole without a script: the counties by pinyin, each a link to its own search. Addresses are relative, so the
 * province may lie at any address of a host.
 */
import { escapeHtml } from '../documents/html-text.ts';
import type { ListedCounty } from './listed-county.ts';

export interface SearchPage {
  /** The name of the province. */
  province: string;
  /** The day of the build. */
  today: string;
  /** In the order of the list, each with the heading that it is under. */
  counties: readonly (ListedCounty & { letter: string })[];
  /** The number of pages in the province's index. */
  pages: number;
  lines: readonly { name: string; phone: string }[];
  fraudPhone: string;
  /** Files beside the page, below `assets/`. */
  files: {
    style: string;
    search: string;
    worker: string;
    fraud: string;
    alphanumeric: string;
    gunzip: string;
  };
  /** The script in the head, and its hash for the security policy. */
  head: { code: string; cspHash: string };
  /** The icons of the page as SVG. */
  icons: { print: string; phone: string };
}

/** The page as HTML. */
export function searchPageHtml(page: SearchPage): string {
  const { province, today, head, files, icons } = page;
  const title = `${province}：搜一搜`;
  return `<!doctype html><html lang="zh-CN" data-built="${today}"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${securityPolicy(head.cspHash)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="一次找全省各县的政策、通知和电话。">
<meta name="theme-color" content="#9e2b1c"><meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="assets/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="assets/${files.style}">
<script>${head.code}</script><script defer src="assets/${files.search}"></script></head>
<body class="mx-auto max-w-column px-4 pb-8 wide:max-w-frame"><a class="skip" href="#main">跳到正文</a>
<header class="flex items-center justify-between border-b-4 border-brand py-1">
<a class="masthead flex min-h-target min-w-0 items-center font-bold text-brand no-underline" href="../">${escapeHtml(province)}</a>
<button type="button" class="large-print needs-script row ml-2 flex flex-shrink-0 min-h-target items-center rounded-lg border-2 border-current px-2 font-bold">${icons.print}<span class="whitespace-nowrap">长辈版</span></button>
</header>
<main id="main" class="pt-2"><h1 class="my-2 text-title font-bold">搜一搜</h1>
<p class="needs-script mb-4 text-lead">想到什么打什么：贷款、养老钱、村名、电话，拼音也行。先找您的县，再找全省。</p>
<p class="without-script mb-4 text-lead">这里不能打字找：浏览器没有让网页运行脚本。点您的县，到县里的网站按人、按拼音找。</p>
${countyChoice()}
${form(page)}
${resultLists(icons.phone)}
${countyList(page.counties)}
</main></body></html>
`;
}

function securityPolicy(scriptHash: string): string {
  const own = ['style', 'img', 'connect', 'worker'].map((kind) => `${kind}-src 'self'`);
  return [
    "default-src 'none'",
    `script-src 'self' ${scriptHash}`,
    ...own,
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

function countyChoice(): string {
  return `<section id="county" class="needs-script mb-4" aria-label="您的县">
<p id="county-chosen" class="flex flex-wrap items-center" hidden><span class="mr-2">先找<strong></strong>的。</span><button type="button" class="button">换一个县</button></p>
<div id="county-choice" hidden><label class="mb-1 block font-bold" for="county-name">您是哪个县的？只选一次，记在这部手机上。</label>
<input id="county-name" type="text" autocomplete="off" class="min-h-target w-full rounded-lg border-2 border-line bg-card px-3 text-ink">
<p class="text-small text-soft">打县名，或者拼音，比如前两个字的头一个字母。不选也能找。</p>
<ul id="county-matches" class="chips mt-2" aria-live="polite"></ul></div></section>`;
}

function form({ files, pages, lines, fraudPhone }: SearchPage): string {
  const settings = new URLSearchParams({
    fraud: files.fraud,
    alphanumeric: files.alphanumeric,
    gunzip: files.gunzip,
  });
  return `<form id="search-form" class="needs-script" aria-label="搜索" data-worker="${escapeHtml(`assets/${files.worker}?${settings}`)}" data-pages="${pages}" data-fraud-phone="${fraudPhone}" data-lines="${escapeHtml(JSON.stringify(lines))}">
<label class="mb-1 block font-bold" for="q">想找什么？</label><div class="flex">
<input id="q" name="q" type="search" enterkeyhint="search" autocomplete="off" class="min-h-target min-w-0 flex-1 rounded-lg border-2 border-brand bg-card px-3 text-ink">
<button type="submit" class="button button-main ml-2 flex-shrink-0">搜</button></div></form>`;
}

/** The results of the reader's county, or of the province if none is chosen; then those of the other counties. */
function resultLists(phoneIcon: string): string {
  return `<div id="search-message" class="my-3 font-bold focus:outline-none" aria-live="polite" tabindex="-1"></div>
<ol id="results" class="list"></ol>
<button type="button" id="more-results" class="button mt-3 w-full" hidden>再看几条</button>
<button type="button" id="ask-others" class="button button-main mt-4 w-full" hidden>全省也找找</button>
<section id="others" hidden><h2 class="mb-3 mt-8 text-section font-bold">别的县</h2>
<div id="others-message" class="my-3 font-bold" aria-live="polite"></div><ol id="others-results" class="list"></ol>
<button type="button" id="more-others" class="button mt-3 w-full" hidden>再看几条</button></section>
<template id="call-icon">${phoneIcon}</template>`;
}

function countyList(counties: SearchPage['counties']): string {
  const letters = [...new Set(counties.map(({ letter }) => letter))];
  const lists = letters.map((letter) => {
    const items = counties
      .filter((county) => county.letter === letter)
      .map(
        ({ id, name, href, pages, sounds }) =>
          `<li><a href="${escapeHtml(href)}search/" data-county="${id}" data-pages="${pages}" data-sounds="${sounds}">${escapeHtml(name)}</a></li>`,
      );
    return `<h3 class="mt-4 font-bold text-soft">${letter}</h3><ul class="link-list">${items.join('')}</ul>`;
  });
  return `<div id="search-index"><section class="mt-8" aria-labelledby="part-counties"><h2 id="part-counties" class="mb-3 text-section font-bold">到县里的网站找</h2>
${lists.join('\n')}</section></div>`;
}
