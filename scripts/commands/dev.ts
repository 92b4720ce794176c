/** `npm run dev`: live preview while editing. */
import { defineCommand } from 'citty';
import { asEnvironment, projectDir } from '../../src/settings.ts';
import { contentArguments, settingsFrom } from '../arguments.ts';

export const dev = defineCommand({
  meta: { name: 'dev', description: '边写边看' },
  args: contentArguments,
  async run({ args }) {
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    Object.assign(process.env, asEnvironment(settingsFrom(args)));
    const { dev: startServer } = await import('astro');
    await startServer({ root: projectDir, server: { port: Number(process.env.PORT ?? 4321) } });
  },
});
