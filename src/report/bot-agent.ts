/** Which requests come from a program, by the agent that it names. */
import { isbot } from 'isbot';
import { copyOf } from './bounded-counter.ts';

/** Agents whose answer is cached; then the cache starts anew. */
const MAX_CACHED_AGENTS = 10_000;

/**
 * Words that isbot 5.2.3 takes for those of crawlers and that stand in the agents of phones: the app 今日头条 (NewsArticle, NewsLite), news
 * apps of cities (NewsApp), and the search app and browser of Sogou. Their crawlers say spider as well. Agents of real requests:
 * matomo-org/device-detector, OPAWG/user-agents, and public logs.
 */
const READER_APPS = /\b(?:News(?:Article|Lite|App)|Sogou(?:Search|MSE|MobileBrowser))\b/g;

/**
 * Makes a test whether an agent says that it is a program; none at all is one too. isbot has the list of crawlers, which changes every
 * month and includes those of Chinese search engines. Its pattern is slow, so it runs once for each agent.
 */
export function createBotTest(): (agent: string) => boolean {
  let cache = new Map<string, boolean>();
  return (agent) => {
    const cached = cache.get(agent);
    if (cached !== undefined) return cached;
    if (cache.size >= MAX_CACHED_AGENTS) cache = new Map();
    const isProgram = agent === '' || isbot(agent.replace(READER_APPS, ''));
    cache.set(copyOf(agent), isProgram);
    return isProgram;
  };
}
