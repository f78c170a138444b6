/** How a slide looks where its layout has several forms: chosen so that neighbours differ, or by hand (`variant=`). */
import type { BlockOf, Layout, Section, Slide } from "./deck.ts";
import { isDrawing, isPhoto } from "./photo.ts";
import { plainText } from "./plain-text.ts";
import { textWidth } from "./text-width.ts";
import type { Variant } from "./variant.ts";

/** What most of a page shows; more than four pages in a row with one of them tire a hall. */
export type Ground = "paper" | "panel" | "deep";

/** The variants of each layout, the usual one first. */
const LAYOUT_VARIANTS: Readonly<Partial<Record<Layout, readonly Variant[]>>> = {
  bullets: ["tiles", "panel", "deep"],
  cards: ["panel", "deep"],
  columns: ["plain", "deep"],
  quote: ["plain", "deep"],
  picture: ["deep", "mist"],
};

/** The opener of a task, a slide of cards with a number, is a full dark page; openers that follow one another alternate. */
const OPENER: readonly Variant[] = ["deep", "plain"];

/** A picture with a photo has forms of its own. */
const PHOTO: readonly Variant[] = ["half", "full"];

/** The names that an author may choose from for a slide; empty where the layout has one form. */
export function variantNames({ layout, number, blocks }: Pick<Slide, "layout" | "number" | "blocks">): readonly Variant[] {
  const image = layout === "picture" ? blocks.find((block) => block.type === "image") : undefined;
  if (image !== undefined) return isDrawing(image.file) ? [] : PHOTO;
  return layout === "cards" && number !== "" ? OPENER : (LAYOUT_VARIANTS[layout] ?? []);
}

export interface Look {
  /** Null where the layout has only one form. */
  readonly variant: Variant | null;
  readonly ground: Ground;
  /** The same for pages that are built alike, whatever their layout is called. */
  readonly skeleton: string;
}

/** Widest item, in em, on a tile, and the numbers of tiles that fill a page evenly. */
const TILE = { width: 8, counts: [2, 3, 4, 6] } as const;

/** Whether the items of a list are short enough to fill tiles. */
function fitsTiles({ blocks }: Slide): boolean {
  const [list] = blocks.filter((block): block is BlockOf<"list"> => block.type === "list");
  if (list === undefined || !TILE.counts.some((count) => count === list.items.length)) return false;
  return list.items.every(({ inlines, blocks: inner }) => inner.length === 0 && inlines[0]?.type !== "strong" && textWidth(plainText(inlines)) <= TILE.width);
}

function variantsOf(slide: Slide): readonly Variant[] {
  const all = variantNames(slide);
  if (slide.variant !== null && all.includes(slide.variant)) return [slide.variant];
  const image = slide.layout === "picture" ? slide.blocks.find((block) => block.type === "image") : undefined;
  if (image !== undefined) return all.filter((variant) => variant === "half" || fillsPage(image, slide));
  return slide.layout === "bullets" && !(slide.part === null && slide.motif === null && fitsTiles(slide)) ? all.filter((variant) => variant !== "tiles") : all;
}

/** A photo that may fill a page by itself: large and lying, with few words on it, and no document that must be seen whole. */
const FULL = { width: 1600, least: 1.3, most: 2.2, title: 24, words: 44 } as const;

function fillsPage({ file, width, height, treatment }: BlockOf<"image">, { title, blocks }: Slide): boolean {
  const words = blocks.reduce((sum, block) => sum + (block.type === "paragraph" ? textWidth(plainText(block.inlines)) : block.type === "image" ? 0 : Infinity), 0);
  return isPhoto(file) && treatment !== "none" && width >= FULL.width && width / height >= FULL.least && width / height <= FULL.most && title.length > 0 && textWidth(plainText(title)) <= FULL.title && words <= FULL.words;
}

function lookOf(slide: Slide, variant: Variant | null): Look {
  return { variant, ground: groundOf(slide, variant), skeleton: skeletonOf(slide, variant) };
}

function groundOf({ layout, blocks }: Slide, variant: Variant | null): Ground {
  switch (variant) {
    case "deep":
      return layout === "picture" ? "panel" : "deep";
    case "panel":
    case "tiles":
      return "panel";
    case "full":
      return "deep";
    case "plain":
    case "mist":
    case "half":
      return "paper";
    case null:
      if (layout === "section" || layout === "closing" || layout === "units") return "deep";
      return (layout === "figures" && hasLead(blocks)) || isMosaic({ layout, blocks }) ? "panel" : "paper";
  }
}

/** Whether one of the figures leads on a panel. */
function hasLead(blocks: Slide["blocks"]): boolean {
  return blocks.some((block) => (block.type === "figures" && block.cards.some(({ hero }) => hero)) || (block.type === "targets" && block.cards.length >= 3 && block.cards.length <= MOST_LED));
}

/** With more targets than this none leads: they need the whole slide. */
const MOST_LED = 10;

/** Whether a slide shows photos of its own in a grid, beside its title on a panel. */
export function isMosaic({ layout, blocks }: Pick<Slide, "layout" | "blocks">): boolean {
  return layout === "photos" && blocks.some(({ type }) => type === "image");
}

function skeletonOf({ layout, number, blocks }: Slide, variant: Variant | null): string {
  if (variant === "panel" || isMosaic({ layout, blocks })) return "panel";
  if (variant === "deep" && (layout === "bullets" || (layout === "cards" && number === ""))) return "deep rows";
  return variant === null ? layout : `${layout} ${variant}`;
}

/** Costs of a choice: the same skeleton next door, one page further, the same ground before it, and after it; and of a later place among the variants, which for openers only another opener outweighs. */
const COST = { neighbour: 14, near: 4, ground: 3, ahead: 2, order: 1, opener: 13 } as const;

/** The look of every slide, by its id. Each section begins anew, so that a change stays in its section. */
export function chooseLooks(sections: readonly Section[]): ReadonlyMap<string, Look> {
  const looks = new Map<string, Look>();
  for (const { slides } of sections) {
    const before: Look[] = [];
    for (const [index, slide] of slides.entries()) {
      const first = slide.part === null ? undefined : looks.get(slide.part.first);
      const look = first ?? choose(slide, before, slides[index + 1] ?? null);
      before.push(look);
      looks.set(slide.id, look);
    }
  }
  return looks;
}

function choose(slide: Slide, before: readonly Look[], next: Slide | null): Look {
  const candidates = variantsOf(slide).map((variant) => lookOf(slide, variant));
  if (candidates.length === 0) return lookOf(slide, null);
  const ahead = next === null ? [] : variantsOf(next);
  const following = next === null || ahead.length > 1 ? null : lookOf(next, ahead[0] ?? null);
  const order = slide.number === "" ? COST.order : COST.opener;
  const costs = candidates.map((look, place) => costOf(look, before, following) + place * order);
  return candidates[costs.indexOf(Math.min(...costs))]!;
}

function costOf(look: Look, before: readonly Look[], following: Look | null): number {
  const last = before.at(-1);
  const run = before.length - 1 - before.findLastIndex(({ ground }) => ground !== look.ground);
  return (
    (last?.skeleton === look.skeleton ? COST.neighbour : 0) + (before.at(-2)?.skeleton === look.skeleton ? COST.near : 0) +
    COST.ground * run + (following?.ground === look.ground ? COST.ahead : 0) + (following?.skeleton === look.skeleton ? COST.near : 0)
  );
}
