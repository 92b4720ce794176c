/** What one machine made, all take: the cache of builds in object storage. */
export { type Restored, restoreSite } from './restore.ts';
export { type Saved, saveSite } from './save.ts';
export { type RemoteCacheSettings, readRemoteCacheSettings } from './settings.ts';
export { openRemoteStore, type RemoteFault, type RemoteStore } from './store.ts';
export { type UsedEntry, usedEntries } from './used-entries.ts';
