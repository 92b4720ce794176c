/** The table of all rules. A rule is added by its file and its line here; a test compares the two. */
import type { Rule } from '../rule.ts';
import { rule as privacyBankCard } from './privacy/bank-card.ts';
import { rule as privacyConsentDate } from './privacy/consent-date.ts';
import { rule as privacyHouseAddress } from './privacy/house-address.ts';
import { rule as privacyIdNumber } from './privacy/id-number.ts';
import { rule as privacyMinorConsent } from './privacy/minor-consent.ts';
import { rule as privacyMinorName } from './privacy/minor-name.ts';
import { rule as privacyMobileNumber } from './privacy/mobile-number.ts';
import { rule as privacyRecipientList } from './privacy/recipient-list.ts';
import { rule as textDoubledPunctuation } from './text/doubled-punctuation.ts';
import { rule as textHalfWidth } from './text/half-width.ts';
import { rule as textHtmlLeftover } from './text/html-leftover.ts';
import { rule as textInvisibleCharacter } from './text/invisible-character.ts';
import { rule as textLostCharacter } from './text/lost-character.ts';
import { rule as textMojibake } from './text/mojibake.ts';
import { rule as textNumberForm } from './text/number-form.ts';
import { rule as textPastedSpace } from './text/pasted-space.ts';
import { rule as textPrivateCharacter } from './text/private-character.ts';
import { rule as textReadingInBrackets } from './text/reading-in-brackets.ts';
import { rule as textReplacementCharacter } from './text/replacement-character.ts';
import { rule as textStraightQuotes } from './text/straight-quotes.ts';
import { rule as textTraditional } from './text/traditional.ts';
import { rule as textUnknownCharacter } from './text/unknown-character.ts';

export const rules: readonly Rule[] = [
  privacyBankCard,
  privacyConsentDate,
  privacyHouseAddress,
  privacyIdNumber,
  privacyMinorConsent,
  privacyMinorName,
  privacyMobileNumber,
  privacyRecipientList,
  textDoubledPunctuation,
  textHalfWidth,
  textHtmlLeftover,
  textInvisibleCharacter,
  textLostCharacter,
  textMojibake,
  textNumberForm,
  textPastedSpace,
  textPrivateCharacter,
  textReadingInBrackets,
  textReplacementCharacter,
  textStraightQuotes,
  textTraditional,
  textUnknownCharacter,
];
