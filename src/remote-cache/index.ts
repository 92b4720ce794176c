/** What one machine made, all take: the cache of builds in object storage. */
export { type Restored, restoreSite } from './restore.ts';
export type { Saved } from './save.ts';
export { type RemoteCacheSettings, readRemoteCacheSettings } from './settings.ts';
export { openRemoteStore, type RemoteFault, type RemoteStore } from './store.ts';
export type { UsedEntry } from './used-entries.ts';

/** What only a machine that writes to the storage needs: its code is not loaded where a site is only taken. */
export const loadSaving = async () => {
  const [{ saveSite }, { usedEntries }] = await Promise.all([
    import('./save.ts'),
    import('./used-entries.ts'),
  ]);
  return { saveSite, usedEntries };
};
