/** `[text](destination)`, `[text][label]` and the same with `!` for images. */
import { depthOf, draftText } from "./draft.ts";
import { pairMarks } from "./emphasis.ts";
import { isAllowedLink } from "./addresses.ts";
import { plainDestination, readLinkTail, type LinkTail } from "./link-tail.ts";
import { flush, type Bracket, type Scanner } from "./scanner.ts";
import { normaliseLabel } from "../tokens.ts";
import { spanAt } from "../excerpt.ts";
import { brokenImage, fullWidthLink, linkNotAllowed, unusedTitle } from "../../../diagnostics/messages/slides.ts";

/** Reads a `]`: closes the nearest open bracket when a destination follows. */
export function readBracketClose(scanner: Scanner): boolean {
  const { brackets, text, at } = scanner;
  const bracket = brackets.pop();
  if (bracket === undefined) return false;
  const spent = brackets.length < scanner.spent && !bracket.image;
  scanner.spent = Math.min(scanner.spent, brackets.length);
  if (spent) return false;
  const tail = readLinkTail(text, at + 1) ?? readLabel(scanner, bracket);
  if (tail === null) {
    reportNearMiss(scanner, bracket);
    return false;
  }
  closeBracket(scanner, bracket, tail);
  return true;
}

function closeBracket(scanner: Scanner, bracket: Bracket, tail: LinkTail): void {
  const { excerpt, parts, at, scope } = scanner;
  flush(scanner, at);
  const inside = pairMarks(parts.splice(bracket.part + 1), excerpt);
  parts.pop();
  scanner.at = tail.next;
  scanner.pending = tail.next;
  const span = spanAt(excerpt, bracket.start, tail.next);
  if (tail.title !== null) scope.context.report(unusedTitle(spanAt(excerpt, tail.title.start, tail.title.end)));
  if (bracket.image) {
    parts.push({ type: "image", href: tail.href, alt: draftText(inside), altSpan: spanAt(excerpt, bracket.end, at), span });
    return;
  }
  scanner.spent = scanner.brackets.length;
  const children = inside.flatMap((draft) => (draft.type === "link" ? draft.children : [draft]));
  if (isAllowedLink(tail.href)) {
    const depth = 1 + children.reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);
    parts.push({ type: "link", href: tail.href, automatic: false, children, span, depth });
    return;
  }
  const afterMark = scanner.text.charAt(bracket.start - 1) === "！";
  scope.context.report(linkNotAllowed(spanAt(excerpt, tail.start, tail.end), tail.href, afterMark));
  for (const child of children) parts.push(child);
}

/** `[label]` or nothing after the text of a reference link; null when no definition has that label. */
function readLabel(scanner: Scanner, bracket: Bracket): LinkTail | null {
  const { text, at, scope } = scanner;
  if (scope.links.size === 0) return null;
  const explicit = /^\[((?:\\.|[^[\]\\]){0,999})\]/s.exec(text.slice(at + 1, at + 1002));
  const label = explicit === null || explicit[1]!.trim() === "" ? text.slice(bracket.end, at) : explicit[1]!;
  const key = label.length > 999 ? "" : normaliseLabel(label);
  const href = scope.links.get(key);
  if (href === undefined) return null;
  scope.usedLinks.add(key);
  return { href: plainDestination(href), start: bracket.end, end: at, next: at + 1 + (explicit?.[0].length ?? 0), title: null };
}

/** Reports what looks like a link or image but is not one, for reasons that the text does not show. */
function reportNearMiss(scanner: Scanner, bracket: Bracket): void {
  const { text, at, excerpt, scope } = scanner;
  const next = text.charAt(at + 1);
  if (bracket.image && (next === "(" || next === "（")) scope.context.report(brokenImage(spanAt(excerpt, bracket.start, at + 1)));
  else if (next === "（" && /^（\s*(?:https?:|www\.|mailto:|#)/i.test(text.slice(at + 1, at + 12))) {
    scope.context.report(fullWidthLink(spanAt(excerpt, bracket.start, at + 2)));
  }
}
