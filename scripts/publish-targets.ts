/** The targets of a publication, by the form of `--to`. */

import { join } from 'node:path';
import { recycleDirectories } from '../src/cache/index.ts';
import { printable } from '../src/documents/printable.ts';
import {
  type AddressStyle,
  type ObjectStorage,
  PublishError,
  prepareFolder,
  prepareRemote,
  publishToFolder,
  publishToRemote,
  publishToStorage,
  type RemoteBase,
  type RemoteFolder,
  rollBack,
  rollBackRemote,
  withLock,
} from '../src/publish/index.ts';
import { readSettings } from '../src/settings.ts';
import { fromEditor } from './editor-folder.ts';
import type { ReplacedSite } from './empty-content.ts';
import { UsageError } from './usage-error.ts';

/** A publishing target. */
export interface Target {
  /** Runs `work` while no other publication to the same target runs. */
  withLock<T>(work: () => Promise<T>): Promise<T>;
  /** Before the build: throws PublishError if publishing would fail. */
  prepare?(): Promise<void> | void;
  /** Publishes a built folder, which may be moved; returns a sentence about the result. */
  publish(builtDir: string, now: string): Promise<string>;
  /** The live site, if it can be inspected. */
  replaces?: ReplacedSite;
  /** Makes the publication before live again; returns a sentence about it. */
  rollBack(): Promise<string>;
}

export interface TargetOptions {
  /** Only print what would be done. */
  dryRun?: boolean;
  /** Addressing of the bucket; default: the provider's. */
  addressStyle?: AddressStyle | undefined;
}

/** The target of `--to`: a folder of this machine or of another one, or a bucket. */
export function findTarget(to: string, { dryRun = false, addressStyle }: TargetOptions = {}): Target {
  const bucket = /^s3:\/\/([a-z0-9][a-z0-9.-]+)\/?$/.exec(to)?.[1];
  if (bucket !== undefined)
    return storageTarget({ ...storageFrom(bucket, process.env), addressStyle }, dryRun);
  if (/^[a-z0-9]+:\/\//i.test(to)) {
    throw new UsageError(
      `不认识「${to}」。可以写 /srv/mingbai、用户@主机:/srv/mingbai，或者 s3://桶的名字。`,
    );
  }
  const [, host, folder] = /^([\w.-]+@[\w.-]+):(\/.+)$/.exec(to) ?? [];
  if (host && folder)
    return remoteTarget({ host, folder, ssh: (process.env.MINGBAI_SSH ?? 'ssh').split(' ') });
  if (dryRun) throw new UsageError('--dry-run 只用在 s3:// 上。');
  return folderTarget(fromEditor(to));
}

/** The bucket with endpoint and keys of the environment, in the variables that other tools use as well. */
function storageFrom(bucket: string, environment: NodeJS.ProcessEnv): ObjectStorage {
  const need = (name: string): string => {
    const value = environment[name];
    if (!value) throw new UsageError(`要先设好环境变量 ${name}，才能发布到 s3://${bucket}。`);
    return value;
  };
  return {
    bucket,
    endpoint: need('AWS_ENDPOINT_URL'),
    region: environment.AWS_REGION ?? 'us-east-1',
    accessKeyId: need('AWS_ACCESS_KEY_ID'),
    secretAccessKey: need('AWS_SECRET_ACCESS_KEY'),
  };
}

function storageTarget(storage: ObjectStorage, dryRun: boolean): Target {
  return {
    // There is no lock: of two publications at once the list of the later one counts.
    withLock: (work) => work(),
    async publish(builtDir) {
      const { upload, remove, unchanged } = await publishToStorage(builtDir, storage, dryRun);
      if (dryRun) {
        for (const path of upload) process.stdout.write(`要传 ${printable(path)}\n`);
        for (const path of remove) process.stdout.write(`要删 ${printable(path)}\n`);
      }
      const done = dryRun ? '只是看看，什么都没有动：要传' : '发布好了：传了';
      return `${done} ${upload.length} 个文件，${unchanged} 个没有变，删${dryRun ? '' : '了'} ${remove.length} 个。`;
    },
    async rollBack() {
      throw new PublishError('对象存储里没有上一版可退。请在 git 里退回去（git revert），再发布一次。');
    },
  };
}

function remoteTarget(remote: RemoteFolder): Target {
  let base: RemoteBase | undefined;
  return {
    // The lock is on the other machine.
    withLock: (work) => work(),
    async prepare() {
      base = await prepareRemote(remote);
    },
    async publish(builtDir, now) {
      const id = await publishToRemote(builtDir, remote, now, `${builtDir}.release`, base);
      return `发布好了：${remote.host} 上的第 ${id} 版。`;
    },
    async rollBack() {
      return `退回来了：${remote.host} 上现在是第 ${await rollBackRemote(remote)} 版。`;
    },
  };
}

function folderTarget(folder: string): Target {
  const onWait = () => process.stderr.write('另一次发布正在进行，等它完成…\n');
  return {
    withLock: (work) => withLock(folder, work, { onWait }),
    prepare: () => prepareFolder(folder),
    replaces: { folder: join(folder, 'current') },
    async publish(builtDir, now) {
      const disposeRelease = (release: string) => recycleDirectories(release, readSettings().cacheDir);
      const { id, files, addedFiles } = await publishToFolder(builtDir, folder, now, {
        mayMove: true,
        disposeRelease,
      });
      return `发布好了：第 ${id} 版，共 ${files} 个文件，其中 ${addedFiles} 个是新的。`;
    },
    async rollBack() {
      const { from, to } = rollBack(folder);
      return `退回来了：现在是第 ${to} 版，原来是第 ${from} 版。`;
    },
  };
}
