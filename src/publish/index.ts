/** Publishing to a folder, another machine or object storage. A release becomes live complete or not at all. */

export {
  activatePrepared,
  activateRelease,
  isPrepared,
  liveReleaseId,
  type PreparedRelease,
  type PublishResult,
  prepareFolder,
  prepareRelease,
  publishToFolder,
  readLastRelease,
  removeRelease,
  rollBack,
} from './folder.ts';
export { withLock } from './lock.ts';
export { PublishError, systemCode, toUserError } from './publish-error.ts';
export {
  prepareRemote,
  publishToRemote,
  type RemoteBase,
  type RemoteFolder,
  rollBackRemote,
} from './remote.ts';
export { removeInBackground } from './remove-in-background.ts';
export { type AddressStyle, addressStyles } from './storage/address.ts';
export type { ObjectStorage } from './storage/requests.ts';
export { publishToStorage, type UploadPlan } from './storage/storage.ts';
