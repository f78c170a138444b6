/** Characters of symbol fonts as the characters of Unicode that look the same: Microsoft's tables of Wingdings and Symbol. */

const WINGDINGS: Readonly<Record<number, string>> = {
  0x4a: "☺", 0x6c: "●", 0x6d: "○", 0x6e: "■", 0x6f: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9f: "•", 0xa1: "○", 0xa7: "▪", 0xa8: "□", 0xab: "★", 0xb2: "★",
  0xd8: "➢", 0xe0: "→", 0xe8: "→", 0xf0: "⇒", 0xfb: "×", 0xfc: "√", 0xfd: "☒", 0xfe: "☑",
  0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8a: "⑩",
};
const WINGDINGS_2: Readonly<Record<number, string>> = { 0x50: "√", 0x4f: "×", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x97: "●", 0xa3: "□", 0x98: "•" };
const SYMBOL: Readonly<Record<number, string>> = {
  0x2d: "−", 0x61: "α", 0x62: "β", 0x67: "γ", 0x6d: "μ", 0xa3: "≤", 0xa5: "∞", 0xae: "→", 0xb0: "°", 0xb1: "±", 0xb3: "≥", 0xb4: "×", 0xb7: "•", 0xb8: "÷", 0xb9: "≠", 0xbb: "≈", 0xd6: "√", 0x25: "%", 0x2b: "+", 0x3d: "=",
};
const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = { wingdings: WINGDINGS, "wingdings 2": WINGDINGS_2, symbol: SYMBOL };

/** The character that looks the same; null if none is known. `code` may be in the private area U+F000, where Word puts these fonts. */
export function findSymbol(font: string, code: number): string | null {
  const table = FONTS[font.trim().toLowerCase()];
  if (table !== undefined) return table[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code] ?? null;
  // Other fonts keep the codes of Unicode, outside the private area.
  return (code >= 0x20 && code < 0xd800) || (code >= 0xf900 && code < 0xfffe) ? String.fromCodePoint(code) : null;
}
