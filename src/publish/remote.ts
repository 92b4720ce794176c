/**
 * Publishes to a folder of another machine over ssh, in the layout of src/publish/folder.ts. One connection carries everything:
 * a script there holds the lock, unpacks the files, compares every digest and replaces the link by a rename. If the connection
 * breaks, the script ends before that rename, and the next publication removes what it left.
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
  /** The ssh command and its options, such as `ssh -p 2222`, split at blanks. */
  ssh: readonly string[];
}

/**
 * Publishes the build in `from`; `work` is the path of a temporary folder, which is removed afterwards. Returns the id of the
 * release. Throws PublishError for any failure here, there or of the connection.
 */
export async function publishToRemote(
  from: string,
  remote: RemoteFolder,
  when: string,
  work: string,
): Promise<string> {
  try {
    const { manifest } = await writeRelease(from, work, undefined);
    const sums = Object.entries(manifest).map(([path, { digest }]) => `${digest}  ./${path}\n`);
    writeFileSync(join(work, '.sums'), sums.join(''));
    writeFileSync(join(work, '.manifest.json'), `${JSON.stringify(manifest)}\n`);
    const day = when.replace(/[-:]/g, '').replace(' ', '-');
    return await runRemote(remote, `day=${day}; keep=${MAX_RELEASES}; ${PUBLISH_SCRIPT}`, work);
  } catch (error) {
    throw toUserError(error);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Tries to write there, so that a failure is reported before the build; throws PublishError. */
export async function prepareRemote(remote: RemoteFolder): Promise<void> {
  await runRemote(remote, PREPARE_SCRIPT);
}

/** Makes the release before the live one live again; returns its id. */
export function rollBackRemote(remote: RemoteFolder): Promise<string> {
  return runRemote(remote, ROLL_BACK_SCRIPT);
}

const SHELL_FUNCTIONS = `set -eu; cd "$dir"; ids() { ls releases | grep -E '^[0-9]+-' | sort -n || true; }
switch() { rm -f .current-new; ln -s "releases/$1" .current-new; mv -T .current-new current; sync -f .; }
live() { basename "$(readlink current 2>/dev/null || true)"; }`;

const PREPARE_SCRIPT = `${SHELL_FUNCTIONS}
if [ -e current ] && [ ! -L current ]; then echo foreign >&2; exit 3; fi
mkdir -p releases manifests
for each in . releases manifests; do rmdir "$(mktemp -d "$each/.current-XXXXXX")"; done`;

const PUBLISH_SCRIPT = `${PREPARE_SCRIPT}
rm -rf releases/.new-* releases/.old-*
for id in $(ids); do [ -e "manifests/$id.json" ] || [ "$id" = "$(live)" ] || rm -rf "releases/$id"; done
last=$(ids | tail -n 1); id="$(( \${last%%-*} + 1 ))-$day"; new="releases/.new-$id"
mkdir "$new"; tar -xzf - -C "$new"
(cd "$new" && sha256sum --quiet -c .sums >&2)
mv "$new/.manifest.json" "manifests/$id.json"; mv "$new/.sums" "manifests/$id.sums"
if [ -e "manifests/$last.sums" ]; then
  sed 's/^[0-9a-f]*  //' "manifests/$last.sums" | grep -E '^\\./(${RETAINED_FOLDERS.join('|')})/' | while read -r file; do
    [ -e "$new/$file" ] || { mkdir -p "$new/\${file%/*}"; ln "releases/$last/$file" "$new/$file"; }
  done
fi
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

/** Runs a script in the folder under its lock, with the folder `send` as a tar archive on its input; returns its last line. */
async function runRemote(remote: RemoteFolder, script: string, send?: string): Promise<string> {
  const [command = 'ssh', ...options] = remote.ssh;
  const dir = shellQuote(remote.folder);
  const lock = shellQuote(`${remote.folder}/.lock`);
  const there = `mkdir -p ${dir} && export dir=${dir} && { command -v flock >/dev/null || exit ${EXIT_NO_FLOCK}; } && flock -E ${EXIT_LOCKED} -w 600 ${lock} sh -c ${shellQuote(script)}`;
  const ssh = startProgram(command, [...options, '-o', 'BatchMode=yes', remote.host, there]);
  const tar = send === undefined ? undefined : startProgram('tar', ['-czf', '-', '-C', send, '.']);
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
  if (end.code === 0) return end.out.trim().split('\n').at(-1) ?? '';
  throw new PublishError(explainRemoteFailure(remote.host, command, end));
}

/** How a program ended. */
interface ProgramResult {
  /** Absent where it could not be started or was killed. */
  code: number | undefined;
  isMissing: boolean;
  out: string;
  err: string;
}

/** Starts a program. `ended` always resolves, also where the program does not exist. */
function startProgram(command: string, args: readonly string[]) {
  const child = spawn(command, args, { stdio: 'pipe' });
  const output = { out: '', err: '', isMissing: false };
  child.stdout.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.err += chunk;
  });
  // The exit code of the other end tells why.
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

/** Exit codes of the command that runs there. */
const EXIT_LOCKED = 5;
const EXIT_NO_FLOCK = 6;

function explainRemoteFailure(
  host: string,
  command: string,
  { code, isMissing, err }: ProgramResult,
): string {
  if (isMissing) return `这台机器上没有 ${command}，没有发布，网站还是原来的样子。请先装好 OpenSSH 客户端。`;
  const known = messages[code ?? -1];
  if (known !== undefined) return known;
  const told = toUserMessage(err);
  return told === undefined
    ? `${host} 那边没有做成，网站还是原来的样子：${err.trim()}`
    : `${host} 那边：${told}`;
}

const messages: Readonly<Record<number, string>> = {
  3: '那边的 current 不是发布留下的链接，怕覆盖别的东西，没有发布。请换一个文件夹。',
  4: '没有更早的一版可以退回去，网站没有变。',
  [EXIT_LOCKED]: '另一次发布一直没有结束，这次没有发布。请过一会儿再来。',
  [EXIT_NO_FLOCK]: '那台机器上没有 flock，没有发布，网站还是原来的样子。请在那边装好 util-linux。',
  255: '连不上那台机器，没有发布，网站还是原来的样子。请检查网络、地址和密钥。',
};
