/** Levels of headings in formats where the title of a document is a heading as well: Markdown and HTML. */
import type { DocumentBlock } from "./document.ts";

/** A single heading of the first level before all others is the title; the highest of the rest is level 1. */
export function settleLevels(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const levels = blocks.flatMap((block) => (block.type === "paragraph" && block.level !== null ? [block.level] : []));
  const titled = levels[0] === 1 && levels.filter((level) => level === 1).length === 1;
  const highest = Math.min(...(titled ? levels.slice(1) : levels));
  let seen = false;
  return blocks.map((block) => {
    if (block.type !== "paragraph" || block.level === null) return block;
    const isTitle = titled && !seen;
    seen = true;
    return { ...block, level: isTitle ? 0 : block.level - highest + 1 };
  });
}
