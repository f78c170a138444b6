/** Statement: commitments inside the arches of one bridge, with their outcomes below the water. */
import type { BlockOf } from "../../model/deck.ts";
import { textWidth } from "../../model/text-width.ts";
import { plainText } from "../../model/plain-text.ts";
import { statementArt } from "../art/statement.ts";
import { blocksOf, renderBlock, renderBlocks } from "../blocks.ts";
import { renderHead, WIDE_TITLE } from "../head.ts";
import { classes, element, escapeHtml } from "../html.ts";
import { withStep, type LayoutParts, type Scene } from "../scene.ts";

export function renderStatement(scene: Scene): LayoutParts {
  const cards = blocksOf(scene.slide.blocks, "card");
  const others = scene.slide.blocks.filter((block) => block.type !== "card");
  const html =
    (scene.theme.motif === "none" ? "" : statementArt(cards.length).svg) +
    renderHead(scene, WIDE_TITLE) +
    element("div", { class: classes("statements", `cols-${cards.length}`, cards.every(isBrief) && "statements-brief") }, cards.map((card) => renderCommitment(card, scene)).join("")) +
    renderBlocks(others, scene);
  return { classes: [], ground: "paper", footer: "full", html };
}

/** Widest strong part of an outcome, in em, that gets the larger size. */
const BRIEF = 6;

function isBrief(card: BlockOf<"card">): boolean {
  const strong = card.blocks.flatMap((block) => (block.type === "paragraph" ? block.inlines : [])).filter((inline) => inline.type === "strong");
  return strong.every((inline) => textWidth(plainText(inline.children)) <= BRIEF);
}

/** The commitment's parts, split at 、 or ，, stand one below the other in the arch. */
function renderCommitment(card: BlockOf<"card">, scene: Scene): string {
  const lines = plainText(card.title).split(/[、，\n]/u).map((line) => element("span", { class: "line" }, escapeHtml(line.trim())));
  const title = element(`h${scene.level + 1}`, { class: "commitment" }, lines.join(" "));
  const outcome = card.blocks.map((block) => renderBlock(block, scene)).join("");
  return element("article", withStep(card.step, scene, { class: "statement" }), title + element("div", { class: "outcome" }, outcome));
}
