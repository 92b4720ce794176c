/** `npm test`: runs all steps and prints the number of passed and failed tests. */
import { defineCommand } from 'citty';
import { runSteps } from '../test/steps.ts';

export const test = defineCommand({
  meta: {
    name: 'test',
    description: 'check types and style, run all tests, build the site and try it in browsers',
  },
  args: {
    only: {
      type: 'string',
      description: 'just one step: machine, old-browsers, programs, lint, unit, build, types, browser',
    },
  },
  async run({ args }) {
    process.exitCode = await runSteps(args.only);
  },
});
