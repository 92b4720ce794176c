/** One route of the desk. */
import type { IncomingMessage } from 'node:http';
import type { DeskServices } from '../contract.ts';
import type { DraftAddresses } from '../draft-addresses.ts';
import type { EventHub } from '../events.ts';
import type { TextHistory } from '../text-history.ts';

export interface RouteContext {
  request: IncomingMessage;
  /** The parts of the path that the pattern leaves open. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  services: DeskServices;
  texts: TextHistory;
  drafts: DraftAddresses;
  events: Pick<EventHub, 'send'>;
  /** The origin under which a reviewer opens a draft. */
  reviewOrigin: string;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT';
  /** The path below `/desk/api/`; a part that begins with a colon is open. */
  path: string;
  /** Returns the answer; throws DeskError for the editor. */
  answer(context: RouteContext): unknown;
}
