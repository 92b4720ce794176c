/**
 * Publishes to a folder of another machine over ssh, in the layout of src/publish/folder.ts. One connection carries the
 * whole: a script there holds the lock, unpacks what it is sent, compares every digest and switches with one rename. When
 * the connection breaks the script ends before that rename, and the next publication clears away what it left.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEPT_RELEASES } from './folder.ts';
import { PublishError } from './publish-error.ts';
import { writeRelease } from './release.ts';

export interface RemoteFolder {
  /** Such as `user@host`. */
  host: string;
  folder: string;
  /** The ssh command word by word, `ssh -p 2222`. */
  ssh: readonly string[];
}

/** Publishes the build in `from`; `work` is a folder that does not exist yet. Returns the id of the release. */
export async function publishToRemote(
  from: string,
  remote: RemoteFolder,
  when: string,
  work: string,
): Promise<string> {
  const { manifest } = await writeRelease(from, work, undefined);
  const sums = Object.entries(manifest).map(([path, { digest }]) => `${digest}  ./${path}\n`);
  writeFileSync(join(work, '.sums'), sums.join(''));
  writeFileSync(join(work, '.manifest.json'), `${JSON.stringify(manifest)}\n`);
  const day = when.replace(/[-:]/g, '').replace(' ', '-');
  try {
    return await runThere(remote, `day=${day}; keep=${KEPT_RELEASES}; ${PUBLISH}`, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Goes back to the release before; returns its id. */
export function rollBackRemote(remote: RemoteFolder): Promise<string> {
  return runThere(remote, ROLL_BACK);
}

const BEGIN = `set -eu; cd "$dir"; ids() { ls releases | grep -E '^[0-9]+-' | sort -n || true; }
switch() { rm -f .current-new; ln -s "releases/$1" .current-new; mv -T .current-new current; sync -f .; }
live() { basename "$(readlink current 2>/dev/null || true)"; }`;

const PUBLISH = `${BEGIN}
if [ -e current ] && [ ! -L current ]; then echo foreign >&2; exit 3; fi
mkdir -p releases manifests; rm -rf releases/.new-* releases/.old-*
for id in $(ids); do [ -e "manifests/$id.json" ] || [ "$id" = "$(live)" ] || rm -rf "releases/$id"; done
last=$(ids | tail -n 1); id="$(( \${last%%-*} + 1 ))-$day"; new="releases/.new-$id"
mkdir "$new"; tar -xzf - -C "$new"
(cd "$new" && sha256sum --quiet -c .sums >&2)
mv "$new/.manifest.json" "manifests/$id.json"; rm "$new/.sums"; sync -f .
mv "$new" "releases/$id"; switch "$id"
ids | head -n -"$keep" | while read -r old; do
  mv "releases/$old" "releases/.old-$old"; rm -rf "releases/.old-$old" "manifests/$old.json"
done
echo "$id"`;

const ROLL_BACK = `${BEGIN}
to=$(ids | awk -v live="$(live)" -F- 'BEGIN { split(live, l, "-") } $1 + 0 < l[1] + 0' | tail -n 1)
[ -n "$to" ] || { echo nothing >&2; exit 4; }
switch "$to"; echo "$to"`;

/** Runs a script in the folder under its lock, with the packed folder `send` as its input; returns its last line. */
async function runThere(remote: RemoteFolder, script: string, send?: string): Promise<string> {
  const [command = 'ssh', ...options] = remote.ssh;
  const dir = quote(remote.folder);
  const lock = quote(`${remote.folder}/.lock`);
  const there = `mkdir -p ${dir} && export dir=${dir} && flock -w 600 ${lock} sh -c ${quote(script)}`;
  const ssh = spawn(command, [...options, '-o', 'BatchMode=yes', remote.host, there]);
  let [out, err] = ['', ''];
  ssh.stdout.on('data', (part) => {
    out += part;
  });
  ssh.stderr.on('data', (part) => {
    err += part;
  });
  ssh.stdin.on('error', () => undefined);
  if (send === undefined) ssh.stdin.end();
  else spawn('tar', ['-czf', '-', '-C', send, '.']).stdout.pipe(ssh.stdin);
  const [code] = await once(ssh, 'close').catch(() => [-1]);
  if (code === 0) return out.trim().split('\n').at(-1) ?? '';
  throw new PublishError(
    words[code as number] ?? `${remote.host} 那边没有做成，网站还是原来的样子：${err.trim()}`,
  );
}

const words: Readonly<Record<number, string>> = {
  3: '那边的 current 不是发布留下的链接，怕覆盖别的东西，没有发布。请换一个文件夹。',
  4: '没有更早的一版可以退回去，网站没有变。',
  255: '连不上那台机器，没有发布，网站还是原来的样子。请检查网络、地址和密钥。',
};

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
