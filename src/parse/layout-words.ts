/** Layouts in words: what a layout takes, and what a slide holds. */
import type { Block, BlockOf, Layout } from "../model/deck.ts";
import type { Text } from "../diagnostics/diagnostic.ts";
import { BLOCK_NAMES } from "./block-names.ts";
import { LAYOUT_SLOTS, MANY, type LayoutSlots, type SlideContent, type Slot } from "./layouts.ts";

/** What a layout takes, in words. */
export function describeSlots(layout: Layout): Text {
  const { slots, either, card } = LAYOUT_SLOTS[layout];
  const parts = [...slots.map(describeSlot), ...(either === null ? [] : [describeEither(either)]), ...(card === null ? [] : [describeCards(card)])];
  const named = [{ zh: "标题", en: "a title" }, ...parts];
  const notes = parts.length === 0 ? { zh: "（此外只有讲稿）", en: " and nothing else but notes" } : { zh: "", en: "" };
  return { zh: named.map(({ zh }) => zh).join("、") + notes.zh, en: named.map(({ en }) => en).join(", ") + notes.en };
}

function describeSlot({ types, min, max, size }: Slot): Text {
  const names = types.map((type) => BLOCK_NAMES[type]);
  const kinds = { zh: names.map(({ zh }) => zh).join("或"), en: names.map((kind) => (max > 1 ? kind.many : kind.one)).join(" or ") };
  const extent = describeSize(size);
  const unit = names[0]?.unit ?? "个";
  if (max === MANY) return { zh: `任意${unit}数的${kinds.zh}${extent.zh}`, en: `any number of ${kinds.en}${extent.en}` };
  if (min === max) return { zh: `${max} ${unit}${kinds.zh}${extent.zh}`, en: `${max === 1 ? "" : `${max} `}${kinds.en}${extent.en}` };
  return { zh: `最多 ${max} ${unit}${kinds.zh}${extent.zh}`, en: `${max === 1 ? "perhaps " : `up to ${max} `}${kinds.en}${extent.en}` };
}

function describeSize(size: Slot["size"]): Text {
  if (size === null) return { zh: "", en: "" };
  if ("items" in size) return { zh: `（最多 ${size.items} 项）`, en: ` of up to ${size.items} items` };
  return { zh: `（最多 ${size.rows} 行 ${size.columns} 列）`, en: ` of up to ${size.rows} rows and ${size.columns} columns` };
}

function describeEither({ slots }: NonNullable<LayoutSlots["either"]>): Text {
  const described = slots.map(describeSlot);
  return { zh: described.map(({ zh }) => zh).join("或"), en: described.map(({ en }) => en).join(" or ") };
}

function describeCards({ min, max, inside }: NonNullable<LayoutSlots["card"]>): Text {
  const parts = [...inside.slots.map(describeSlot), ...(inside.either === null ? [] : [describeEither(inside.either)])];
  return {
    zh: `${min}–${max} 张卡片（###），每张卡片里${parts.map(({ zh }) => zh).join("、")}`,
    en: `${min} to ${max} cards (###), each with ${parts.map(({ en }) => en).join(", ")}`,
  };
}

/** What a slide holds, in words: counts by type, with the sizes of lists and tables and the content of cards. */
export function describeContent({ titled: hasTitle, blocks }: SlideContent): Text {
  const counted = describeBlocks(blocks);
  const parts = hasTitle ? [{ zh: "标题", en: "a title" }, ...counted] : counted;
  if (parts.length === 0) return { zh: "讲稿，没有可显示的内容", en: "nothing to show" };
  return { zh: parts.map(({ zh }) => zh).join("、"), en: parts.map(({ en }) => en).join(", ") };
}

function describeBlocks(blocks: readonly Block[]): readonly Text[] {
  const types = [...new Set(blocks.map(({ type }) => type))];
  return types.map((type) => {
    const { zh, unit, one, many } = BLOCK_NAMES[type];
    const members = blocks.filter((block) => block.type === type);
    const sizes = describeSizes(members);
    return { zh: `${members.length} ${unit}${zh}${sizes.zh}`, en: `${members.length === 1 ? one : `${members.length} ${many}`}${sizes.en}` };
  });
}

function describeSizes(blocks: readonly Block[]): Text {
  const sizes = blocks.map((block): Text | null => {
    if (block.type === "list") return { zh: `${block.items.length} 项`, en: `${block.items.length} items` };
    if (block.type === "table") return { zh: `${block.rows.length} 行 ${block.head.length} 列`, en: `${block.rows.length} rows, ${block.head.length} columns` };
    return block.type === "card" ? describeCard(block) : null;
  });
  const known = sizes.filter((size) => size !== null);
  if (known.length === 0) return { zh: "", en: "" };
  return { zh: `（${known.map(({ zh }) => zh).join("；")}）`, en: ` (${known.map(({ en }) => en).join("; ")})` };
}

function describeCard({ blocks }: BlockOf<"card">): Text {
  const inside = describeBlocks(blocks);
  return inside.length === 0 ? { zh: "空", en: "empty" } : { zh: inside.map(({ zh }) => zh).join("、"), en: inside.map(({ en }) => en).join(" and ") };
}
