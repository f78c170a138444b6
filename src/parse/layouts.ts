/** Layouts: what each takes and which one fits a slide's content. */
import { LAYOUTS, type Block, type BlockOf, type BlockType, type Layout } from "../model/deck.ts";
import type { Text } from "../diagnostics/diagnostic.ts";
import { BLOCK_NAMES } from "./block-names.ts";

/** How many blocks of some types a layout takes. */
export interface Slot {
  readonly types: readonly BlockType[];
  readonly min: number;
  readonly max: number;
  /** Limits on what one of these blocks holds: items of a list, rows and columns of a table. */
  readonly size: { readonly items: number } | { readonly rows: number; readonly columns: number } | null;
}

/** What a layout takes. Trusted HTML counts as a paragraph. */
export interface LayoutSlots {
  /** `optional`: without a title, the layout shows its own, or none. */
  readonly title: "required" | "optional";
  readonly slots: readonly Slot[];
  /** Slots of which at most one is filled; exactly one when `needed`. */
  readonly either: { readonly slots: readonly Slot[]; readonly needed: boolean } | null;
  /** What each card (`###`) takes; null when the layout takes no cards. */
  readonly card: { readonly min: number; readonly max: number; readonly inside: Pick<LayoutSlots, "slots" | "either"> } | null;
}

function slot(types: BlockType | readonly BlockType[], min: number, max: number, size: Slot["size"] = null): Slot {
  return { types: typeof types === "string" ? [types] : types, min, max, size };
}

const PARAGRAPH = slot("paragraph", 0, 1);
/** No limit. */
export const MANY = Number.POSITIVE_INFINITY;
const titled = (...slots: readonly Slot[]): LayoutSlots => ({ title: "required", slots, either: null, card: null });

/** The same table as in docs/authoring.md, "Layouts: what each takes". */
export const LAYOUT_SLOTS: Readonly<Record<Layout, LayoutSlots>> = {
  cover: { ...titled(), title: "optional" },
  agenda: { ...titled(), title: "optional" },
  section: titled(PARAGRAPH),
  statement: { ...titled(), card: { min: 2, max: 5, inside: { slots: [slot("paragraph", 1, 1)], either: null } } },
  figures: titled(slot(["figures", "targets"], 1, 1), PARAGRAPH),
  chart: titled(slot("chart", 1, 1), PARAGRAPH),
  bullets: titled(PARAGRAPH, slot("list", 1, 1, { items: 42 })),
  columns: {
    ...titled(),
    card: { min: 2, max: 4, inside: { slots: [slot("paragraph", 0, MANY), slot("list", 0, MANY), slot("image", 0, MANY)], either: null } },
  },
  cards: {
    ...titled(PARAGRAPH),
    card: { min: 1, max: 4, inside: { slots: [], either: { slots: [PARAGRAPH, slot("list", 0, 1)], needed: false } } },
  },
  picture: {
    title: "optional",
    slots: [slot("image", 0, 1)],
    either: { slots: [slot("paragraph", 0, 2), slot("list", 0, 1)], needed: false },
    card: null,
  },
  table: titled(slot("table", 1, 1, { rows: 64, columns: 8 }), PARAGRAPH),
  zones: titled(slot("zones", 1, 1), PARAGRAPH),
  projects: titled(slot("projects", 1, 1), PARAGRAPH),
  photos: { title: "required", slots: [PARAGRAPH], either: { slots: [slot("photos", 1, 1), slot("image", 2, 6)], needed: true }, card: null },
  units: titled(slot("units", 1, 1), PARAGRAPH),
  review: titled(slot("review", 1, 1), PARAGRAPH),
  timeline: titled(slot("timeline", 1, 1)),
  quote: { title: "optional", slots: [], either: { slots: [slot("quote", 0, 1), PARAGRAPH], needed: true }, card: null },
  closing: titled(PARAGRAPH),
};

/** What a slide holds, as far as its layout is concerned. */
export interface SlideContent {
  readonly titled: boolean;
  readonly blocks: readonly Block[];
}

/** The layout that follows from the content if the author names none, and the rule that chose it. */
export function inferLayout({ titled: hasTitle, blocks }: SlideContent): { readonly layout: Layout; readonly reason: Text } {
  const types = new Set(blocks.map(({ type }) => type));
  const rule = INFERENCE.find(({ type }) => types.has(type));
  const images = blocks.filter(({ type }) => type === "image").length;
  if (rule?.layout === "picture" && images > 1) return { layout: "photos", reason: { zh: `含有 ${images} 张图片`, en: `it holds ${images} images` } };
  if (rule !== undefined) return { layout: rule.layout, reason: { zh: `含有${BLOCK_NAMES[rule.type].zh}`, en: `it holds ${BLOCK_NAMES[rule.type].one}` } };
  if (!hasTitle) return { layout: "quote", reason: { zh: "没有标题", en: "it has no title" } };
  return { layout: "picture", reason: { zh: "有标题，没有需要专门版式的内容", en: "it has a title and nothing that asks for a layout" } };
}

/** Tried in this order: the first type of block found decides. */
const INFERENCE: readonly { readonly type: BlockType; readonly layout: Layout }[] = [
  { type: "chart", layout: "chart" },
  { type: "figures", layout: "figures" },
  { type: "targets", layout: "figures" },
  { type: "zones", layout: "zones" },
  { type: "projects", layout: "projects" },
  { type: "photos", layout: "photos" },
  { type: "units", layout: "units" },
  { type: "review", layout: "review" },
  { type: "timeline", layout: "timeline" },
  { type: "table", layout: "table" },
  { type: "image", layout: "picture" },
  { type: "card", layout: "cards" },
  { type: "quote", layout: "quote" },
  { type: "list", layout: "bullets" },
];

/** Why content does not fit a layout: the block to point at, or null for the slide as a whole. */
export interface Misfit {
  readonly block: Block | null;
}

/** The first thing that does not fit; null when everything does. A missing title is not judged here. */
export function findMisfit(layout: Layout, blocks: readonly Block[]): Misfit | null {
  const { slots, either, card } = LAYOUT_SLOTS[layout];
  const cards = blocks.filter((block): block is BlockOf<"card"> => block.type === "card");
  const others = blocks.filter(({ type }) => type !== "card");
  const misfit = findMisfitInside({ slots, either }, others);
  if (misfit !== null) return misfit;
  if (card === null) return cards[0] === undefined ? null : { block: cards[0] };
  if (cards.length > card.max) return { block: cards[card.max] ?? null };
  if (cards.length < card.min) return { block: null };
  const full = cards.find(({ blocks: inside }) => findMisfitInside(card.inside, inside) !== null);
  return full === undefined ? null : { block: findMisfitInside(card.inside, full.blocks)?.block ?? full };
}

function findMisfitInside({ slots, either }: Pick<LayoutSlots, "slots" | "either">, blocks: readonly Block[]): Misfit | null {
  const chosen = either?.slots.find((choice) => blocks.some((block) => belongs(block, choice))) ?? null;
  const all = chosen === null ? slots : [...slots, chosen];
  const stray = blocks.find((block) => !all.some((known) => belongs(block, known)));
  if (stray !== undefined) return { block: stray };
  for (const known of all) {
    const fitting = blocks.filter((block) => belongs(block, known));
    if (fitting.length > known.max) return { block: fitting[known.max] ?? null };
    const large = fitting.find((block) => isTooLarge(block, known));
    if (large !== undefined) return { block: large };
    if (fitting.length < known.min) return { block: null };
  }
  return chosen === null && either?.needed === true ? { block: null } : null;
}

function belongs({ type }: Block, { types }: Slot): boolean {
  return types.includes(type === "html" ? "paragraph" : type);
}

function isTooLarge(block: Block, { size }: Slot): boolean {
  if (size === null) return false;
  if ("items" in size) return block.type === "list" && block.items.length > size.items;
  return block.type === "table" && (block.rows.length > size.rows || block.head.length > size.columns);
}

/** Layouts an author may name that fit all of the content, the inferred one first; at most two. */
export function findFittingLayouts(content: SlideContent): readonly Layout[] {
  const inferred = inferLayout(content).layout;
  const order = [inferred, ...LAYOUTS.filter((layout) => layout !== inferred && layout !== "section" && layout !== "cover")];
  const fits = (layout: Layout): boolean => (content.titled || LAYOUT_SLOTS[layout].title === "optional") && findMisfit(layout, content.blocks) === null;
  return order.filter(fits).slice(0, 2);
}
