/** What a person looks for in a web deck: the row behind a figure, and a slide by the letters of its title. */
import type { Deck } from "../model/deck.ts";
import type { RenderedDeck } from "../render/rendered.ts";
import { figureRecords } from "./figure-records.ts";
import { initialsOf } from "./initials.ts";
import type { DeckFinds } from "./page.ts";

export function findsOf(model: Deck, { slides }: RenderedDeck): DeckFinds {
  return { figures: figureRecords(model, slides), initials: initialsOf(slides.map(({ title }) => title)) };
}
