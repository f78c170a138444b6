/** The outline of a section: its title, and which blocks belong to which slide. */
import type { Tokens } from "marked";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { emptySectionTitle, secondSectionTitle, sectionTitleNotFirst } from "../../diagnostics/messages/slides.ts";
import { joinExcerpts, sliceExcerpt, spanAt, trimExcerpt, type Excerpt } from "./excerpt.ts";
import { isComment, type Placed } from "./tokens.ts";

/** A slide before its content is read. */
export interface SlideOutline {
  /** Text of the heading with its attributes; null for a slide begun by `---` or by nothing. */
  readonly heading: Excerpt | null;
  /** True for the slide that `#` makes. */
  readonly divider: boolean;
  /** What began the slide. */
  readonly start: Excerpt;
  readonly blocks: Placed[];
}

/** Divides the blocks of a section into slides; the divider, if there is one, comes first. */
export function outlineSlides(blocks: readonly Placed[], report: Report): readonly SlideOutline[] {
  const slides: SlideOutline[] = [];
  const begin = (heading: Excerpt | null, start: Excerpt, divider: boolean): void => void slides.push({ heading, start, divider, blocks: [] });
  joinBrokenHeadings(blocks).forEach((placed) => {
    const { token, source } = placed;
    const depth = token.type === "heading" ? (token as Tokens.Heading).depth : 0;
    if (depth === 1) begin(headingText(source), source, isSectionTitle(source, slides, report));
    else if (depth === 2) begin(headingText(source), source, false);
    else if (token.type === "hr") begin(null, source, false);
    else if (slides.length > 0) slides.at(-1)!.blocks.push(placed);
    else if (!isSilent(placed)) {
      begin(null, source, false);
      slides.at(-1)!.blocks.push(placed);
    }
  });
  // A break right before a heading, at the end, or twice in a row begins nothing.
  return slides.filter(({ heading, blocks: inside }) => heading !== null || inside.some((placed) => !isSilent(placed)));
}

/** Whether a `#` opens the section; if not, it is reported and begins an ordinary slide. */
function isSectionTitle(source: Excerpt, slides: readonly SlideOutline[], report: Report): boolean {
  const span = spanAt(trimExcerpt(source));
  const first = slides.find(({ divider }) => divider);
  if (first !== undefined) report(secondSectionTitle(span, spanAt(trimExcerpt(first.start))));
  else if (slides.some(({ heading, blocks }) => heading !== null || blocks.some((placed) => !isSilent(placed)))) report(sectionTitleNotFirst(span));
  else {
    if (/^\s*#\s*$/.test(source.text)) report(emptySectionTitle(span));
    return true;
  }
  return false;
}

/** The text of a heading without the marks at its start and end. */
export function headingText(source: Excerpt): Excerpt {
  const heading = trimExcerpt(source);
  const start = /^#{1,6}[ \t]*/.exec(heading.text)?.[0].length ?? 0;
  const end = /(?:^|[ \t])#+$/.exec(heading.text.slice(start));
  return trimExcerpt(sliceExcerpt(heading, start, end === null ? heading.text.length : start + end.index));
}

/** A heading that ends with a backslash continues in the paragraph on the next line. */
function joinBrokenHeadings(blocks: readonly Placed[]): readonly Placed[] {
  const joined: Placed[] = [];
  for (const placed of blocks) {
    const last = joined.at(-1);
    const goesOn = placed.token.type === "paragraph" && last?.token.type === "heading" && /(?<!\\)\\$/.test(last.source.text.slice(-3).trimEnd());
    if (goesOn) joined[joined.length - 1] = { token: last.token, source: joinExcerpts([last.source, placed.source]) };
    else joined.push(placed);
  }
  return joined;
}

/** Blank lines, comments and link definitions show nothing. */
function isSilent({ token }: Placed): boolean {
  return token.type === "space" || token.type === "def" || isComment(token);
}
