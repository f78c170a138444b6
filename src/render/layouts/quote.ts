/** Quote: one sentence on the waterline, as large as its length allows. */
import { waterlineArt } from "../art/ground.ts";
import { motifWindow } from "../art/motifs/motif.ts";
import type { Block } from "../../model/deck.ts";
import { textWidth } from "../../model/text-width.ts";
import { renderBlocks } from "../blocks.ts";
import { chooseSize, renderHead, WIDE_TITLE, type HeadlineSize } from "../head.ts";
import { classes, element } from "../html.ts";
import { headlineSetting } from "../inlines.ts";
import type { LayoutParts, Scene } from "../scene.ts";
import { blockText } from "../slide-text.ts";

/** Sentences of 150, 120, 96, 76 and 60 px: alone, and below a title. */
const SENTENCE: readonly HeadlineSize[] = [
  { holds: 20, line: 10.6 }, { holds: 30, line: 13.2 }, { holds: 48, line: 16.5 }, { holds: 90, line: 21 }, { holds: Infinity, line: 26 },
];
const TITLED: readonly HeadlineSize[] = [
  { holds: 18, line: 10.6 }, { holds: 24, line: 13.2 }, { holds: 30, line: 16.5 }, { holds: 57, line: 21 }, { holds: Infinity, line: 26 },
];

/** Narrowest and widest clause, in em, for three clauses one below the other. */
const CLAUSE = { least: 4, most: 7 };

/** Three clauses of about equal length are a verse: each has its own line, and the waterline is lower. */
function isVerse(text: string): boolean {
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

/** Pixels of the canvas: where the sentence begins, its sizes, the right margin, and the room that it keeps from a window. */
const PAGE = { left: 108, sizes: [150, 120, 96, 76, 60], verse: 132, right: 1808, gap: 48 } as const;
/** Diameters of the round window, the largest first; below a verse, whose waterline is lower, it is smaller. */
const WINDOWS = [600, 520, 440, 360] as const;
const VERSE_WINDOW = 520;

/** The widest line, in em, if lines end between clauses; `line` where a clause is longer than a line. */
function widestLine(text: string, line: number): number {
  const clauses = text.split(/(?<=[，、；：。！？])|\n/u).map((clause) => textWidth(clause.trim()));
  if (clauses.some((width) => width > line)) return Math.min(line, textWidth(text));
  let [widest, current] = [0, 0];
  for (const width of clauses) {
    current = current + width > line ? width : current + width;
    widest = Math.max(widest, current);
  }
  return widest;
}

/** The largest window for which the sentence leaves room; undefined if there is none. */
function windowBeside(text: string, size: HeadlineSize["line"], pixels: number, verse: boolean): number | undefined {
  const wide = verse ? Math.max(...text.split(/(?<=[，、；])|\n/u).map((clause) => textWidth(clause.trim()))) : widestLine(text, size);
  return WINDOWS.find((one) => (!verse || one <= VERSE_WINDOW) && PAGE.left + wide * pixels * 1.02 + PAGE.gap <= PAGE.right - one);
}

/** A sentence of one line gives up one size for a drawing beside it. */
function sizeOf(text: string, sizes: readonly HeadlineSize[], drawn: boolean): ReturnType<typeof chooseSize> {
  const size = chooseSize(text, sizes);
  const [first, second] = sizes;
  if (!drawn || first === undefined || second === undefined || size.className !== "size-1" || textWidth(text) > first.line || windowBeside(text, first.line, PAGE.sizes[0], false) !== undefined) return size;
  return windowBeside(text, second.line, PAGE.sizes[1], false) === undefined ? size : { className: "size-2", line: second.line };
}

/** How a sentence is set. */
export interface SentencePlan {
  readonly quote: Block | undefined;
  /** What else is on the slide. */
  readonly rest: readonly Block[];
  readonly text: string;
  readonly verse: boolean;
  readonly size: ReturnType<typeof chooseSize>;
  /** Of its type; a verse has its own. */
  readonly pixels: number;
  /** Diameter of the round window beside it; undefined for none. */
  readonly diameter: number | undefined;
}

export function planSentence({ slide, theme, motif }: Scene): SentencePlan {
  const { blocks } = slide;
  const quote: Block | undefined = blocks.find((block) => block.type === "quote") ?? blocks[0];
  const rest = blocks.filter((block) => block !== quote);
  const text = quote === undefined ? "" : blockText(quote);
  const verse = rest.length === 0 && theme.motif !== "none" && isVerse(text);
  const drawn = rest.length === 0 && motif !== null && theme.motif !== "none";
  const size = sizeOf(text, slide.title.length === 0 ? SENTENCE : TITLED, drawn && !verse);
  const pixels = verse ? PAGE.verse : (PAGE.sizes[Number(size.className.slice(-1)) - 1] ?? 0);
  return { quote, rest, text, verse, size, pixels, diameter: drawn ? windowBeside(text, size.line, pixels, verse) : undefined };
}

export function renderQuote(scene: Scene): LayoutParts {
  const { quote, rest, text, verse, size, diameter } = planSentence(scene);
  const html =
    (scene.theme.motif === "none" ? "" : waterlineArt({ waterline: verse ? 760 : 640, depth: verse ? 170 : 280, clear: rest.length === 0 ? [] : [{ x: 112, width: 1100 }], seed: 501 })) +
    (scene.motif === null || diameter === undefined ? "" : motifWindow(scene.motif, diameter)) +
    renderHead(scene, WIDE_TITLE) +
    element("div", { class: classes("sentence", size.className, verse && "verse", clauseClass(text)) }, quote === undefined ? "" : renderBlocks([quote], { ...scene, setting: headlineSetting(scene.setting, size.line) })) +
    (rest.length === 0 ? "" : element("div", { class: "lead" }, renderBlocks(rest, scene)));
  const deep = scene.variant === "deep";
  return { classes: [verse && "quote-verse"], ground: deep ? "deep" : "paper", footer: deep ? "plain" : "full", html };
}
