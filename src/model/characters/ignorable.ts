/** Characters that a reader does not see even where they belong: forms of a name, joiners of an emoji. */

const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;
const ALL = new RegExp(IGNORABLE, "gu");

export function hasIgnorable(text: string): boolean {
  return IGNORABLE.test(text);
}

/** The text as it is compared: a name with another form of a character is the same name. */
export function withoutIgnorable(text: string): string {
  return IGNORABLE.test(text) ? text.replace(ALL, "") : text;
}

/** The stretches between ignorable characters, with their offsets; at least one. */
export function visibleStretches(text: string): readonly { readonly text: string; readonly start: number }[] {
  const found: { text: string; start: number }[] = [];
  let start = 0;
  for (const { 0: character, index } of text.matchAll(ALL)) {
    if (index > start) found.push({ text: text.slice(start, index), start });
    start = index + character.length;
  }
  if (start < text.length || found.length === 0) found.push({ text: text.slice(start), start });
  return found;
}

/** The text with `U+200B` in place of each character that has no shape, for messages. */
export function withPoints(text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\p{Zl}\p{Zp}\uFFFC]/gu, codeOf);
}

/** `U+200B` */
export function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
