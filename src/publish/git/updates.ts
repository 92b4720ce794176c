/** The updates that a push requests. */

/** A branch with its commits before and after the push. */
export interface Update {
  from: string;
  to: string;
  branch: string;
}

/** Parses the input of the hook pre-receive. */
export function readUpdates(input: string): Update[] {
  return input
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [from = '', to = '', branch = ''] = line.split(' ');
      return { from, to, branch };
    });
}
