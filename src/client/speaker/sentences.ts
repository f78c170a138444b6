/** The sentences of a slide's notes, and where in them each step is spoken of. */
import { element } from "../dom.ts";

/** Blocks with running text. */
const TEXT_BLOCKS = "p, li, blockquote, h3, h4, td, dd";

/** A sentence ends with its mark, including any closing quotes or brackets. */
const SENTENCE = /[^。；！？!?;]*[。；！？!?;]+[”’」』）》)]*\s*|[^。；！？!?;]+$/g;

/** A step is spoken of where at least this share of its pairs of characters is said. */
const LEAST_LIKENESS = 0.4;

/** Wraps each sentence below `box` in a span and returns them in order. */
export function markSentences(box: HTMLElement): HTMLElement[] {
  const texts = [...box.querySelectorAll<HTMLElement>(TEXT_BLOCKS)].filter((block) => block.querySelector(TEXT_BLOCKS) === null);
  return texts.flatMap((block) => splitSentences(block.ownerDocument, block));
}

/** The first sentence of a slide's notes; empty if it has none. */
export function firstSentence(notes: Element | null): string {
  const block = notes?.querySelector(TEXT_BLOCKS) ?? notes;
  return (block?.textContent?.trim().match(SENTENCE)?.[0] ?? "").trim();
}

/** Elements inside a block (bold, a figure) stay whole. */
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
  // Whoever is wrapped leaves the block, so the list is copied first.
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

/**
 * The sentence that speaks of each step, by index; null where none does. The order of the steps is kept.
 * `steps` are the texts that appear, one for each step.
 */
export function anchorSteps(sentences: readonly string[], steps: readonly string[]): (number | null)[] {
  const spoken = sentences.map(pairsOf);
  let from = 0;
  return steps.map((step) => {
    const wanted = pairsOf(step);
    let best: number | null = null;
    let most = LEAST_LIKENESS;
    for (let index = from; index < spoken.length; index += 1) {
      const likeness = [...wanted].filter((pair) => spoken[index]!.has(pair)).length / Math.max(wanted.size, 1);
      if (likeness < most || (best !== null && likeness === most)) continue;
      best = index;
      most = likeness;
    }
    from = best ?? from;
    return best;
  });
}

/** The pairs of neighbouring characters of a text, without marks and spaces. */
function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text.replace(/[^\p{L}\p{N}]/gu, "")];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`));
}

/** The texts that appear with each step of a slide. */
export function stepTexts(slide: Element): string[] {
  const texts = new Map<number, string>();
  for (const fragment of slide.querySelectorAll(".fragment")) {
    const index = Number(fragment.getAttribute("data-fragment-index") ?? 0);
    texts.set(index, `${texts.get(index) ?? ""} ${fragment.textContent ?? ""}`);
  }
  return [...texts].sort(([a], [b]) => a - b).map(([, text]) => text);
}

/** The sentence to read at a step (0: the beginning), by index; where none speaks of the step, one between those of its neighbours. */
export function sentenceOfStep(anchors: readonly (number | null)[], step: number, count: number): number {
  const known = [{ step: 0, sentence: 0 }, ...anchors.flatMap((sentence, index) => (sentence === null ? [] : [{ step: index + 1, sentence }])), { step: anchors.length + 1, sentence: count }];
  const after = known.find((anchor) => anchor.step > step);
  const before = known.filter((anchor) => anchor.step <= step).at(-1)!;
  if (after === undefined) return Math.max(count - 1, 0);
  const share = (step - before.step) / (after.step - before.step);
  return Math.min(Math.floor(before.sentence + (after.sentence - before.sentence) * share), Math.max(count - 1, 0));
}
