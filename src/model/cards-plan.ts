/** How cards of figures and of targets stand on slides: one that leads on a panel, or all in a grid; what does not fit goes on to a further slide. */
import { bandHeight, planGrid, planHero, type CardsHead, type GridPlan, type HeroPlan } from "./card-grid.ts";
import { partsOfTarget, textOfFigure, textOfTarget, type CardText } from "./card-text.ts";
import { planUpright, type UprightForm } from "./cards-upright.ts";
import type { BlockOf, FigureCard, TargetCard } from "./deck.ts";
import { cut, evenSizes } from "./table-plan.ts";
import type { Words } from "./words.ts";

type CardsBlock = BlockOf<"figures"> | BlockOf<"targets">;

export interface Arrangement {
  /** The card that leads, by its place among all; null where all stand in the grid. */
  readonly hero: (HeroPlan & { readonly index: number }) | null;
  /** Of the others, in their order. */
  readonly grid: GridPlan;
  readonly upright: UprightForm;
  /** Whether all words find room on the stage and on an upright screen. */
  readonly holds: boolean;
}

/** The most cards on a slide. */
const MOST = 12;
/** With fewer targets or more than these none leads. */
const LED = { least: 3, most: 10 } as const;

/** Sizes and places of the cards of one slide. */
export function arrangeCards(block: CardsBlock, head: CardsHead, words: Words): Arrangement {
  return block.type === "figures"
    ? arrange(block.cards.map((card) => textOfFigure(card, words)), block.cards.findIndex(({ hero }) => hero), head)
    : arrange(block.cards.map(textOfTarget), leadingTarget(block.cards), head);
}

/** The first number leads, so that a page of equals has a beginning; -1 where none does. */
function leadingTarget(cards: readonly TargetCard[]): number {
  return cards.length >= LED.least && cards.length <= LED.most ? cards.findIndex((card) => partsOfTarget(card) !== null) : -1;
}

function arrange(cards: readonly CardText[], leader: number, head: CardsHead): Arrangement {
  const led = leader < 0 ? null : arrangeLed(cards, leader, head);
  if (led !== null && led.holds) return led;
  const grid = planGrid(cards, false, bandHeight(head));
  const upright = planUpright(cards, null, head);
  const plain = { hero: null, grid, upright, holds: grid.holds && upright !== null };
  return led === null || plain.holds ? plain : led;
}

function arrangeLed(cards: readonly CardText[], index: number, head: CardsHead): Arrangement {
  const others = cards.filter((_, place) => place !== index);
  const hero = planHero(cards[index]!, others.length, head);
  const grid = planGrid(others, true, 0);
  const upright = planUpright(others, { card: cards[index]!, plan: hero }, head);
  return { hero: { ...hero, index }, grid, upright, holds: hero.holds && grid.holds && upright !== null };
}

/** Cards on each slide, in order. Further slides have no lead, and （续） after their title. Where no division helps, all stay together. */
export function planCards(block: CardsBlock, head: CardsHead, words: Words): readonly number[] {
  const later = { ...head, title: head.title + words.continued, lead: "" };
  const withCards = (some: readonly (FigureCard | TargetCard)[]): CardsBlock => ({ ...block, cards: some }) as CardsBlock;
  const fits = (sizes: readonly number[]): boolean => cut<FigureCard | TargetCard>(block.cards, sizes).every((some, index) => some.length <= MOST && arrangeCards(withCards(some), index === 0 ? head : later, words).holds);
  const count = block.cards.length;
  const divisions = Array.from({ length: count }, (_, parts) => evenSizes(count, parts + 1));
  return divisions.find(fits) ?? divisions.find((sizes) => Math.max(...sizes) <= MOST) ?? [count];
}
