/** The commands of a keyboard's or clicker's keys; the same in the deck and in the speaker window. */

export type Command =
  | { readonly type: "next" | "previous" | "first" | "last" | "black" | "overview" | "speaker" | "help" | "fullscreen" | "confirm" | "escape" | "origins" }
  | { readonly type: "digit"; readonly digit: string };

const COMMANDS: Readonly<Record<string, Command["type"]>> = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  n: "next",
  ArrowLeft: "previous",
  ArrowUp: "previous",
  PageUp: "previous",
  Backspace: "previous",
  p: "previous",
  Home: "first",
  End: "last",
  b: "black",
  ".": "black",
  // A clicker's full stop under a Chinese input method.
  "。": "black",
  o: "overview",
  s: "speaker",
  f: "fullscreen",
  i: "origins",
  "?": "help",
  Enter: "confirm",
  Escape: "escape",
};
/** Keys that a person may hold down; a clicker's held button or B must not repeat. */
const REPEATABLE = new Set(["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]);

/** The command of a key press; null leaves it to the browser (F5, Ctrl combinations, typing into fields). */
export function commandOf(event: KeyboardEvent): Command | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if (isTyping(event.target)) return event.key === "Escape" ? { type: "escape" } : null;
  if (event.repeat && !REPEATABLE.has(event.key)) return null;
  if (/^[0-9]$/.test(event.key)) return { type: "digit", digit: event.key };
  if (event.key === " ") return isPressable(event.target) ? null : { type: event.shiftKey ? "previous" : "next" };
  if (event.key === "Enter" && isPressable(event.target)) return null;
  const type = COMMANDS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  return type === undefined || type === "digit" ? null : { type };
}

// Each window has its own globals, so `instanceof` does not work across them.
function matchesTag(target: EventTarget | null, selector: string): boolean {
  return target !== null && "closest" in target && typeof target.closest === "function" && (target as Element).closest(selector) !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return matchesTag(target, "input, textarea, select, [contenteditable=true]");
}

function isPressable(target: EventTarget | null): boolean {
  return matchesTag(target, "a[href], button, summary, [role=button]");
}
