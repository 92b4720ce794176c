/** What git says when it cannot reach a repository, in words for an editor. */
import type { GitOutput } from '../../git-command.ts';
import type { Fault, Remote } from './remote.ts';

/** Messages of git, ssh and curl, and what is to be done; the first that fits counts. */
const KNOWN: readonly [RegExp, (repository: string, ref: string) => string][] = [
  [
    /Host key verification failed/,
    (repository) =>
      `这台机器还没有认过 ${repository} 那台服务器。请先在这台机器上用 ssh 连一次，核对指纹，答 yes，再来。`,
  ],
  [
    /could not read (?:Username|Password)|terminal prompts disabled|Authentication failed|Permission denied|requested URL returned error: 40[13]|Access denied/i,
    (repository) =>
      `仓库 ${repository} 要密码或者密钥，这台机器没有，也可能没有权限，或者地址写错了（有的网站对不存在的仓库也要密码）。请让 git 记住密码（git credential），或者把这台机器的 ssh 公钥加到仓库里。`,
  ],
  [
    /Could not resolve host|Temporary failure in name resolution|Failed to connect|Couldn't connect|Connection (?:timed out|refused|reset)|Network is unreachable|No route to host|Operation (?:timed out|too slow)|unexpected disconnect|early EOF|Empty reply|Connection closed|transfer closed/i,
    (repository) =>
      `连不上 ${repository}。请看看网络通不通、网站的名字对不对。连上一次以后，同一版就不用再连。`,
  ],
  [
    /certificate|SSL|TLS/i,
    (repository) => `${repository} 的证书不对，不知道连的是不是真的那台服务器。请告诉管那台服务器的人。`,
  ],
  [
    /dubious ownership/,
    (repository) =>
      `仓库 ${repository} 是这台机器上另一个用户的，git 不读。请运行 git config --global --add safe.directory 加上它的路径。`,
  ],
  [
    /couldn't find remote ref/,
    (repository, ref) => `仓库 ${repository} 里没有「${ref}」。请看看 ?ref= 后面的名字。`,
  ],
  [
    /not found|does not exist|does not appear to be a git repository|No such file|requested URL returned error: 404|not a git repository/i,
    (repository) => `没有 ${repository} 这个仓库。请看看地址写对了没有，它是不是挪了地方。`,
  ],
  [
    /transport '\w+' not allowed|Protocol .* (?:not supported|disabled)/,
    (repository) => `${repository} 转到了不能用的地址。请写它现在的 https:// 或者 ssh:// 地址。`,
  ],
  [/No space left|Disk quota/i, () => '磁盘满了，上级的内容存不下。请腾出地方再来。'],
];

/** Why git failed with a remote repository; `limitMs` is the time after which it was stopped. */
export function explainGitFailure(
  { err, failure }: GitOutput,
  { repository, ref = '' }: Remote,
  limitMs: number,
): Fault {
  if (failure?.code === 'ENOENT') return { fault: '这台机器没有 git，取不了仓库里的上级内容。请先装 git。' };
  if (failure !== undefined) {
    return {
      fault: `从 ${repository} 取内容，等了 ${Math.round(limitMs / 1000)} 秒还没有等到，停掉了。请看看网络通不通，再来一次；一直这样，请告诉管那台服务器的人。`,
    };
  }
  const known = KNOWN.find(([pattern]) => pattern.test(err));
  if (known !== undefined) return { fault: known[1](repository, ref) };
  const [first = ''] = err.split('\n').filter((line) => /^(?:fatal|error|remote):/.test(line));
  return { fault: `从 ${repository} 取不到内容。git 说：${first.slice(0, 200)}` };
}
