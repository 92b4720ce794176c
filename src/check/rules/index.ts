/** The table of all rules. A rule has a file and a line here; a test compares the two. */
import type { Rule } from '../rule.ts';
import { rule as baseChanged } from './base/changed.ts';
import { rule as baseCircle } from './base/circle.ts';
import { rule as baseMissing } from './base/missing.ts';
import { rule as baseNoCounterpart } from './base/no-counterpart.ts';
import { rule as baseNotPinned } from './base/not-pinned.ts';
import { rule as basePart } from './base/part.ts';
import { rule as baseUnreachable } from './base/unreachable.ts';
import { rule as baseUnsafe } from './base/unsafe.ts';
import { rule as fileEmpty } from './file/empty.ts';
import { rule as fileEncoding } from './file/encoding.ts';
import { rule as fileEnding } from './file/ending.ts';
import { rule as fileLink } from './file/link.ts';
import { rule as fileMisplaced } from './file/misplaced.ts';
import { rule as fileName } from './file/name.ts';
import { rule as fileNoContent } from './file/no-content.ts';
import { rule as fileNoFields } from './file/no-fields.ts';
import { rule as fileNoSite } from './file/no-site.ts';
import { rule as fileTooDeep } from './file/too-deep.ts';
import { rule as fileTwin } from './file/twin.ts';
import { rule as fileUnknownFolder } from './file/unknown-folder.ts';
import { rule as freshnessApplicationsClosed } from './freshness/applications-closed.ts';
import { rule as freshnessEmptySection } from './freshness/empty-section.ts';
import { rule as freshnessEndedWithoutNext } from './freshness/ended-without-next.ts';
import { rule as freshnessLocalTerms } from './freshness/local-terms.ts';
import { rule as freshnessMissingElement } from './freshness/missing-element.ts';
import { rule as freshnessNoEvent } from './freshness/no-event.ts';
import { rule as freshnessRateEnded } from './freshness/rate-ended.ts';
import { rule as freshnessRecordingOutdated } from './freshness/recording-outdated.ts';
import { rule as freshnessReviewOverdue } from './freshness/review-overdue.ts';
import { rule as freshnessSectionStale } from './freshness/section-stale.ts';
import { rule as imageMissingAlt } from './image/missing-alt.ts';
import { rule as imageMissingFile } from './image/missing-file.ts';
import { rule as imageTooLarge } from './image/too-large.ts';
import { rule as imageUnreadable } from './image/unreadable.ts';
import { rule as imageUnused } from './image/unused.ts';
import { rule as linkAliasReserved } from './link/alias-reserved.ts';
import { rule as linkAliasTaken } from './link/alias-taken.ts';
import { rule as linkBroken } from './link/broken.ts';
import { rule as linkLedgerContradiction } from './link/ledger-contradiction.ts';
import { rule as linkLostAddress } from './link/lost-address.ts';
import { rule as linkMissingAnchor } from './link/missing-anchor.ts';
import { rule as linkSelf } from './link/self.ts';
import { rule as linkShortAddressTaken } from './link/short-address-taken.ts';
import { rule as linkUnreachable } from './link/unreachable.ts';
import { rule as mdxComponent } from './mdx/component.ts';
import { rule as mdxMistypedMark } from './mdx/mistyped-mark.ts';
import { rule as mdxSyntax } from './mdx/syntax.ts';
import { rule as mdxTableCells } from './mdx/table-cells.ts';
import { rule as mdxUnsafe } from './mdx/unsafe.ts';
import { rule as plainAnswerAbove } from './plain/answer-above.ts';
import { rule as plainCircularDefinition } from './plain/circular-definition.ts';
import { rule as plainEmptyBody } from './plain/empty-body.ts';
import { rule as plainEmptyHeading } from './plain/empty-heading.ts';
import { rule as plainEmptyKeyPoint } from './plain/empty-key-point.ts';
import { rule as plainLongSentence } from './plain/long-sentence.ts';
import { rule as plainManyClauses } from './plain/many-clauses.ts';
import { rule as plainMostlyUnknown } from './plain/mostly-unknown.ts';
import { rule as plainOfficialWord } from './plain/official-word.ts';
import { rule as plainRareCharacter } from './plain/rare-character.ts';
import { rule as plainWallOfText } from './plain/wall-of-text.ts';
import { rule as privacyBankCard } from './privacy/bank-card.ts';
import { rule as privacyConsentDate } from './privacy/consent-date.ts';
import { rule as privacyHiddenName } from './privacy/hidden-name.ts';
import { rule as privacyHouseAddress } from './privacy/house-address.ts';
import { rule as privacyIdNumber } from './privacy/id-number.ts';
import { rule as privacyMinorConsent } from './privacy/minor-consent.ts';
import { rule as privacyMinorName } from './privacy/minor-name.ts';
import { rule as privacyMobileNumber } from './privacy/mobile-number.ts';
import { rule as privacyPhotoData } from './privacy/photo-data.ts';
import { rule as privacyRecipientList } from './privacy/recipient-list.ts';
import { rule as privacyRecordedPlace } from './privacy/recorded-place.ts';
import { rule as privacySensitiveFact } from './privacy/sensitive-fact.ts';
import { rule as privacyUnusedConfirmation } from './privacy/unused-confirmation.ts';
import { rule as publicActiveFile } from './public/active-file.ts';
import { rule as publicFileName } from './public/file-name.ts';
import { rule as publicLink } from './public/link.ts';
import { rule as publicName } from './public/name.ts';
import { rule as publicOtherContent } from './public/other-content.ts';
import { rule as publicUnsafeSvg } from './public/unsafe-svg.ts';
import { rule as schemaAmountExample } from './schema/amount-example.ts';
import { rule as schemaAmountRate } from './schema/amount-rate.ts';
import { rule as schemaApplyAfterEnd } from './schema/apply-after-end.ts';
import { rule as schemaCircle } from './schema/circle.ts';
import { rule as schemaConditionContained } from './schema/condition-contained.ts';
import { rule as schemaConditionNumber } from './schema/condition-number.ts';
import { rule as schemaConditionPlace } from './schema/condition-place.ts';
import { rule as schemaFinderContradiction } from './schema/finder-contradiction.ts';
import { rule as schemaFutureDate } from './schema/future-date.ts';
import { rule as schemaIdDiffers } from './schema/id-differs.ts';
import { rule as schemaMisplacedRate } from './schema/misplaced-rate.ts';
import { rule as schemaMissingField } from './schema/missing-field.ts';
import { rule as schemaPlaceLevel } from './schema/place-level.ts';
import { rule as schemaRepeated } from './schema/repeated.ts';
import { rule as schemaTwinRecord } from './schema/twin-record.ts';
import { rule as schemaUnknownField } from './schema/unknown-field.ts';
import { rule as schemaUnknownIcon } from './schema/unknown-icon.ts';
import { rule as schemaUnknownReference } from './schema/unknown-reference.ts';
import { rule as schemaWrongValue } from './schema/wrong-value.ts';
import { rule as textAssistantLeftover } from './text/assistant-leftover.ts';
import { rule as textBrokenWord } from './text/broken-word.ts';
import { rule as textClashingMarks } from './text/clashing-marks.ts';
import { rule as textCompatibilityCharacter } from './text/compatibility-character.ts';
import { rule as textDoubledPunctuation } from './text/doubled-punctuation.ts';
import { rule as textEntity } from './text/entity.ts';
import { rule as textEscapeLeftover } from './text/escape-leftover.ts';
import { rule as textHalfWidth } from './text/half-width.ts';
import { rule as textHtmlLeftover } from './text/html-leftover.ts';
import { rule as textInvisibleCharacter } from './text/invisible-character.ts';
import { rule as textJapaneseForm } from './text/japanese-form.ts';
import { rule as textLostCharacter } from './text/lost-character.ts';
import { rule as textMarkLeftover } from './text/mark-leftover.ts';
import { rule as textMisreadCharacter } from './text/misread-character.ts';
import { rule as textMistypedPhrase } from './text/mistyped-phrase.ts';
import { rule as textMojibake } from './text/mojibake.ts';
import { rule as textNumberForm } from './text/number-form.ts';
import { rule as textOfficeLeftover } from './text/office-leftover.ts';
import { rule as textPageNumber } from './text/page-number.ts';
import { rule as textPastedSpace } from './text/pasted-space.ts';
import { rule as textPinyinLeftover } from './text/pinyin-leftover.ts';
import { rule as textPlaceholder } from './text/placeholder.ts';
import { rule as textPrivateCharacter } from './text/private-character.ts';
import { rule as textReadingInBrackets } from './text/reading-in-brackets.ts';
import { rule as textRepeatedWord } from './text/repeated-word.ts';
import { rule as textReplacedWord } from './text/replaced-word.ts';
import { rule as textReplacementCharacter } from './text/replacement-character.ts';
import { rule as textSimilarCharacter } from './text/similar-character.ts';
import { rule as textStraightQuotes } from './text/straight-quotes.ts';
import { rule as textStrayMark } from './text/stray-mark.ts';
import { rule as textSymbolFont } from './text/symbol-font.ts';
import { rule as textTemplateLeftover } from './text/template-leftover.ts';
import { rule as textTraditional } from './text/traditional.ts';
import { rule as textUnclosedMark } from './text/unclosed-mark.ts';
import { rule as textUnknownCharacter } from './text/unknown-character.ts';
import { rule as textUnlikelyCharacter } from './text/unlikely-character.ts';
import { rule as textWideLetter } from './text/wide-letter.ts';
import { rule as yamlCutValue } from './yaml/cut-value.ts';
import { rule as yamlSyntax } from './yaml/syntax.ts';
import { rule as yamlUnsafe } from './yaml/unsafe.ts';

export const rules: readonly Rule[] = [
  baseChanged,
  baseCircle,
  baseMissing,
  baseNoCounterpart,
  baseNotPinned,
  basePart,
  baseUnreachable,
  baseUnsafe,
  fileEmpty,
  fileEncoding,
  fileEnding,
  fileLink,
  fileMisplaced,
  fileName,
  fileNoContent,
  fileNoFields,
  fileNoSite,
  fileTooDeep,
  fileTwin,
  fileUnknownFolder,
  freshnessApplicationsClosed,
  freshnessEmptySection,
  freshnessEndedWithoutNext,
  freshnessLocalTerms,
  freshnessMissingElement,
  freshnessNoEvent,
  freshnessRateEnded,
  freshnessRecordingOutdated,
  freshnessReviewOverdue,
  freshnessSectionStale,
  imageMissingAlt,
  imageMissingFile,
  imageTooLarge,
  imageUnreadable,
  imageUnused,
  linkAliasReserved,
  linkAliasTaken,
  linkBroken,
  linkLedgerContradiction,
  linkLostAddress,
  linkMissingAnchor,
  linkSelf,
  linkShortAddressTaken,
  linkUnreachable,
  mdxComponent,
  mdxMistypedMark,
  mdxSyntax,
  mdxTableCells,
  mdxUnsafe,
  plainAnswerAbove,
  plainCircularDefinition,
  plainEmptyBody,
  plainEmptyHeading,
  plainEmptyKeyPoint,
  plainLongSentence,
  plainManyClauses,
  plainMostlyUnknown,
  plainOfficialWord,
  plainRareCharacter,
  plainWallOfText,
  privacyBankCard,
  privacyConsentDate,
  privacyHiddenName,
  privacyHouseAddress,
  privacyIdNumber,
  privacyMinorConsent,
  privacyMinorName,
  privacyMobileNumber,
  privacyPhotoData,
  privacyRecordedPlace,
  privacyRecipientList,
  privacySensitiveFact,
  privacyUnusedConfirmation,
  publicActiveFile,
  publicFileName,
  publicLink,
  publicName,
  publicOtherContent,
  publicUnsafeSvg,
  schemaAmountExample,
  schemaAmountRate,
  schemaApplyAfterEnd,
  schemaCircle,
  schemaConditionContained,
  schemaConditionNumber,
  schemaConditionPlace,
  schemaFinderContradiction,
  schemaFutureDate,
  schemaIdDiffers,
  schemaMisplacedRate,
  schemaMissingField,
  schemaPlaceLevel,
  schemaRepeated,
  schemaTwinRecord,
  schemaUnknownField,
  schemaUnknownIcon,
  schemaUnknownReference,
  schemaWrongValue,
  textAssistantLeftover,
  textClashingMarks,
  textMistypedPhrase,
  textPinyinLeftover,
  textSymbolFont,
  textReplacedWord,
  textDoubledPunctuation,
  textHalfWidth,
  textHtmlLeftover,
  textInvisibleCharacter,
  textLostCharacter,
  textMarkLeftover,
  textMojibake,
  textNumberForm,
  textPageNumber,
  textPastedSpace,
  textPlaceholder,
  textPrivateCharacter,
  textReadingInBrackets,
  textRepeatedWord,
  textReplacementCharacter,
  textSimilarCharacter,
  textStraightQuotes,
  textStrayMark,
  textTemplateLeftover,
  textTraditional,
  textUnclosedMark,
  textUnknownCharacter,
  textBrokenWord,
  textCompatibilityCharacter,
  textEntity,
  textEscapeLeftover,
  textJapaneseForm,
  textMisreadCharacter,
  textOfficeLeftover,
  textUnlikelyCharacter,
  textWideLetter,
  yamlCutValue,
  yamlSyntax,
  yamlUnsafe,
];
