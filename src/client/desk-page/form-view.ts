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
   * Sends an edit; while one is on its way, a newer one for the same field takes the place of the one that waits.
   * `again` draws the fields anew.
   */
  readonly edit: (field: string, edit: unknown, again: boolean) => void;
  /** Resolves when all that was typed is in the text, unless the server is gone. */
  readonly settle: () => Promise<void>;
  /** Whether something that was typed is not in the text yet. */
  readonly pending: () => boolean;
}

interface Options {
  /** The fields for a text; null leaves what is drawn. */
  readonly fields: (text: string) => Promise<readonly Node[] | null>;
  /** The text after an edit; null where it cannot be made, undefined where the server is gone. */
  readonly change: (text: string, edit: unknown) => Promise<string | null | undefined>;
  /** `typed` key by key. */
  readonly onChange: (typed: boolean) => void;
  /** The server is gone: what was typed is kept, and sent again with the next edit. */
  readonly onLost: () => void;
}

export function createFormText({ fields, change, onChange, onLost }: Options): FormText {
  const node = element(document, "div", "desk-form");
  let text = "";
  let drawn = 0;
  let busy: Promise<void> = Promise.resolve();
  const waiting = new Map<string, unknown>();
  let flying = 0;
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
    busy = busy.then(async () => {
      const edits = [...waiting];
      const before = text;
      waiting.clear();
      flying = edits.length;
      for (const [field, edit] of edits) {
        const from = text;
        const next = await change(from, edit);
        flying -= 1;
        if (next === undefined && !waiting.has(field)) waiting.set(field, edit);
        // An edit from elsewhere in the meantime has the better text.
        if (typeof next === "string" && text === from) text = next;
        if (next === undefined) onLost();
      }
      if (text !== before) onChange(!again);
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
      send(again);
    },
    settle: () => {
      if (waiting.size > 0) send(false);
      return busy;
    },
    pending: () => waiting.size + flying > 0,
  };
}
