/**
 * After a push is taken: build it and make it live, one push after another. A push that another has overtaken is live
 * with that one; the site never goes back to an older state.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSite } from '../../src/corpus/site-files.ts';
import { addressOf } from '../../src/documents/address.ts';
import { formatProblem } from '../../src/documents/problem.ts';
import { keepFolders } from '../../src/kept/index.ts';
import { isAncestor, siteOf } from '../../src/publish/git/index.ts';
import { discard, publishToFolder, withLock } from '../../src/publish/index.ts';
import { documentCollections } from '../../src/schema/collection-name.ts';
import { deploySite } from '../deploy-site.ts';
import { keepLedger, keptIn, pushedContent } from './pushed-content.ts';
import { changedFiles, looksAlone } from './receive-push.ts';

type Say = (line: string) => void;

/** Publishes a commit of the repository, after whatever is being published now. Returns whether it is live. */
export function publishPush(gitDir: string, commit: string, say: Say): Promise<boolean> {
  const siteDir = siteOf(gitDir);
  const onWait = () => say('前面还有一次发布，排队等一下…');
  return withLock(keptIn(gitDir), () => withLock(siteDir, () => publishNext(gitDir, siteDir, commit, say)), {
    onWait,
    waitSeconds: 3600,
  });
}

async function publishNext(gitDir: string, siteDir: string, commit: string, say: Say): Promise<boolean> {
  const live = liveCommit(gitDir);
  if (live !== undefined && isAncestor(gitDir, commit, live)) {
    say('这次的修改已经和后面的一起发布了。');
    return true;
  }
  const began = performance.now();
  say('收下了，正在生成网站…');
  const { folder, settings } = pushedContent(gitDir, commit);
  try {
    const { problems, published } = await deploySite(
      settings,
      (built, now) => {
        const letGo = (release: string) => keepFolders(release, settings.cacheDir);
        return publishToFolder(built, siteDir, now, { mayMove: true, letGo });
      },
      { files: looksAlone(gitDir, live, commit) },
    );
    if (published === undefined) {
      for (const problem of problems) say(formatProblem(problem));
      say('修改收下了，但是有错误，没有发布，网站还是原来的样子。请改好再推一次。');
      return false;
    }
    keepLedger(gitDir, settings.contentDir);
    keepLive(gitDir, commit);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`发布好了，第 ${published.id} 版，用了 ${seconds} 秒。现在能看到：`);
    const site = readSite(settings.contentDir, settings.contentName);
    for (const address of addressesOf(changedFiles(gitDir, live, commit)))
      say(fullAddress(site.url, address));
    return true;
  } finally {
    discard(folder);
  }
}

/** How many addresses are named; who changed more knows where to look. */
const MOST_ADDRESSES = 5;

/** The addresses of the documents among the files, or the home page. */
function addressesOf(files: readonly string[]): string[] {
  const addresses = files.flatMap((file) => {
    const [, collection, slug] = /^content\/(\w+)\/(?:.+\/)?([^/]+)\.mdx$/.exec(file) ?? [];
    const name = documentCollections.find((each) => each === collection);
    return name === undefined || slug === undefined ? [] : [addressOf(name, slug)];
  });
  return addresses.length === 0 || addresses.length > MOST_ADDRESSES ? ['/'] : addresses;
}

function fullAddress(url: string, address: string): string {
  return url.replace(/\/$/, '') + address;
}

function liveCommit(gitDir: string): string | undefined {
  const path = join(keptIn(gitDir), 'live');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

function keepLive(gitDir: string, commit: string): void {
  const path = join(keptIn(gitDir), 'live');
  writeFileSync(`${path}.new`, `${commit}\n`);
  renameSync(`${path}.new`, path);
}
