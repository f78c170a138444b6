/** Whether a person is typing: what takes the focus away waits for a moment without keys. */

/** In milliseconds. */
const MOMENT = 500;

/** Returns a function that resolves when nothing has been typed, and no word of an input method is open, for a moment. */
export function watchTyping(page: Document): () => Promise<void> {
  let last = -Infinity;
  let composing = false;
  const note = (): void => void (last = performance.now());
  for (const type of ["keydown", "input"]) page.addEventListener(type, note, true);
  for (const type of ["compositionstart", "compositionend"]) {
    page.addEventListener(type, () => {
      composing = type === "compositionstart";
      note();
    }, true);
  }
  return async () => {
    for (;;) {
      const left = composing ? MOMENT : last + MOMENT - performance.now();
      if (left <= 0) return;
      await new Promise((done) => void setTimeout(done, left));
    }
  };
}
