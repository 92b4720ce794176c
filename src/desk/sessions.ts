/**
 * What each user of the desk works with. Behind a proxy every user has a working tree of their own, so nobody sees or publishes what another has
 * not published; on an editor's own machine there is one user without a name.
 */
import type { DeskHost, DeskServices } from './contract.ts';
import { type DraftAddresses, openDraftAddresses } from './draft-addresses.ts';
import { type EventHub, openEventHub } from './events.ts';
import { openTextHistory, type TextHistory } from './text-history.ts';

export interface Session {
  services: DeskServices;
  texts: TextHistory;
  drafts: DraftAddresses;
  /** Sends to the user's pages; of a publication, the pages of others learn that something changed. */
  events: Pick<EventHub, 'send'>;
  /** The user's open pages. */
  hub: EventHub;
}

export interface Sessions {
  /** The session of a user, opened when it is first needed. */
  of(user: string | undefined): Promise<Session>;
  /** The session that has a draft of this ID now; undefined without one. */
  withDraft(id: string): Promise<Session | undefined>;
  close(): void;
}

export function openSessions(host: DeskHost): Sessions {
  const opened = new Map<string | undefined, Promise<Session>>();
  const hubs = new Set<EventHub>();
  /** The trees of the others take over what was published, and their pages show what waits. */
  const tellOthers = async (user: string | undefined) => {
    for (const [other, session] of opened) {
      if (other === user) continue;
      const { services, hub } = await session;
      await services.workspace.catchUp().catch(() => undefined);
      hub.send({ kind: 'changed' });
    }
  };
  const open = async (user: string | undefined): Promise<Session> => {
    const hub = openEventHub();
    hubs.add(hub);
    const events: Session['events'] = {
      send(event) {
        hub.send(event);
        if (event.kind === 'published') void tellOthers(user);
      },
    };
    const services = await host.open(user, events);
    const drafts = openDraftAddresses(services.draftsFile);
    return { services, texts: openTextHistory(), drafts, events, hub };
  };
  const of = (user: string | undefined) => {
    const session = opened.get(user) ?? open(user);
    opened.set(user, session);
    // After a failure the next request tries again.
    session.catch(() => opened.delete(user));
    return session;
  };
  const find = async (id: string) => {
    for (const session of opened.values()) {
      const { drafts, services } = await session;
      if (drafts.view(id) ?? drafts.review(id, services.now())) return session;
    }
    return undefined;
  };
  return {
    of,
    async withDraft(id) {
      const found = await find(id);
      if (found !== undefined) return found;
      // A reviewer may come after a restart, before the editor.
      await Promise.all(host.users().map(of));
      return find(id);
    },
    close() {
      for (const hub of hubs) hub.close();
    },
  };
}
