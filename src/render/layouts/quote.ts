/** Quote: one sentence on the waterline, as large as its length allows. */
import { waterlineArt } from "../art/ground.ts";
import type { Block } from "../../model/deck.ts";
import { textWidth } from "../../model/text-width.ts";
import { renderBlocks } from "../blocks.ts";
import { chooseSize, renderHead, WIDE_TITLE, type HeadlineSize } from "../head.ts";
import { classes, element } from "../html.ts";
import { headlineSetting } from "../inlines.ts";
import type { LayoutParts, Scene } from "../scene.ts";
import { blockText } from "../slide-text.ts";

/** Sentences of 150, 120, 96, 76 and 60 px: alone, and below a title. */
export const SENTENCE: readonly HeadlineSize[] = [
  { holds: 20, line: 10.6 }, { holds: 30, line: 13.2 }, { holds: 48, line: 16.5 }, { holds: 90, line: 21 }, { holds: Infinity, line: 26 },
];
export const TITLED: readonly HeadlineSize[] = [
  { holds: 18, line: 10.6 }, { holds: 24, line: 13.2 }, { holds: 30, line: 16.5 }, { holds: 57, line: 21 }, { holds: Infinity, line: 26 },
];

/** Narrowest and widest clause, in em, for three clauses one below the other. */
const CLAUSE = { least: 4, most: 7 };

/** Three clauses of about equal length are a verse: each has its own line, and the waterline is lower. */
export function isVerse(text: string): boolean {
  const widths = text.split(/(?<=[，、；])|\n/u).map((clause) => textWidth(clause.trim()));
  return widths.length === 3 && widths.every((width) => width >= CLAUSE.least && width <= CLAUSE.most);
}

/** Clauses one below the other on an upright screen, if none is longer than this many em; it is wide enough for them in a type of at least 100 px. */
const UPRIGHT = { least: 6, most: 9 };

/** The class that says how many em the longest clause takes; null for a sentence of one clause or of longer ones. */
function clauseClass(text: string): string | null {
  const widths = text.split(/(?<=[，、；：])|\n/u).map((clause) => textWidth(clause.trim())).filter((width) => width > 0);
  const longest = Math.ceil(Math.max(...widths));
  return widths.length < 2 || longest > UPRIGHT.most ? null : `clause-${Math.max(UPRIGHT.least, longest)}`;
}

export function renderQuote(scene: Scene): LayoutParts {
  const { slide } = scene;
  const { blocks } = slide;
  const quote: Block | undefined = blocks.find((block) => block.type === "quote") ?? blocks[0];
  const rest = blocks.filter((block) => block !== quote);
  const text = quote === undefined ? "" : blockText(quote);
  const verse = rest.length === 0 && scene.theme.motif !== "none" && isVerse(text);
  const size = chooseSize(text, slide.title.length === 0 ? SENTENCE : TITLED);
  const html =
    (scene.theme.motif === "none" ? "" : waterlineArt({ waterline: verse ? 760 : 640, depth: verse ? 170 : 280, clear: rest.length === 0 ? [] : [{ x: 112, width: 1100 }], seed: 501 })) +
    renderHead(scene, WIDE_TITLE) +
    element("div", { class: classes("sentence", size.className, verse && "verse", clauseClass(text)) }, quote === undefined ? "" : renderBlocks([quote], { ...scene, setting: headlineSetting(scene.setting, size.line) })) +
    (rest.length === 0 ? "" : element("div", { class: "lead" }, renderBlocks(rest, scene)));
  const deep = scene.variant === "deep";
  return { classes: [], ground: deep ? "deep" : "paper", footer: deep ? "plain" : "full", html };
}
