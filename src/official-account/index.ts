/** Articles of a built site in the drafts of an official account (公众号). */
export { openAccount } from './account-client.ts';
export { AccountError } from './account-error.ts';
export { accountFrom } from './account-settings.ts';
export { findArticles, sendArticle } from './send-article.ts';
