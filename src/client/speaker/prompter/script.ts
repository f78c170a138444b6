/** The text of the teleprompter: the notes of all slides, and where in it slides and steps are due. */
import { element } from "../../dom.ts";
import { anchorSteps, markSentences, stepTexts } from "../sentences.ts";
import type { Anchor } from "./track.ts";

export interface ScriptSource {
  readonly slides: readonly HTMLElement[];
  readonly titles: readonly string[];
}

export interface PrompterScript {
  readonly sentences: readonly HTMLElement[];
  readonly anchors: readonly Anchor[];
  /** Characters of all sentences. */
  readonly letters: number;
}

/** Characters of a sentence. */
export function lengthOf(sentence: HTMLElement): number {
  return (sentence.textContent ?? "").trim().length;
}

/** Writes the notes of all slides into `text`, each below its number and title. */
export function composeScript(page: Document, text: HTMLElement, { slides, titles }: ScriptSource): PrompterScript {
  const all: HTMLElement[] = [];
  const anchors: Anchor[] = [];
  let letters = 0;
  for (const [index, slide] of slides.entries()) {
    const part = element(page, "section", "prompter-part");
    const notes = slide.querySelector("aside.notes");
    part.append(element(page, "h2", "", `${index + 1}　${titles[index] ?? ""}`), ...(notes === null ? [] : page.importNode(notes, true).childNodes));
    const sentences = markSentences(part);
    const starts = sentences.map((sentence) => (letters += lengthOf(sentence)) - lengthOf(sentence));
    anchors.push({ at: starts[0] ?? letters, place: { slide: index, step: 0 } });
    for (const [step, anchor] of anchorSteps(sentences.map((sentence) => sentence.textContent ?? ""), stepTexts(slide)).entries()) {
      if (anchor !== null && anchor > 0) anchors.push({ at: starts[anchor]!, place: { slide: index, step: step + 1 } });
    }
    all.push(...sentences);
    text.append(part);
  }
  return { sentences: all, anchors, letters };
}
