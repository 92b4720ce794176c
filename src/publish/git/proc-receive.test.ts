/** The results of a push, in git's packets. */
import { expect, test } from 'vitest';
import { handlePush } from './proc-receive.ts';

const packet = (text: string) => (Buffer.byteLength(text) + 4).toString(16).padStart(4, '0') + text;

/** Passes a push to `handlePush` a few bytes at a time; returns its answer to git. */
async function answerTo(sent: string, work: Parameters<typeof handlePush>[1]): Promise<string> {
  let rest = Buffer.from(sent);
  let answer = '';
  await handlePush(
    {
      read(bytes) {
        const part = rest.subarray(0, bytes);
        rest = rest.subarray(bytes);
        return part;
      },
      write(bytes) {
        answer += bytes.toString();
      },
    },
    work,
  );
  return answer;
}

const pushed = `${packet('version=1\0push-options atomic')}0000${packet('aaa bbb refs/heads/main\n')}0000`;

test('a published push is reported as accepted', async () => {
  const answer = await answerTo(pushed, async (update) => {
    expect(update).toEqual({ from: 'aaa', to: 'bbb', branch: 'refs/heads/main' });
    return {};
  });
  expect(answer).toBe(`${packet('version=1\0')}0000${packet('ok refs/heads/main')}0000`);
});

test('an unpublished push is refused, in Chinese', async () => {
  expect(await answerTo(pushed, async () => ({ refusal: '磁盘满了' }))).toBe(
    `${packet('version=1\0')}0000${packet('ng refs/heads/main 磁盘满了')}0000`,
  );
});

test('a push to the merged ref that was a fast-forward is reported as one to the branch', async () => {
  const moved = { from: 'aaa', to: 'bbb', branch: 'refs/heads/main' };
  const sent = pushed.replaceAll(packet('aaa bbb refs/heads/main\n'), packet('000 bbb refs/for/main\n'));
  expect(await answerTo(sent, async () => ({ moved }))).toBe(
    `${packet('version=1\0')}0000${packet('ok refs/for/main')}${packet('option refname refs/heads/main')}${packet('option old-oid aaa')}${packet('option new-oid bbb')}0000`,
  );
});

test('truncated input of git requests no update', async () => {
  expect(await answerTo(packet('version=1\0'), () => Promise.reject(new Error('asked')))).toContain(
    'version=1',
  );
});
