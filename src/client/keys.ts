/** The commands of a keyboard's or clicker's keys; the same in the deck and in the speaker window. */

export type Command =
  | {
      /**
       * `start` and `resume` are F5 and Shift+F5, with which clickers begin a show; `hold` is a press that must do nothing,
       * neither here nor in the browser.
       */
      readonly type: "next" | "previous" | "first" | "last" | "black" | "white" | "overview" | "speaker" | "help" | "fullscreen" | "confirm" | "escape" | "origins" | "start" | "resume" | "hold";
    }
  | { readonly type: "digit"; readonly digit: string };

const COMMANDS: Readonly<Record<string, Command["type"]>> = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  MediaTrackNext: "next",
  n: "next",
  ArrowLeft: "previous",
  ArrowUp: "previous",
  PageUp: "previous",
  MediaTrackPrevious: "previous",
  Backspace: "previous",
  p: "previous",
  Home: "first",
  End: "last",
  b: "black",
  ".": "black",
  w: "white",
  ",": "white",
  o: "overview",
  s: "speaker",
  f: "fullscreen",
  i: "origins",
  "?": "help",
  Enter: "confirm",
  Escape: "escape",
  F5: "start",
};
/** On a laptop these change its volume; on a telephone they are what a clicker sends. */
const VOLUME: Readonly<Record<string, Command["type"]>> = { AudioVolumeDown: "next", VolumeDown: "next", AudioVolumeUp: "previous", VolumeUp: "previous" };
/** What a clicker sends and a field has no use for. */
const OVER_FIELDS: readonly string[] = ["Escape", "PageDown", "PageUp", "F5"];

/** Worn buttons of clickers send a press twice; a person needs longer than these milliseconds. */
const BOUNCE = 150;

/** Reads the key presses of one page; null leaves one to the browser (Ctrl combinations, typing into fields, F5 in the `preview`). */
export function createKeyReader(page: Document, preview: boolean): (event: KeyboardEvent) => Command | null {
  let last: { readonly code: string; readonly time: number } | null = null;
  let walking = false;
  // After a press with the pointer the focus stays on a button: the clicker's Enter must not press that.
  page.addEventListener("pointerdown", () => (walking = false), true);
  page.addEventListener(
    "keydown",
    (event) => {
      walking ||= event.key === "Tab";
      // Any other key between two presses, whoever takes it, makes them two.
      if (last !== null && last.code !== codeOf(event)) last = null;
    },
    true,
  );
  return (event) => {
    const command = commandOf(event, walking);
    if (command === null || (preview && event.key === "F5")) return null;
    // A held arrow would run through the deck.
    if (event.repeat) return { type: "hold" };
    const bounced = command.type !== "digit" && last !== null && event.timeStamp - last.time < BOUNCE;
    if (!bounced) last = { code: codeOf(event), time: event.timeStamp };
    return bounced ? { type: "hold" } : command;
  };
}

/** Which key was pressed; a clicker may have none of the keyboard's places. */
function codeOf({ code, key }: KeyboardEvent): string {
  return code === "" ? key : code;
}

function commandOf(event: KeyboardEvent, walking: boolean): Command | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (isTyping(event.target) && (event.isComposing || !OVER_FIELDS.includes(event.key))) return null;
  const key = keyOf(event);
  if (/^[0-9]$/.test(key)) return { type: "digit", digit: key };
  if ((key === " " || key === "Enter") && isPressable(event.target, walking)) return null;
  if (key === " ") return { type: event.shiftKey ? "previous" : "next" };
  if (key === "F5" && event.shiftKey) return { type: "resume" };
  const type = COMMANDS[key] ?? (matchMedia("(pointer: coarse)").matches ? VOLUME[key] : undefined);
  return type === undefined || type === "digit" ? null : { type };
}

/** Marks that a Chinese input method sends for those of the keyboard. */
const MARKS: Readonly<Record<string, string>> = { "。": ".", "，": ",", "、": "\\" };
/** What a key has that an input method or another alphabet keeps for itself, by its place on the keyboard. */
const CODES: Readonly<Record<string, string>> = { Period: ".", NumpadDecimal: ".", Comma: ",", Space: " ", Minus: "-", NumpadSubtract: "-", Equal: "=", NumpadAdd: "+", NumpadEnter: "Enter" };

/** The key that was meant: letters small, full-width forms and Chinese marks as on a keyboard, otherwise by its place. */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, "key" | "code" | "shiftKey">): string {
  const plain = MARKS[key] ?? key.normalize("NFKC");
  if (/^[ -~]$/.test(plain)) return plain.toLowerCase();
  if (plain.length > 1 && !["Process", "Unidentified", "Dead"].includes(plain)) return plain;
  if (code === "Slash" && shiftKey) return "?";
  const letter = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1];
  return letter?.toLowerCase() ?? CODES[code] ?? code;
}

// Each window has its own globals, so `instanceof` does not work across them.
function matchesTag(target: EventTarget | null, selector: string): boolean {
  return target !== null && "closest" in target && typeof target.closest === "function" && (target as Element).closest(selector) !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return matchesTag(target, "input, textarea, select, [contenteditable=true]");
}

/** Whether someone who walks by Tab, or is asked something, means this button. */
function isPressable(target: EventTarget | null, walking: boolean): boolean {
  return matchesTag(target, "a[href], button, summary, [role=button]") && (walking || matchesTag(target, "[role=dialog], [role=alertdialog]"));
}
