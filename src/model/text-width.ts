/** Width of a text without a font. */

/** In em: a Han character or full-width mark is 1, anything else about half. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—∶]/u.test(character) ? 1 : 0.55;
  return width;
}
