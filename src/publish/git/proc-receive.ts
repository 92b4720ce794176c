/**
 * The protocol of git's hook proc-receive, githooks(5): git passes the updates of a push and reads the results. So
 * a push is accepted only when its change is live. Data comes in packets: four hex digits of length, then bytes.
 */
import type { Update } from './updates.ts';

/** The pipes to git. */
export interface Pipes {
  /** Returns this number of bytes, fewer only at the end. */
  read(bytes: number): Buffer;
  write(bytes: Buffer): void;
}

/** The result of an update: a short refusal, or success. */
export type UpdateResult =
  | { refusal: string }
  | {
      /** The branch that was moved, if it is not the ref that was pushed to: the clone updates its remote branch by it. */
      moved?: Update;
    };

const FLUSH = '0000';
/** Includes the four digits of the length. */
const MAX_PACKET_BYTES = 65_520;

/** Reads the updates of a push, passes them to `work` one after another, and reports the results to git. */
export async function handlePush(
  pipes: Pipes,
  work: (update: Update) => Promise<UpdateResult>,
): Promise<void> {
  readPackets(pipes);
  writePackets(pipes, ['version=1\0']);
  const updates = readPackets(pipes).map((line): Update => {
    const [from = '', to = '', branch = ''] = line.trimEnd().split(' ');
    return { from, to, branch };
  });
  const answers: string[] = [];
  for (const update of updates) {
    const answer = await work(update);
    answers.push('refusal' in answer ? `ng ${update.branch} ${answer.refusal}` : `ok ${update.branch}`);
    if ('moved' in answer && answer.moved !== undefined) {
      const { branch, from, to } = answer.moved;
      answers.push(`option refname ${branch}`, `option old-oid ${from}`, `option new-oid ${to}`);
    }
  }
  writePackets(pipes, answers);
}

/** The packets before the next flush packet, as text. */
function readPackets({ read }: Pipes): string[] {
  const packets: string[] = [];
  for (;;) {
    const length = Number.parseInt(read(FLUSH.length).toString('latin1'), 16);
    if (Number.isNaN(length) || length < FLUSH.length) return packets;
    packets.push(read(length - FLUSH.length).toString('utf8'));
  }
}

function writePackets({ write }: Pipes, texts: readonly string[]): void {
  const packets = texts.map((text) => {
    const bytes = Buffer.from(text).subarray(0, MAX_PACKET_BYTES - FLUSH.length);
    const length = (bytes.length + FLUSH.length).toString(16).padStart(FLUSH.length, '0');
    return Buffer.concat([Buffer.from(length), bytes]);
  });
  write(Buffer.concat([...packets, Buffer.from(FLUSH)]));
}
