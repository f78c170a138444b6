/** What both forms share: a text that is changed by one edit after another on the server, and fields that are drawn anew only when they must be. */
import { element } from "../dom.ts";

export interface FormText {
  readonly node: HTMLElement;
  readonly text: () => string;
  /** Another text, or the same after it changed elsewhere. */
  readonly set: (text: string) => void;
  /** Draws the fields anew; the focus stays in the field of the same name. */
  readonly draw: () => void;
  /**
   * Sends an edit after a pause, so that words are not sent letter by letter; one for the same field takes the place of the one before.
   * `again` draws the fields anew, at once.
   */
  readonly edit: (field: string, edit: unknown, again: boolean) => void;
  /** Resolves when all that was typed is in the text. */
  readonly settle: () => Promise<void>;
}

interface Options {
  /** The fields for a text; null leaves what is drawn. */
  readonly fields: (text: string) => Promise<readonly Node[] | null>;
  /** The text after an edit; null where it cannot be made. */
  readonly change: (text: string, edit: unknown) => Promise<string | null>;
  readonly onChange: () => void;
}

/** In milliseconds. */
const PAUSE = 120;

export function createFormText({ fields, change, onChange }: Options): FormText {
  const node = element(document, "div", "desk-form");
  let text = "";
  let drawn = 0;
  let busy: Promise<void> = Promise.resolve();
  const waiting = new Map<string, unknown>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const draw = (): void => {
    const turn = (drawn += 1);
    void fields(text).then((made) => {
      if (made === null || turn !== drawn) return;
      const focused = (document.activeElement as HTMLElement | null)?.dataset["field"];
      const scroll = node.scrollTop;
      node.replaceChildren(...made);
      node.scrollTop = scroll;
      if (focused !== undefined) node.querySelector<HTMLElement>(`[data-field="${CSS.escape(focused)}"]`)?.focus();
    });
  };
  const send = (again: boolean): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const edits = [...waiting.values()];
    waiting.clear();
    busy = busy.then(async () => {
      const before = text;
      for (const edit of edits) {
        const from = text;
        const next = await change(from, edit);
        // An edit from elsewhere in the meantime has the better text.
        if (next !== null && text === from) text = next;
      }
      if (text !== before) onChange();
      if (again) draw();
    });
  };
  return {
    node,
    text: () => text,
    set: (next) => {
      if (next === text && node.childElementCount > 0) return;
      text = next;
      draw();
    },
    draw,
    edit: (field, edit, again) => {
      waiting.set(field, edit);
      if (again) return send(true);
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => send(false), PAUSE);
    },
    settle: () => {
      if (waiting.size > 0) send(false);
      return busy;
    },
  };
}
