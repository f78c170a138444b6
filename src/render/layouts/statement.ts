/** Statement: commitments inside the arches of one bridge, with their outcomes below the water; on blocks in a theme without it. */
import type { BlockOf } from "../../model/deck.ts";
import { textWidth } from "../../model/text-width.ts";
import { plainText } from "../../model/plain-text.ts";
import { statementArt } from "../art/statement.ts";
import { blocksOf, renderBlock, renderBlocks } from "../blocks.ts";
import { renderHead, WIDE_TITLE } from "../head.ts";
import { classes, element } from "../html.ts";
import { renderText } from "../inlines.ts";
import { withStep, type LayoutParts, type Scene } from "../scene.ts";

/** Blocks in a theme without the bridge, in pixels as in bare.css: sizes of commitments, the room for their lines, and gap and sides by the number of blocks. */
const BLOCK = { sizes: [120, 104, 92, 80, 68, 56, 48, 44, 36], height: 392, line: 1.25, narrow: { gap: 20, side: 16 }, wide: { gap: 32, side: 28 }, caution: 1.03 } as const;

/** The parts of a commitment, which stand one below the other. */
export function commitmentLines(card: BlockOf<"card">): readonly string[] {
  return plainText(card.title).split(/[、，\n]/u).map((line) => line.trim());
}

/** The largest size in which every part has a line of its own on its block. */
export function commitmentSize(cards: readonly BlockOf<"card">[]): number {
  const { gap, side } = cards.length > 4 ? BLOCK.narrow : BLOCK.wide;
  const width = (1696 - gap * (cards.length - 1)) / cards.length - 2 * side;
  const fits = (size: number): boolean => cards.every((card) => {
    const lines = commitmentLines(card);
    return lines.length * size * BLOCK.line <= BLOCK.height && lines.every((line) => textWidth(line) * size * BLOCK.caution <= width);
  });
  return BLOCK.sizes.find(fits) ?? BLOCK.sizes.at(-1)!;
}

export function renderStatement(scene: Scene): LayoutParts {
  const cards = blocksOf(scene.slide.blocks, "card");
  const others = scene.slide.blocks.filter((block) => block.type !== "card");
  const html =
    (scene.theme.motif === "none" ? "" : statementArt(cards.length).svg) +
    renderHead(scene, WIDE_TITLE) +
    element("div", { class: classes("statements", `cols-${cards.length}`, cards.every(isBrief) && "statements-brief", scene.theme.motif === "none" && `head-${commitmentSize(cards)}`) }, cards.map((card) => renderCommitment(card, scene)).join("")) +
    renderBlocks(others, scene);
  return { classes: [], ground: "paper", footer: "full", html };
}

/** Widest strong part of an outcome, in em, that gets the larger size. */
const BRIEF = 6;

function isBrief(card: BlockOf<"card">): boolean {
  const strong = card.blocks.flatMap((block) => (block.type === "paragraph" ? block.inlines : [])).filter((inline) => inline.type === "strong");
  return strong.every((inline) => textWidth(plainText(inline.children)) <= BRIEF);
}

function renderCommitment(card: BlockOf<"card">, scene: Scene): string {
  const lines = commitmentLines(card).map((line) => element("span", { class: "line" }, renderText(line, scene.setting)));
  const title = element(`h${scene.level + 1}`, { class: "commitment" }, lines.join(" "));
  const outcome = card.blocks.map((block) => renderBlock(block, scene)).join("");
  return element("article", withStep(card.step, scene, { class: "statement" }), title + element("div", { class: "outcome" }, outcome));
}
