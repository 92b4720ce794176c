/** Which official account, from the environment only: a secret in a file or in arguments would be seen by others. */
import { AccountError } from './account-error.ts';

export interface AccountSettings {
  appId: string;
  secret: string;
  /** Origin of the interface. */
  server: string;
}

const DEFAULT_SERVER = 'https://api.weixin.qq.com';

/** The account of the environment. Throws AccountError if something is missing, or the secret would cross a network in the clear. */
export function accountFrom(environment: NodeJS.ProcessEnv): AccountSettings {
  const appId = environment.MINGBAI_WECHAT_APPID?.trim() ?? '';
  const secret = environment.MINGBAI_WECHAT_SECRET?.trim() ?? '';
  const missing = [
    ...(appId === '' ? ['MINGBAI_WECHAT_APPID'] : []),
    ...(secret === '' ? ['MINGBAI_WECHAT_SECRET'] : []),
  ];
  if (missing.length > 0)
    throw new AccountError(
      `不知道是哪个公众号：没有 ${missing.join('、')}。这两样在公众号后台的“基本配置”里，写进环境变量，不要写进文件，也不要发给别人。`,
    );
  return { appId, secret, server: serverFrom(environment.MINGBAI_WECHAT_API ?? DEFAULT_SERVER) };
}

function serverFrom(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLocal = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (!url || (url.protocol !== 'https:' && !isLocal))
    throw new AccountError('MINGBAI_WECHAT_API 要写成 https:// 开头的网址，密钥不能不加密就传出去。');
  return url.origin;
}
