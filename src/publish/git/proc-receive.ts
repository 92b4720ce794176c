/**
 * The protocol of git's hook proc-receive (githooks(5)): git hands over the updates of a push, we carry them out or not, and
 * tell git which; so a push is taken only when what it changes is live. In packets: four hex digits of length, then bytes.
 */
import type { Update } from './updates.ts';

/** The pipes to git. */
export interface Pipes {
  /** So many bytes, fewer only at the end. */
  read(bytes: number): Buffer;
  write(bytes: Buffer): void;
}

/** What came of an update: why it was not carried out, in a few words, or what stands there now. */
export type UpdateResult =
  | { refusal: string }
  | {
      /** The branch that was moved where it is another than was pushed to: git shows it, and its clone notes it. */
      moved?: Update;
    };

const FLUSH = '0000';
/** Of a packet, its four digits among them. */
const MAX_PACKET_BYTES = 65_520;

/** Reads the updates of one push, has each carried out by `work`, one after another, and tells git what came of it. */
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

/** The packets up to the next flush, as text. */
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
