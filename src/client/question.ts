/** A question with two answers, for a keyboard, a clicker or a finger. */
import { button, element, returnFocus } from "./dom.ts";
import type { Command } from "./keys.ts";

export interface Question {
  readonly text: string;
  /** The first answer has the focus. */
  readonly answers: readonly [Answer, Answer];
}

export interface Answer {
  readonly label: string;
  /** Commands that give this answer. */
  readonly commands: readonly Command["type"][];
  readonly act: () => void;
}

export interface Asker {
  readonly ask: (question: Question) => void;
  readonly isOpen: () => boolean;
  /** Takes the question back. */
  readonly close: () => void;
  /** Takes every command while a question is open; false if none is. */
  readonly obey: (command: Command["type"]) => boolean;
}

/** Asks on a page, one question at a time; a later one takes the place of an earlier one. */
export function createAsker(page: Document): Asker {
  let box: HTMLElement | null = null;
  let open: Question | null = null;
  let before: Element | null = null;
  const close = (): void => {
    box?.remove();
    box = null;
    open = null;
    returnFocus(before);
    before = null;
  };
  const give = (answer: Answer): void => {
    close();
    answer.act();
  };
  return {
    isOpen: () => open !== null,
    close,
    obey: (command) => {
      if (open === null) return false;
      const answer = open.answers.find(({ commands }) => commands.includes(command));
      if (answer !== undefined) give(answer);
      return true;
    },
    ask: (question) => {
      if (open !== null) close();
      before = page.activeElement;
      open = question;
      box = element(page, "div", "question");
      box.setAttribute("role", "alertdialog");
      box.setAttribute("aria-label", question.text);
      const answers = question.answers.map((answer) => button(page, "question-answer", answer.label, answer.label, () => give(answer)));
      box.append(element(page, "p", "", question.text), ...answers);
      page.body.append(box);
      answers[0]?.focus();
    },
  };
}
