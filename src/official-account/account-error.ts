/** What went wrong with the official account, in Chinese. No message has a secret: it is built from a code and from redacted text. */
import { printable } from '../documents/printable.ts';

/** An error that an editor can act on; its message is complete. */
export class AccountError extends Error {
  override name = 'AccountError';
}

/** Codes of the interface (公众号开发文档, 全局返回码) with what to do. */
const CAUSES: Readonly<Record<number, string>> = {
  40001: '密钥（MINGBAI_WECHAT_SECRET）不对，或者不是这个公众号的。到公众号后台的“基本配置”里核对。',
  40013: 'AppID（MINGBAI_WECHAT_APPID）不对，大小写也要一样。到公众号后台的“基本配置”里核对。',
  40125: '密钥（MINGBAI_WECHAT_SECRET）不对。到公众号后台的“基本配置”里核对，改过的要用新的。',
  40243: '密钥被冻结了。管理员到公众号后台的“基本配置”里解冻。',
  50004: '这个公众号不能用接口了。到公众号后台看看有没有通知。',
  50007: '这个公众号被冻结了。到公众号后台看看有没有通知。',
  48001: '这个公众号没有用草稿接口的权限。到公众号后台的“接口权限”里看，一般要先认证。',
  45009: '今天调用的次数用完了。明天再来，或者到后台把次数清零。',
  45011: '调用得太快。过一分钟再来。',
  45001: '图片太大。',
  40005: '图片的格式不对，只收 jpg 和 png。',
  40009: '正文里的图片太大，要在 1 MB 以下。',
  40137: '图片的格式不对，只收 jpg 和 png。',
  45003: '标题太长，最多 32 个字。',
  45004: '摘要太长，最多 128 个字。',
  45002: '正文太长：连格式在内要少于 2 万个字符。把正文分成两篇，或者删短。',
  45008: '正文太长：连格式在内要少于 2 万个字符。把正文分成两篇，或者删短。',
  45005: '阅读原文的网址太长，或者不能用。',
  40007: '封面图没有传上去。再试一次。',
  44003: '正文是空的。',
  45166: '正文里有不能用的东西。先到后台手工粘贴一次，看它说哪里不行。',
};

/** The error for a code of the interface; `secrets` never come out. */
export function accountError(code: number, text: string, secrets: readonly string[]): AccountError {
  if (code === 40164) {
    const [ip = ''] = /\d{1,3}(?:\.\d{1,3}){3}/.exec(text) ?? [];
    return new AccountError(
      `公众号不认这台电脑的网络地址${ip && ` ${ip}`}。管理员到公众号后台的“基本配置”里，把它加进“IP白名单”，过几分钟再来。`,
    );
  }
  const cause = CAUSES[code] ?? '不认识的错误。把这个号码在“公众号开发文档”里查一查。';
  const said = redact(printable(text), secrets).slice(0, 200);
  return new AccountError(`没有放进草稿箱：${cause}（公众号的回答：${code} ${said}）`);
}

/** A text without the secrets, also as they are written in an address. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((rest, secret) => rest.split(secret).join('…'), text);
}
