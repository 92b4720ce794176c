/** Moves a site to the present commit of the repository that its base is in, and tells what that changes. */
import {
  type ChangedFile,
  dayOfCommit,
  findBases,
  findContentFiles,
  latestCommit,
  openBaseCommit,
  ownBaseAddress,
  pinOf,
  readBaseRecords,
  readCorpus,
  readSourceFile,
  remoteOf,
} from '../src/corpus/index.ts';
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import type { Pin } from '../src/schema/base-records.ts';
import type { Settings } from '../src/settings.ts';
import { recordBases, writeRecords } from './record-bases.ts';
import { UsageError } from './usage-error.ts';

/** A version of a repository. */
interface Version {
  commit: string;
  /** `YYYY-MM-DD`. */
  day: string;
}

export interface UpdatedBase {
  repository: string;
  /** Undefined for the first version, and for one that cannot be had any more. */
  from: Version | undefined;
  to: Version;
  /** The files of the bases that differ, as `policies/di-bao`. */
  added: string[];
  removed: string[];
  edited: string[];
  /** The findings about bases with the new version: what the site had changed, before and after, and what does not fit any more. */
  findings: Diagnostic[];
}

/** Pins the present commit of the base in bases.yml. Undefined if it is pinned already. Throws UsageError if it cannot be had. */
export function updateBase(settings: Settings): UpdatedBase | undefined {
  const { contentDir, contentName, basesDir } = settings;
  const address = ownBaseAddress(contentDir, contentName);
  if (address?.kind !== 'repository') {
    throw new UsageError(
      address === undefined
        ? 'site.yml 里没有写 extends，或者写得不对，没有上级的内容可以换。请先运行 npx mingbai check 看看。'
        : 'site.yml 里的 extends 写的是文件夹，文件夹里是什么就用什么，不用换版。只有仓库的地址才有哪一版。',
    );
  }
  const { records, diagnostics } = readBaseRecords(contentDir, contentName);
  const [broken] = diagnostics;
  if (broken) throw new UsageError(`${broken.file} 第 ${broken.line} 行读不懂，没有换：${broken.message}`);
  const latest = latestCommit(basesDir, address, contentDir);
  if ('fault' in latest) throw new UsageError(latest.fault);
  const { repository, ref } = address;
  const pin: Pin = { repository, ...(ref !== undefined && { ref }), commit: latest.commit };
  const before = pinOf(records, address);
  if (before?.commit === pin.commit) return undefined;
  const opened = openBaseCommit(basesDir, remoteOf(address, contentDir), pin.commit);
  if ('fault' in opened) throw new UsageError(opened.fault);
  const hadBefore =
    before !== undefined && findBases(contentDir, contentName, { basesDir }).diagnostics.length === 0;
  const old = hadBefore ? baseTexts(settings) : new Map<string, string>();
  // What nobody has recorded yet can be compared with the version before only now.
  if (hadBefore) recordBases(settings, changedIn(settings).changed);
  writeRecords(contentDir, { ...readBaseRecords(contentDir, contentName).records, pin });
  const now = baseTexts(settings);
  const version = (one: Pin): Version => ({ commit: one.commit, day: dayOfCommit(basesDir, one) });
  return {
    repository,
    from: hadBefore ? version(before) : undefined,
    to: version(pin),
    added: [...now.keys()].filter((key) => !old.has(key)),
    removed: [...old.keys()].filter((key) => !now.has(key)),
    edited: [...now].flatMap(([key, text]) => (old.has(key) && old.get(key) !== text ? key : [])),
    findings: changedIn(settings).findings,
  };
}

function changedIn({ contentDir, contentName, today, basesDir }: Settings): {
  changed: ChangedFile[];
  findings: Diagnostic[];
} {
  const { changed, diagnostics } = readCorpus(contentDir, contentName, { today, basesDir });
  return { changed, findings: diagnostics.filter(({ rule }) => rule.startsWith('base/')) };
}

/** The texts of all files that the bases have, by collection and name; of one name that of the nearest. */
function baseTexts({ contentDir, contentName, basesDir }: Settings): Map<string, string> {
  const texts = new Map<string, string>();
  const { bases } = findBases(contentDir, contentName, { basesDir });
  for (const base of bases.toReversed()) {
    for (const { collection, slug, path, file } of findContentFiles(base.contentDir, base.name).files) {
      const content = readSourceFile(path, file);
      texts.set(`${collection}/${slug}`, 'text' in content ? content.text : '');
    }
  }
  return texts;
}
