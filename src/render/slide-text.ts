/** The words on a slide, and how long they take to read. */
import type { Block, Slide } from "../model/deck.ts";
import { plainText } from "../model/plain-text.ts";

/** Text of a block as read, without notes. */
export function blockText(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return plainText(block.inlines);
    case "list":
      return block.items.map((entry) => plainText(entry.inlines) + entry.blocks.map(blockText).join("")).join("\n");
    case "card":
      return [plainText(block.title), ...block.blocks.map(blockText)].join("\n");
    case "quote":
      return block.blocks.map(blockText).join("\n");
    case "table":
      return [block.head, ...block.rows].map((row) => row.map(plainText).join("\t")).join("\n");
    case "code":
      return block.text;
    case "image":
      return block.caption;
    case "chart":
      return block.chart.statement;
    case "figures":
      return block.cards.map((card) => [card.name, card.value?.raw, card.unit, card.growth?.raw].join("")).join("\n");
    case "targets":
      return block.cards.map((card) => card.name + card.wording).join("\n");
    case "zones":
      return block.zones.map((zone) => [zone.where, zone.name, ...zone.phrases].join("")).join("\n");
    case "projects":
      return block.groups.map((group) => [group.title, group.caption, ...group.projects.map((project) => project.name)].join("")).join("\n");
    case "photos":
      return block.entries.map(({ name, status, due }) => [name, status, due].join("")).join("\n");
    case "units":
      return [block.counted, ...(block.lit === null ? [] : [block.lit])].map(({ name, text }) => name + text).join("\n");
    case "review":
      return block.rows.map(({ name, before, now, unit, growth }) => [name, before.raw, unit, now.raw, unit, growth?.text].join("")).join("\n");
    case "timeline":
      return block.entries.map((entry) => entry.when + entry.title + entry.text).join("\n");
    case "html":
      return block.html.replaceAll(/<[^>]*>/g, "");
  }
}

const LEAST_SECONDS = 8;
const CHARACTERS_PER_SECOND = 5;

/** Seconds to read a slide: five characters per second, where a Latin word or a number counts as two; at least 8. */
export function readingSeconds(slide: Slide): number {
  const text = [slide.kicker, plainText(slide.title), ...slide.blocks.map(blockText)].join("\n");
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Latin}\d][\p{Script=Latin}\d.,'’%-]*/gu)?.length ?? 0;
  return Math.max(LEAST_SECONDS, Math.ceil((han + 2 * words) / CHARACTERS_PER_SECOND));
}
