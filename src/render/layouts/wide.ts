/** Layouts whose head spans the whole width: columns and table. */
import { planLong, planShort, type ColumnForm } from "../../model/column-plan.ts";
import { waterlineArt } from "../art/ground.ts";
import { motifWindow } from "../art/motifs/motif.ts";
import { blocksOf, renderBlocks, renderCard } from "../blocks.ts";
import { renderHead, WIDE_TITLE } from "../head.ts";
import { element } from "../html.ts";
import type { LayoutParts, PhotoFrame, Scene } from "../scene.ts";

/** Where the line runs below heads of one line and of two, as in columns.css. */
const WATERLINES = { standing: 580, beside: 580, low: 640 } as const;
/** Ripples reach this far below the line; the words stand below them. */
const DEPTH = 72;
/** Diameter of the round window beside two cards. */
const WINDOW = 520;

/** Two to four cards side by side; cards of only a few words stand on a waterline or fill rows. */
export function renderColumns(scene: Scene): LayoutParts {
  const cards = blocksOf(scene.slide.blocks, "card");
  const lead = renderBlocks(scene.slide.blocks.filter((block) => block.type !== "card"), scene);
  const count = Math.max(1, Math.min(4, cards.length));
  const html = cards.map((card) => renderCard(card, { ...scene, frame: photoFrame(count) })).join("");
  const deep = scene.variant === "deep";
  const drawn = scene.theme.motif !== "none";
  const short = planShort(cards, count, { drawing: drawn && scene.motif !== null, lead: lead !== "" });
  if (short === null) {
    const form = planLong(cards, count);
    return onGround(deep, wideParts(scene, lead, element("div", { class: `columns cols-${count} head-${form.head} text-${form.text}` }, html)));
  }
  const body = element("div", { class: `columns-short columns-${short.kind} cols-${count} head-${short.head} text-${short.text}` }, html);
  const parts = onGround(deep, wideParts(scene, lead, body));
  return { ...parts, html: (drawn ? renderBanks(short, count, scene) : "") + parts.html };
}

/** The waterline below the heads, and the drawing beside them. */
function renderBanks({ kind }: ColumnForm, count: number, { motif }: Scene): string {
  if (kind === "rows") return "";
  const window = kind === "beside" && motif !== null ? motifWindow(motif, WINDOW) : "";
  return waterlineArt({ waterline: WATERLINES[kind], depth: DEPTH, clear: [], seed: 90 + count }) + window;
}

function onGround(deep: boolean, parts: LayoutParts): LayoutParts {
  return deep ? { ...parts, ground: "deep", footer: "plain" } : parts;
}

/** Frame of a photo on a card, as in columns.css: cards share the line of 1696 px with gaps of 32 px. */
function photoFrame(count: number): PhotoFrame {
  return { width: (1696 - (count - 1) * 32) / count, height: 360 };
}

/** One table in the type that its plan gives it. */
export function renderTableSlide(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const tables = blocksOf(blocks, "table");
  const lead = renderBlocks(blocks.filter((block) => block.type !== "table"), scene);
  return wideParts(scene, lead, renderBlocks(tables, scene));
}

/** Then and now, row by row. */
export function renderReviewSlide(scene: Scene): LayoutParts {
  return aroundBlock("review", scene);
}

/** Blocks of one type below the head, and any other as the lead. */
export function aroundBlock(type: "review" | "photos", scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  return wideParts(scene, renderBlocks(blocks.filter((block) => block.type !== type), scene), renderBlocks(blocksOf(blocks, type), scene));
}

export function wideParts(scene: Scene, lead: string, body: string): LayoutParts {
  const leadBox = lead === "" ? "" : element("div", { class: "lead" }, lead);
  return {
    classes: ["wide"], ground: "paper", footer: "full",
    html: element("div", { class: "stack" }, renderHead(scene, WIDE_TITLE) + leadBox + element("div", { class: "body" }, body)),
  };
}
