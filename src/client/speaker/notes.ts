/** The notes for the speaker: sentence by sentence, one of them marked. */
import { element } from "../dom.ts";

/** Blocks with running text. */
const TEXT_BLOCKS = "p, li, blockquote, h3, h4, td, dd";

/** A sentence ends with its mark, including any closing quotes or brackets. */
const SENTENCE = /[^。；！？!?;]*[。；！？!?;]+[”’」』）》)]*\s*|[^。；！？!?;]+$/g;

export interface Reading {
  readonly box: HTMLElement;
  /** Shows the notes of a slide, first sentence marked, or the text `none`. */
  readonly show: (notes: Element | null, none: string) => void;
  /** Moves the mark by one; false if it was already at that end. */
  readonly move: (by: 1 | -1) => boolean;
}

export function createReading(page: Document): Reading {
  const box = element(page, "div", "speaker-notes");
  let sentences: HTMLElement[] = [];
  let at = 0;
  const mark = (index: number): void => {
    at = index;
    for (const [position, sentence] of sentences.entries()) sentence.classList.toggle("current", position === index);
    if (index > 0) sentences[index]?.scrollIntoView({ block: "center" });
    else box.scrollTop = 0;
  };
  box.addEventListener("click", (event) => {
    const clicked = sentences.findIndex((sentence) => sentence.contains(event.target as Node));
    if (clicked >= 0) mark(clicked);
  });
  return {
    box,
    show: (notes, none) => {
      const blocks = notes === null ? [] : [...page.importNode(notes, true).childNodes];
      box.replaceChildren(...blocks);
      const texts = [...box.querySelectorAll<HTMLElement>(TEXT_BLOCKS)].filter((block) => block.querySelector(TEXT_BLOCKS) === null);
      sentences = texts.flatMap((block) => splitSentences(page, block));
      if (sentences.length === 0) box.replaceChildren(element(page, "p", "speaker-none", none));
      mark(0);
    },
    move: (by) => {
      const next = at + by;
      if (next < 0 || next >= sentences.length) return false;
      mark(next);
      return true;
    },
  };
}

/** Wraps each sentence of a block; elements inside (bold, a figure) stay whole. */
function splitSentences(page: Document, block: HTMLElement): HTMLElement[] {
  const sentences: HTMLElement[] = [];
  let open: HTMLElement | null = null;
  const append = (node: Node): void => {
    if (open === null) {
      open = element(page, "span", "speaker-sentence");
      sentences.push(open);
    }
    open.append(node);
  };
  const nodes = [...block.childNodes];
  for (const node of nodes) {
    if (node.nodeType !== 3) {
      append(node);
      continue;
    }
    for (const part of (node.textContent ?? "").match(SENTENCE) ?? []) {
      if (part.trim() === "" && open === null) continue;
      append(page.createTextNode(part));
      if (/[。；！？!?;][”’」』）》)]*\s*$/.test(part)) open = null;
    }
  }
  block.replaceChildren(...sentences);
  return sentences;
}
