/** Web and mail addresses: where a bare one ends, and which links a deck may hold. */

/** A bare address from index `start` up to `end`, and where it leads. */
export interface Address {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

// Only ASCII: a full-width mark or a Han character ends the address. Brackets may close a link around it.
const WEB = /(?:https?:\/\/|www\.)[a-z0-9_-]+(?:\.[a-z0-9_-]+)+(?::\d+)?[!#-;=?-Z_a-z~]*/iy;
const MAIL = /@[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)+/iy;

/** The bare `http://` or `https://` address whose `://` is at `colon`, not before `from`; null when there is none. */
export function findWebAddress(text: string, colon: number, from: number): Address | null {
  if (!text.startsWith("://", colon)) return null;
  const scheme = /(?<![a-z0-9])https?$/i.exec(text.slice(Math.max(from, colon - 6), colon));
  if (scheme === null) return null;
  const start = colon - scheme[0].length;
  return addressAt(text, start, "");
}

/** The bare `www.` address at `start`; null when there is none. */
export function findWwwAddress(text: string, start: number): Address | null {
  if (text.slice(start, start + 4).toLowerCase() !== "www." || /[\w./@:-]/.test(text.charAt(start - 1))) return null;
  return addressAt(text, start, "http://");
}

/** The bare mail address whose @ is at `at`, not before `from`; null when there is none. */
export function findMailAddress(text: string, at: number, from: number): Address | null {
  let start = at;
  while (start > from && /[\w.+-]/.test(text.charAt(start - 1))) start--;
  MAIL.lastIndex = at;
  if (start === at || !MAIL.test(text)) return null;
  return { start, end: MAIL.lastIndex, href: `mailto:${text.slice(start, MAIL.lastIndex)}` };
}

function addressAt(text: string, start: number, scheme: string): Address | null {
  WEB.lastIndex = start;
  const match = WEB.exec(text);
  if (match === null) return null;
  const address = trimAddress(match[0]);
  if (!/^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+/i.test(address)) return null;
  return { start, end: start + address.length, href: scheme + address };
}

/** Marks that end a sentence, character references at the end, and closing brackets opened before it do not belong to an address. */
function trimAddress(address: string): string {
  let end = address.length;
  let surplus = address.split(")").length - address.split("(").length;
  while (end > 0) {
    const last = address.charAt(end - 1);
    const reference = last === ";" ? (/&[a-zA-Z0-9]{1,31};$/.exec(address.slice(Math.max(0, end - 33), end))?.[0].length ?? 1) : 1;
    if (last === ")" && surplus > 0) surplus--;
    else if (!"?!.,:;*_~'".includes(last)) break;
    end -= reference;
  }
  return address.slice(0, end);
}

/** Whether a link may lead there: the web, a mail address, or a slide of this deck. */
export function isAllowedLink(href: string): boolean {
  return /^(?:https?:\/\/[^\s]|mailto:[^\s]|#[^\s])/i.test(href);
}
