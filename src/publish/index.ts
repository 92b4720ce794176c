/** Publishing: releases that become live whole or not at all, in a folder or elsewhere. */
export { discard } from './discard.ts';
export { goTo, liveId, type Published, prepareFolder, publishToFolder, rollBack } from './folder.ts';
export { withLock } from './lock.ts';
export { inWords, PublishError, systemCode } from './publish-error.ts';
export { prepareRemote, publishToRemote, type RemoteFolder, rollBackRemote } from './remote.ts';
export { type AddressStyle, addressStyles } from './storage/address.ts';
export type { Storage } from './storage/client.ts';
export { type Plan, publishToStorage } from './storage/storage.ts';
