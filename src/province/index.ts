/** The sites of many counties: which have to be built, and by which hosts. */
export {
  COUNTY_SUMMARY,
  countySummary,
  readCountySummary,
  type TextFacts,
  textFacts,
  writeCountySummary,
} from './county-summary.ts';
export { type Digest, type FolderHash, joinDigest, openFolderHashes } from './digest.ts';
export { type HostLine, needsSsh, readHostLines } from './host-lines.ts';
export { type JobRun, readJobLog } from './job-log.ts';
export { gitlabPipeline } from './pipeline.ts';
export { type Plan, type PlannedCounty, type PlannedJob, planCounties, type Reason } from './plan.ts';
export { isWhole, listOutput, type OutputFile, readStamp, type Stamp, writeStamp } from './stamp.ts';
