/** Addresses allowed in fields and bodies: those that every browser parses as they look, so that none leads to another host by a trick. */

/** Invisible, or parsed differently by browsers: backslashes as slashes, controls and blanks as nothing. */
const ODD = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\"<>`{}|^]/u;
/** Characters that no file name may contain, in whichever notation. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\/:?#%"'<>|*`{}^]/u;
const MAX_PATH_LENGTH = 300;

/** Whether it is an absolute address on http or https, without credentials. */
export function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/[^/?#@]/i.test(address) || ODD.test(address) || !canParse(address)) return false;
  const { username, password, hostname } = new URL(address);
  return username === '' && password === '' && hostname !== '';
}

/** Whether it can be the address of a site: letters, digits and - . _ ~ only, because it is used in every page, code and header. */
export function isSiteAddress(address: string): boolean {
  const isPlain = /^https?:\/\/[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*(?::\d{1,5})?(?:\/[\w.~-]+)*\/?$/i.test(
    address,
  );
  return isPlain && !/\/\.{1,2}(?:\/|$)/.test(address) && isWebAddress(address);
}

/** Whether it is the path of a file in the folder public, from its top, literal or percent-encoded. */
export function isPublicPath(path: string): boolean {
  if (!/^\/[^/]/.test(path) || path.length > MAX_PATH_LENGTH || ODD.test(path)) return false;
  return path.slice(1).split('/').every(isName);
}

/** Whether a link of a body may have this address: a page or file of the site, an anchor, the web, a telephone or mail. */
export function isLinkAddress(address: string): boolean {
  if (/^https?:/i.test(address)) return isWebAddress(address);
  if (/^tel:/i.test(address)) return /^tel:\+?[\d*#(),.;\p{Pd} -]{1,40}$/iu.test(address);
  if (/^mailto:/i.test(address)) return /^mailto:[^\s\p{Cc}\p{Cf}\\"<>]{3,200}$/iu.test(address);
  return (
    /^(?:#|\/(?!\/)|\.{1,2}\/|[\p{L}\p{N}])[^:]*$/u.test(address) &&
    !ODD.test(address) &&
    !/\/\//.test(address)
  );
}

function isName(part: string): boolean {
  try {
    const name = decodeURIComponent(part);
    return name !== '' && !/^\.{1,2}$/.test(name) && !NOT_IN_NAMES.test(name);
  } catch {
    return false;
  }
}

/** As URL.canParse, which browsers have since 2023. */
function canParse(address: string): boolean {
  try {
    return new URL(address) !== undefined;
  } catch {
    return false;
  }
}
