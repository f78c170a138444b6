/** The head of a slide: kicker and title; the title's size depends on its length. */
import { goesOn, type Inline } from "../model/deck.ts";
import { textWidth } from "../model/text-width.ts";
import { plainText } from "../model/plain-text.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { headlineSetting, renderInlines, renderText } from "./inlines.ts";
import type { Scene } from "./scene.ts";

/** One size of a headline. */
export interface HeadlineSize {
  /** Widest text, in em, for this size. */
  readonly holds: number;
  /** Em that fit one line. */
  readonly line: number;
}

/** The first size that holds the text, and whose lines hold its `longest` phrase, in em; the last size holds any text. Its class is `size-1`, `size-2` …. */
export function chooseSize(text: string, sizes: readonly HeadlineSize[], longest = 0): { readonly className: string; readonly line: number } {
  const width = textWidth(text);
  const found = sizes.findIndex(({ holds, line }) => width <= holds && longest <= line);
  const index = found === -1 ? sizes.length - 1 : found;
  return { className: `size-${index + 1}`, line: sizes[index]?.line ?? Infinity };
}

/** Titles of 72, 60 and 50 px: over the whole width, in five columns, in four. */
export const WIDE_TITLE: readonly HeadlineSize[] = [{ holds: 30, line: 23 }, { holds: 54, line: 28 }, { holds: Infinity, line: 33 }];
export const SIDE_TITLE: readonly HeadlineSize[] = [{ holds: 21, line: 9.4 }, { holds: 36, line: 11.3 }, { holds: Infinity, line: 13.6 }];
/** Beside numbers that hang before their rows. */
export const NUMBERED_TITLE: readonly HeadlineSize[] = [{ holds: 21, line: 8.4 }, { holds: 36, line: 10.1 }, { holds: Infinity, line: 12.2 }];
export const CHART_TITLE: readonly HeadlineSize[] = [{ holds: 20, line: 7.4 }, { holds: 32, line: 8.9 }, { holds: Infinity, line: 10.7 }];

/** Titles of 84, 68 and 54 px over the whole width, in one line as far as it goes. */
export const HALL_TITLE: readonly HeadlineSize[] = [{ holds: 20, line: 20 }, { holds: 36, line: 24 }, { holds: Infinity, line: 31 }];

/** Titles of 88, 72, 60 and 50 px on a panel of a third of the slide. */
export const PANEL_TITLE: readonly HeadlineSize[] = [{ holds: 18, line: 5.3 }, { holds: 26, line: 6.5 }, { holds: 44, line: 7.8 }, { holds: Infinity, line: 9.4 }];

/** A heading of the slide's own level, sized by the length of its text. */
export function renderHeading(inlines: readonly Inline[], scene: Scene, className: string, sizes: readonly HeadlineSize[]): string {
  const size = chooseSize(plainText(inlines), sizes, longestPhrase(plainText(inlines), scene));
  // A slide that goes on has no heading of its own, so that bookmarks and screen readers have each title once.
  return element(goesOn(scene.slide) ? "p" : `h${scene.level}`, { class: `${className} ${size.className}` }, renderInlines(inlines, headlineSetting(scene.setting, size.line)));
}

/** Words of the heavy serif are this much wider than Latin text on average. */
const BOLD_LATIN = 1.16;

/** Width of the widest stretch that no line may break, in em. */
export function longestPhrase(text: string, { setting }: Pick<Scene, "setting">): number {
  if (setting.type !== "phrases") return 0;
  const breaks = setting.findBreaks(text);
  let [longest, from] = [0, 0];
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && text[at] !== "\n" && text[at] !== " " && !breaks.has(at)) continue;
    const phrase = text.slice(from, at).trim();
    longest = Math.max(longest, textWidth(phrase) * (/[A-Za-z]{3}/.test(phrase) ? BOLD_LATIN : 1));
    from = at;
  }
  return longest;
}

/** The slide's own title; empty if it has none. */
export function renderTitle(scene: Scene, sizes: readonly HeadlineSize[]): string {
  return scene.slide.title.length === 0 ? "" : renderHeading(scene.slide.title, scene, "title", sizes);
}

/** The title as written, or the deck's default words in its place. */
export function titleOr(scene: Scene, words: string): readonly Inline[] {
  return scene.slide.title.length > 0 ? scene.slide.title : [{ type: "text", text: words, span: scene.slide.span }];
}

export function renderKicker(scene: Scene, text = scene.slide.kicker): string {
  return text === "" ? "" : element("p", { class: "kicker" }, renderText(text, scene.setting));
}

/** Kicker and title; empty if there is neither. */
export function renderHead(scene: Scene, sizes: readonly HeadlineSize[]): string {
  const number = scene.slide.number === "" ? "" : element("p", { class: "task-number", "aria-hidden": "true" }, escapeHtml(scene.slide.number));
  const html = number + renderKicker(scene) + renderTitle(scene, sizes);
  return html === "" ? "" : element("header", { class: classes("head", number !== "" && "head-numbered") }, html);
}
