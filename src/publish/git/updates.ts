/** What a push asks for. */

/** A branch, and the commits that it stood and shall stand at. */
export interface Update {
  from: string;
  to: string;
  branch: string;
}

/** Reads the lines that git gives the hook pre-receive. */
export function readUpdates(input: string): Update[] {
  return input
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [from = '', to = '', branch = ''] = line.split(' ');
      return { from, to, branch };
    });
}
