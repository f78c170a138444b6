/** What begins with `<`: comments, addresses in angle brackets, `<br>`, and raw HTML, which is shown as text unless trusted. */
import { isAllowedLink } from "./addresses.ts";
import { place, placeAddress, placeLeaf, type Scanner } from "./scanner.ts";
import { cleanHtmlAt } from "../trusted.ts";
import { spanAt } from "../excerpt.ts";
import { linkNotAllowed, rawHtml, unclosedComment, unclosedHtml } from "../../../diagnostics/messages/slides.ts";

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?:\s+[a-zA-Z_:@][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*(\/?)>/y;
const DECLARATION = /<[!?][^<>]*>/y;
const WEB = /<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)>/y;
const MAIL = /<([\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+)>/y;
const VOID: ReadonlySet<string> = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);

/** Reads what begins with `<`; false leaves it to the text. */
export function readAngle(scanner: Scanner): boolean {
  if (scanner.text.startsWith("<!--", scanner.at)) return readComment(scanner);
  return readAutolink(scanner) || readTag(scanner) || readDeclaration(scanner);
}

function readComment(scanner: Scanner): boolean {
  const { text, at, missing } = scanner;
  const end = missing.has("-->") ? -1 : text.indexOf("-->", at + 4);
  if (end !== -1) return place(scanner, at, end + 3, null);
  if (!missing.has("-->")) scanner.scope.context.report(unclosedComment(spanAt(scanner.excerpt, at, at + 4)));
  missing.add("-->");
  return false;
}

function readAutolink(scanner: Scanner): boolean {
  const { text, at, excerpt, scope } = scanner;
  const web = matchAt(WEB, text, at);
  const match = web ?? matchAt(MAIL, text, at);
  if (match === null) return false;
  const end = at + match[0].length;
  const href = web === null ? `mailto:${match[1]!}` : match[1]!;
  if (isAllowedLink(href)) return placeAddress(scanner, { start: at, end, href }, { start: at + 1, end: end - 1 });
  scope.context.report(linkNotAllowed(spanAt(excerpt, at + 1, end - 1), href, false));
  return false;
}

function readTag(scanner: Scanner): boolean {
  const { text, at, excerpt, scope, missing } = scanner;
  const match = matchAt(TAG, text, at);
  if (match === null) return false;
  const name = match[2]!.toLowerCase();
  const closing = match[1] === "/";
  const end = at + match[0].length;
  if (name === "br") return placeLeaf(scanner, at, end, { type: "break", span: spanAt(excerpt, at, end) });
  if (scope.context.settings.html === "trusted") return readTrusted(scanner, name, end, closing, match[3] === "/");
  // One report per pair is enough.
  if (!closing || !missing.has(`<${name}>`)) scope.context.report(rawHtml(spanAt(excerpt, at, end), name));
  if (!closing) missing.add(`<${name}>`);
  scanner.at = end;
  return true;
}

function readTrusted(scanner: Scanner, name: string, tagEnd: number, closing: boolean, selfClosing: boolean): boolean {
  const { text, at, excerpt, scope, missing } = scanner;
  const alone = VOID.has(name) || selfClosing;
  const end = alone ? tagEnd : closing || missing.has(`</${name}>`) ? -1 : elementEnd(text, name, tagEnd);
  if (end === -1) {
    missing.add(`</${name}>`);
    scope.context.report(unclosedHtml(spanAt(excerpt, at, tagEnd), name, closing));
    scanner.at = tagEnd;
    return true;
  }
  const span = spanAt(excerpt, at, end);
  return placeLeaf(scanner, at, end, { type: "html", html: cleanHtmlAt(text.slice(at, end), "phrasing", span, scope.context), span });
}

/** Index after the tag that closes the element whose content begins at `from`; -1 when there is none. */
function elementEnd(text: string, name: string, from: number): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, "gi");
  tags.lastIndex = from;
  let depth = 1;
  for (let match = tags.exec(text); match !== null; match = tags.exec(text)) {
    depth += match[1] === "/" ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return -1;
}

function readDeclaration(scanner: Scanner): boolean {
  const { text, at, excerpt, scope } = scanner;
  const match = matchAt(DECLARATION, text, at);
  if (match === null) return false;
  scope.context.report(rawHtml(spanAt(excerpt, at, at + match[0].length), match[0].slice(1, 12)));
  scanner.at = at + match[0].length;
  return true;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
