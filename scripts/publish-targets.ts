/** Where a site can be published to, by how the target is written. */
import { publishToFolder, rollBack, withLock } from '../src/publish/index.ts';

/** A place that a site is published to. */
export interface Target {
  /** Does `work` while no other publication to the same place is under way. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Publishes a built folder; says in a sentence what became live. */
  publish(builtDir: string, now: string): Promise<string>;
  /** Goes back to the publication before; says so in a sentence. */
  rollBack(): Promise<string>;
}

/** The target that `--to` names; `resolve` makes a path of this machine absolute. */
export function findTarget(to: string, resolve: (path: string) => string): Target {
  return folderTarget(resolve(to));
}

function folderTarget(folder: string): Target {
  const onWait = () => process.stderr.write('另一次发布正在进行，等它完成…\n');
  return {
    alone: (work) => withLock(folder, work, { onWait }),
    async publish(builtDir, now) {
      const { id, files, fresh } = await publishToFolder(builtDir, folder, now);
      return `发布好了：第 ${id} 版，共 ${files} 个文件，其中 ${fresh} 个是新的。`;
    },
    async rollBack() {
      const { from, to } = rollBack(folder);
      return `退回来了：现在是第 ${to} 版，原来是第 ${from} 版。`;
    },
  };
}
