/** Checks many links: to each host one request at a time with a pause after it, several hosts at once. */
import { mapWithConcurrency } from '../map-with-concurrency.ts';
import type { LinkState } from './link-state.ts';
import { type RequestOptions, requestLink } from './request-link.ts';

/** Hosts that are asked at once. */
const HOST_CONCURRENCY = 4;
/** Milliseconds between two requests to a host. */
export const PAUSE_MS = 1000;
/** Milliseconds until an answer must have begun. */
export const TIMEOUT_MS = 20_000;

/** The state of each address, asked once each; `onChecked` is called after each one. */
export async function checkLinks(
  urls: readonly string[],
  options: RequestOptions,
  onChecked: () => void = () => undefined,
): Promise<Map<string, LinkState>> {
  const hosts = new Map<string, string[]>();
  for (const url of new Set(urls)) {
    const { host } = new URL(url);
    hosts.set(host, [...(hosts.get(host) ?? []), url]);
  }
  const states = new Map<string, LinkState>();
  await mapWithConcurrency([...hosts.values()], HOST_CONCURRENCY, async (ofHost) => {
    for (const [at, url] of ofHost.entries()) {
      if (at > 0) await options.wait(options.pauseMs);
      states.set(url, await requestLink(url, options));
      onChecked();
    }
  });
  return states;
}
