/** Links to other sites: found in the content and checked on demand, never in `check` or a build. */

export { checkLinks, PAUSE_MS, TIMEOUT_MS } from './check-links.ts';
export { findOutsideLinks } from './find-links.ts';
export { linkFindings } from './link-findings.ts';
