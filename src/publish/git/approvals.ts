/**
 * The approvals of a push: another person than the one who changed a file has approved exactly the text that will be published. An approval is a
 * commit whose message names the blob of each approved file, so it is part of the history and holds for no other text. Anybody who may push can
 * write any name into a commit; with a file of signers only signed commits have an author.
 */
import { readChanges } from './pushed-files.ts';
import { runGit } from './run-git.ts';

/** The line of an approval for one file; the blob of a removed file is zeros. */
const APPROVAL_LINE = /^Approved: ([0-9a-f]{40,64}) (.+)$/gm;
/** The line of a commit that is published before its approval, with the reason. */
const URGENT_LINE = /^Urgent: *(\S.*)$/m;
/** The line of a commit that is to be looked at only: an approval does not publish it. */
const REVIEW_ONLY_LINE = /^Review-Only: yes$/m;

/** A file that differs from the published one, with its blob; zeros if it is removed. */
export interface ChangedFile {
  path: string;
  blob: string;
}

/** Why the file cannot be published yet. */
export interface MissingApproval extends ChangedFile {
  /** The names of those who changed it. */
  authors: string[];
  /** `none`: nobody approved; `own`: only who changed it; `other-text`: somebody approved another text; `unsigned`: nobody knows who changed it. */
  reason: 'none' | 'own' | 'other-text' | 'unsigned';
}

export interface ApprovalState {
  changed: ChangedFile[];
  missing: MissingApproval[];
  /** The reason for which a commit of the push asks to be published without approval. */
  urgent: string | undefined;
}

interface Person {
  name: string;
  email: string;
}

interface PushedCommitFacts {
  author: Person;
  /** Whether the signature is that of the author's address; true where signatures are not demanded. */
  isVerified: boolean;
  message: string;
  files: string[];
}

/** What is pushed: `commit` is `pushed` itself or its merge with `head`, the published commit. */
interface PushedRange {
  head: string;
  commit: string;
  pushed: string;
  /** Git's file of allowed signers, whose names are the addresses of authors; with it every commit must be signed by its author. */
  signersFile?: string | undefined;
}

/**
 * The approvals of what differs between the published commit `head` and `commit`, by the commits of `pushed` that `head` lacks. In a merge a text that only the merge made is approved by nobody. Throws PublishError if git fails.
 */
export function readApprovals(
  gitDir: string,
  { head, commit, pushed, signersFile }: PushedRange,
): ApprovalState {
  const diff = [
    'diff',
    '--raw',
    '-z',
    '--no-renames',
    '--no-abbrev',
    head,
    commit,
    '--',
    'content',
    'public',
  ];
  const changed = readChanges(runGit(gitDir, diff).out).map(({ path, blob }) => ({ path, blob }));
  const commits = readCommits(gitDir, head, pushed, signersFile);
  const verified = commits.filter(({ isVerified }) => isVerified);
  const approvals = verified.flatMap(({ author, message }) =>
    Array.from(message.matchAll(APPROVAL_LINE), ([, blob, path]) => ({ author, blob, path })),
  );
  const missing = changed.flatMap((file): MissingApproval[] => {
    const changes = commits.filter(({ files }) => files.includes(file.path));
    const authors = changes.map(({ author }) => author);
    const ofFile = approvals.filter(({ path }) => path === file.path);
    const ofText = ofFile.filter(({ blob }) => blob === file.blob);
    const isApproved =
      authors.length > 0 && ofText.some((one) => !authors.some((author) => isSamePerson(one.author, author)));
    const isUnsigned = changes.some(({ isVerified }) => !isVerified);
    if (isApproved && !isUnsigned) return [];
    const reason = isUnsigned
      ? 'unsigned'
      : ofText.length > 0
        ? 'own'
        : ofFile.length > 0
          ? 'other-text'
          : 'none';
    return [{ ...file, authors: [...new Set(authors.map(({ name }) => name))], reason }];
  });
  const urgent = verified.map(({ message }) => URGENT_LINE.exec(message)?.[1]).find(Boolean);
  return { changed, missing, urgent };
}

/** The message of a commit that approves these files. */
export function approvalMessage(files: readonly ChangedFile[]): string {
  return `同意发布\n\n${files.map(({ path, blob }) => `Approved: ${blob} ${path}\n`).join('')}`;
}

/** The message of a commit that is published before its approval. */
export const urgentMessage = (message: string, reason: string): string =>
  `${message.trim()}\n\nUrgent: ${reason.replace(/\s+/g, ' ').trim()}\n`;

/** The message of a commit that is sent to be looked at, not to be published. */
export const reviewOnlyMessage = (message: string): string => `${message.trim()}\n\nReview-Only: yes\n`;

export const isReviewOnly = (message: string): boolean => REVIEW_ONLY_LINE.test(message);

/** The commits of `pushed` that `head` lacks, with the files that each changed; a merge counts with what differs from all its parents. */
function readCommits(
  gitDir: string,
  head: string,
  pushed: string,
  signersFile: string | undefined,
): PushedCommitFacts[] {
  const list = runGit(gitDir, ['log', '-z', '--format=%H', `${head}..${pushed}`]).out;
  return list
    .split('\0')
    .filter(Boolean)
    .map((commit) => {
      const [name = '', email = '', message = ''] = runGit(gitDir, [
        'show',
        '--no-patch',
        '--format=%an%x00%ae%x00%B',
        commit,
      ]).out.split('\0');
      const tree = ['diff-tree', '--root', '-c', '-r', '-z', '--no-commit-id', '--name-only', '--no-renames'];
      const files = runGit(gitDir, [...tree, commit])
        .out.split('\0')
        .filter(Boolean);
      const isVerified = signersFile === undefined || signerOf(gitDir, commit, signersFile) === email;
      return { author: { name, email }, isVerified, message, files };
    });
}

/** The name in the file of signers whose key signed a commit; undefined for no good signature, also where git cannot check one. */
function signerOf(gitDir: string, commit: string, signersFile: string): string | undefined {
  const settings = ['-c', 'gpg.format=ssh', '-c', `gpg.ssh.allowedSignersFile=${signersFile}`];
  const { code, out } = runGit(gitDir, [...settings, 'show', '--no-patch', '--format=%G?%x00%GS', commit], {
    answers: [0, 128],
  });
  const [status, signer] = out.trim().split('\0');
  return code === 0 && status === 'G' && signer !== '' ? signer : undefined;
}

/** The address of commits that the desk makes for a user whom a proxy named. */
export const DESK_EMAIL = 'desk@localhost';

/** Whether two authors are one person: by name, or by an address that is a person's own. */
function isSamePerson(one: Person, other: Person): boolean {
  const [name, email] = [plain(one.name), plain(one.email)];
  if (name === '' || isSameName(one.name, other.name)) return true;
  return email !== '' && email !== DESK_EMAIL && email === plain(other.email);
}

/** Whether two names are those of one person, with or without spaces, in any width or case. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
