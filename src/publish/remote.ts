/**
 * Publishes to a folder of another machine over ssh, in the layout of src/publish/folder.ts. A script there holds the lock,
 * unpacks the files, compares every digest and replaces the link by a rename. If the connection breaks, the script ends before
 * that rename, and the next publication removes its files.
 *
 * Without rsync, which many servers lack and which neither locks, verifies a manifest nor switches: the script is needed anyway.
 * Like `rsync --link-dest` it links files of the live release and gets only the others: after a change of one title 1.5 MB, not
 * 4.4 MB, at 22 documents.
 */
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PublishError, toUserError, toUserMessage } from './publish-error.ts';
import { RETAINED_FOLDERS, writeRelease } from './release.ts';
import { MAX_RELEASES } from './retention.ts';
import { shellQuote } from './shell-quote.ts';

export interface RemoteFolder {
  /** Such as `user@host`. */
  host: string;
  folder: string;
  /** The ssh command and its options, such as `ssh -p 2222`, split at spaces. */
  ssh: readonly string[];
}

/** Exit codes of the command that runs there. */
const EXIT_LOCKED = 5;
const EXIT_NO_FLOCK = 6;
/** The base was removed after `prepareRemote`: five other publications came in between. */
const EXIT_NO_BASE = 7;

/** The live release of the other machine before a publication. */
export interface RemoteBase {
  id: string;
  /** The digests of its files, by path. */
  digests: ReadonlyMap<string, string>;
}

/**
 * Publishes the build in `from`; `work` is the path of a temporary folder, which is removed afterwards. Files that `base` has are
 * not sent. Returns the id of the release. Throws PublishError for any failure here, there or of the connection.
 */
export async function publishToRemote(
  from: string,
  remote: RemoteFolder,
  when: string,
  work: string,
  base?: RemoteBase,
): Promise<string> {
  try {
    const { manifest } = await writeRelease(from, work, undefined);
    const files = Object.entries(manifest);
    const sums = files.map(([path, { digest }]) => `${digest}  ./${path}\n`);
    writeFileSync(join(work, '.sums'), sums.join(''));
    writeFileSync(join(work, '.manifest.json'), `${JSON.stringify(manifest)}\n`);
    const added = files.filter(([path, { digest }]) => base?.digests.get(path) !== digest);
    const names = ['.sums', '.manifest.json', ...added.map(([path]) => path)];
    writeFileSync(join(work, '.names'), names.map((name) => `./${name}\0`).join(''));
    const day = when.replace(/[-:]/g, '').replace(' ', '-');
    const variables = `day=${day}; keep=${MAX_RELEASES}; base=${shellQuote(base?.id ?? '')}`;
    const out = await runRemote(remote, `${variables}; ${PUBLISH_SCRIPT}`, work);
    return out.split('\n').at(-1) ?? '';
  } catch (error) {
    throw toUserError(error);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Tries to write there, so that a failure is reported before the build; throws PublishError. Returns the live release, undefined if
 * there is none.
 */
export async function prepareRemote(remote: RemoteFolder): Promise<RemoteBase | undefined> {
  const [id = '', ...lines] = (await runRemote(remote, `${PREPARE_SCRIPT}\n${LIST_SCRIPT}`)).split('\n');
  if (id === '') return undefined;
  const digests = lines.map((line): [string, string] => {
    const [digest = '', path = ''] = line.split('  ./', 2);
    return [path, digest];
  });
  return { id, digests: new Map(digests) };
}

/** Makes the release before the live one live again; returns its id. */
export function rollBackRemote(remote: RemoteFolder): Promise<string> {
  return runRemote(remote, ROLL_BACK_SCRIPT);
}

const SHELL_FUNCTIONS = `set -eu; export LC_ALL=C; cd "$dir"; ids() { ls releases | grep -E '^[0-9]+-' | sort -n || true; }
switch() { rm -f .current-new; ln -s "releases/$1" .current-new; mv -T .current-new current; sync -f .; }
live() { basename "$(readlink current 2>/dev/null || true)"; }`;

const PREPARE_SCRIPT = `${SHELL_FUNCTIONS}
if [ -e current ] && [ ! -L current ]; then echo foreign >&2; exit 3; fi
mkdir -p releases manifests
for each in . releases manifests; do rmdir "$(mktemp -d "$each/.current-XXXXXX")"; done`;

/** Prints the id of the live release and the digests of its files as they are on the disk. */
const LIST_SCRIPT = `last=$(live)
if [ -n "$last" ] && cd "releases/$last" 2>/dev/null; then echo "$last"; find . -type f -exec sha256sum {} +; fi`;

/** The files of the new release: those of the base as hard links, replaced and completed by the sent files. */
const UNPACK_SCRIPT = `if [ -z "$base" ]; then mkdir "$new"
elif [ -d "releases/$base" ]; then cp -al "releases/$base" "$new"
else exit ${EXIT_NO_BASE}; fi
tar -xzf - --unlink-first -C "$new"
{ cat "$new/.sums"
  if [ -e "manifests/$base.sums" ]; then grep -E '^[0-9a-f]*  \\./(${RETAINED_FOLDERS.join('|')})/' "manifests/$base.sums" || true; fi
} | sed 's/^[0-9a-f]*  //' | sort -u > "$new.wanted"
(cd "$new"; find . -type f ! -path ./.sums ! -path ./.manifest.json | sort | comm -23 - "../../$new.wanted" | tr '\\n' '\\0' | xargs -0 -r rm -f
  find . -type d -empty -delete)
rm "$new.wanted"`;

const PUBLISH_SCRIPT = `${PREPARE_SCRIPT}
rm -rf releases/.new-* releases/.old-*
for id in $(ids); do [ -e "manifests/$id.json" ] || [ "$id" = "$(live)" ] || rm -rf "releases/$id"; done
last=$(ids | tail -n 1); id="$(( \${last%%-*} + 1 ))-$day"; new="releases/.new-$id"
${UNPACK_SCRIPT}
(cd "$new" && sha256sum --quiet -c .sums >&2)
mv "$new/.manifest.json" "manifests/$id.json"; mv "$new/.sums" "manifests/$id.sums"
sync -f .
mv "$new" "releases/$id"; switch "$id"
ids | head -n -"$keep" | while read -r old; do
  mv "releases/$old" "releases/.old-$old"; rm -rf "releases/.old-$old" "manifests/$old.json" "manifests/$old.sums"
done
echo "$id"`;

const ROLL_BACK_SCRIPT = `${SHELL_FUNCTIONS}
to=$(ids | awk -v live="$(live)" -F- 'BEGIN { split(live, l, "-") } $1 + 0 < l[1] + 0' | tail -n 1)
[ -n "$to" ] || { echo nothing >&2; exit 4; }
switch "$to"; echo "$to"`;

/** Runs a script in the folder under its lock, with the folder `send` as a tar archive on its input; returns its output. */
async function runRemote(remote: RemoteFolder, script: string, send?: string): Promise<string> {
  const [command = 'ssh', ...options] = remote.ssh;
  const dir = shellQuote(remote.folder);
  const lock = shellQuote(`${remote.folder}/.lock`);
  const there = `mkdir -p ${dir} && export dir=${dir} && { command -v flock >/dev/null || exit ${EXIT_NO_FLOCK}; } && flock -E ${EXIT_LOCKED} -w 600 ${lock} sh -c ${shellQuote(script)}`;
  const ssh = startProgram(command, [...options, '-o', 'BatchMode=yes', remote.host, there]);
  const tar =
    send === undefined
      ? undefined
      : startProgram('tar', ['-czf', '-', '-C', send, '--null', '-T', join(send, '.names')]);
  if (tar) tar.child.stdout.pipe(ssh.child.stdin);
  else ssh.child.stdin.end();
  let notPacked: ProgramResult | undefined;
  let hasEnded = false;
  tar?.ended.then((packing) => {
    if (packing.code === 0 || hasEnded) return;
    // An incomplete archive must not become a release.
    notPacked = packing;
    ssh.child.kill();
  });
  const end = await ssh.ended;
  hasEnded = true;
  // Nothing reads its output any more.
  tar?.child.kill();
  if (notPacked !== undefined) throw new PublishError(explainTarFailure(notPacked));
  if (end.code === 0) return end.out.trim();
  throw new PublishError(explainRemoteFailure(remote.host, command, end));
}

/** How a program ended. */
interface ProgramResult {
  /** Absent if it could not be started or was killed. */
  code: number | undefined;
  isMissing: boolean;
  out: string;
  err: string;
}

/** Starts a program. `ended` always resolves, even if the program does not exist. */
function startProgram(command: string, args: readonly string[]) {
  const child = spawn(command, args, { stdio: 'pipe' });
  const output = { out: '', err: '', isMissing: false };
  child.stdout.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.err += chunk;
  });
  // The exit code of the other end shows why.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<ProgramResult>((resolve) => {
    child.once('error', ({ message }) => {
      resolve({ ...output, code: undefined, isMissing: true, err: message });
    });
    child.once('close', (code) => resolve({ ...output, code: code ?? undefined }));
  });
  return { child, ended };
}

function explainTarFailure({ isMissing, err }: ProgramResult): string {
  return isMissing
    ? '这台机器上没有 tar，传不过去，没有发布，网站还是原来的样子。请先装好 tar。'
    : (toUserMessage(err) ?? `打包没有做成，没有发布，网站还是原来的样子：${err.trim()}`);
}

function explainRemoteFailure(
  host: string,
  command: string,
  { code, isMissing, err }: ProgramResult,
): string {
  if (isMissing) return `这台机器上没有 ${command}，没有发布，网站还是原来的样子。请先装好 OpenSSH 客户端。`;
  const known = messages[code ?? -1];
  if (known !== undefined) return known;
  const message = toUserMessage(err);
  return message === undefined
    ? `${host} 那边没有做成，网站还是原来的样子：${err.trim()}`
    : `${host} 那边：${message}`;
}

const messages: Readonly<Record<number, string>> = {
  3: '那边的 current 不是发布留下的链接，怕覆盖别的东西，没有发布。请换一个文件夹。',
  4: '没有更早的一版可以退回去，网站没有变。',
  [EXIT_LOCKED]: '另一次发布一直没有结束，这次没有发布。请过一会儿再来。',
  [EXIT_NO_FLOCK]: '那台机器上没有 flock，没有发布，网站还是原来的样子。请在那边装好 util-linux。',
  [EXIT_NO_BASE]: '这期间别人又发布了好几次，这次没有发布。请再发布一次。',
  255: '连不上那台机器，没有发布，网站还是原来的样子。请检查网络、地址和密钥。',
};
