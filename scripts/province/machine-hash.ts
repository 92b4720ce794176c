/** What has to be the same on two hosts for the same bytes: our code, its packages, Node, and the kind of machine for the native ones. */
import { hash } from 'node:crypto';
import { codeHash } from '../code-hash.ts';

/** Hexadecimal digits. */
export function machineHash(): string {
  return hash('sha256', `${codeHash()} ${process.platform} ${process.arch}`);
}
