/** The news as a script for the loudspeaker. */
import { formatDay } from './dates.ts';
import { isEmpty, type News, type NewsKind, newsDigest, newsKinds } from './news.ts';
import { MAX_NEWS_OF_A_KIND } from './news-message.ts';
import type { Site } from './site.ts';
import { spokenSentences } from './spoken-sentences.ts';

/** The news of the last days and of the next, a sentence a line. */
export function newsScript(site: Site, days: number): string[] {
  const digest = newsDigest(site, days);
  const { telephone } = site.about;
  const speak = (text: string) => spokenSentences(text, telephone === undefined ? [] : [telephone]);
  const kinds = Object.keys(newsKinds) as NewsKind[];
  return [
    '乡亲们，请听好。',
    ...(isEmpty(digest) ? ['这几天没有新的。以前的都还在。'] : ['这几天有这些新的。']),
    ...kinds.flatMap((kind) => {
      const news = digest[kind].slice(0, MAX_NEWS_OF_A_KIND);
      return news.length === 0
        ? []
        : [`${newsKinds[kind]}。`, ...news.flatMap((each) => speak(sentenceOf(each)))];
    }),
    ...(telephone === undefined
      ? []
      : ['有不明白的，打电话问。', ...speak(`号码是，${telephone}`), ...speak(`再说一遍，${telephone}`)]),
    '谢谢大家。',
  ];
}

/** For what closes or starts the day matters. */
function sentenceOf({ kind, title, date }: News): string {
  if (kind === 'closing') return `${title}，${formatDay(date)}截止`;
  return kind === 'starting' ? `${title}，${formatDay(date)}` : title;
}
