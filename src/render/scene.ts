/** Everything that a layout needs to draw one slide. */
import type { Block, Section, Settings, Slide, Step } from "../model/deck.ts";
import type { MotifChoice } from "../model/motif.ts";
import type { Theme } from "../model/theme.ts";
import type { Variant } from "../model/variant.ts";
import type { Words } from "../model/words.ts";
import { classes, type Attributes } from "./html.ts";
import type { TextSetting } from "./inlines.ts";

/** A numbered section as the agenda lists it. */
export interface AgendaEntry {
  readonly number: number;
  readonly section: Section;
  /** Id of the section's first slide. */
  readonly target: string;
}

/** The frame that a photo fills and is cropped to, in pixels of the slide's canvas. */
export interface PhotoFrame {
  readonly width: number;
  readonly height: number;
}

export interface Scene {
  readonly slide: Slide;
  readonly section: Section;
  readonly settings: Settings;
  readonly theme: Theme;
  readonly words: Words;
  /** The form of the layout; null where it has only one. */
  readonly variant: Variant | null;
  /** The place of an opener among those of its section, from 1, and how many they are; null for any other slide. */
  readonly opener: { readonly number: number; readonly of: number } | null;
  /** The drawing of its subject; null for a slide that shows none. */
  readonly motif: MotifChoice | null;
  readonly agenda: readonly AgendaEntry[];
  readonly setting: TextSetting;
  /** How a name is set that has lines of its own: it breaks only where it does not fit, and then between phrases. */
  readonly alone: TextSetting;
  /** The author's steps as fragment indexes 0, 1, 2 … without gaps. */
  readonly steps: ReadonlyMap<number, number>;
  /** Level of the slide's own title; cards are one level below. */
  readonly level: 1 | 2 | 3;
  /** Frame for pictures in the blocks drawn; null where pictures are shown whole. */
  readonly frame: PhotoFrame | null;
  /** What charts are drawn a second time for: an upright screen, or a phone held in the hand. */
  readonly second: SecondDrawing | null;
}

/** What charts are drawn a second time for. */
export type SecondDrawing = "upright" | "phone";

/** What a layout returns for a slide. */
export interface LayoutParts {
  /** Names added to `slide layout-…`. */
  readonly classes: readonly (string | null | false)[];
  /** `deep` and `cover` fill the slide with the theme's colour of that name. */
  readonly ground: "paper" | "deep" | "cover";
  /**
   * `full`: line of progress, section, page; `plain`: without the line, where the page is full; `panel`: the section's name stands on the
   * dark panel on the left; `page` keeps only the page number, because the left of the slide is a picture.
   */
  readonly footer: "full" | "plain" | "panel" | "page" | "none";
  /** Everything between the section's tags except footer and stamp. */
  readonly html: string;
}

/** Adds the fragment of a step to an element's attributes. */
export function withStep(step: Step, scene: Scene, attributes: Attributes = {}): Attributes {
  const index = step === null ? undefined : scene.steps.get(step);
  if (index === undefined) return attributes;
  return { ...attributes, class: classes(`${attributes["class"] ?? ""}`, "fragment"), "data-fragment-index": index };
}

/** Fragment indexes of a slide: the distinct steps in order, numbered from 0. */
export function fragmentIndexes(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const steps = new Set(stepsOf(blocks));
  return new Map([...steps].toSorted((a, b) => a - b).map((step, index) => [step, index]));
}

function stepsOf(blocks: readonly Block[]): number[] {
  return blocks.flatMap((block) => [...(block.step === null ? [] : [block.step]), ...innerSteps(block)]);
}

function innerSteps(block: Block): number[] {
  if (block.type === "card" || block.type === "quote") return stepsOf(block.blocks);
  if (block.type !== "list") return [];
  return block.items.flatMap((entry) => [...(entry.step === null ? [] : [entry.step]), ...stepsOf(entry.blocks)]);
}
