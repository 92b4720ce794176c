/** The hosts file of GNU parallel (--sshloginfile): one host a line, as it would be given with --sshlogin. */

/** One host. */
export interface HostLine {
  /** The line as written. */
  line: string;
  /** Its name for messages: without the number of processors, group and options. */
  name: string;
}

/** The hosts of the file; comments and empty lines are left out, as GNU parallel does. */
export function readHostLines(text: string): HostLine[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ line, name: hostName(line) }));
}

/** Whether any of the hosts is another machine. */
export function needsSsh(hosts: readonly HostLine[]): boolean {
  return hosts.some(({ name }) => name !== ':');
}

/** The name in a line, or in the job log: `@group/4/ssh -p 2222 user@host` → `user@host:2222`. */
export function hostName(line: string): string {
  const login = line.replace(/^@[^/]*\//, '').replace(/^\d*\//, '');
  const port = /\s-p\s*(\d+)\s/.exec(login)?.[1];
  const host = login.split(/\s+/).at(-1) ?? login;
  return port === undefined ? host : `${host}:${port}`;
}
