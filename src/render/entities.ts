/** HTML character references that rendered slides may contain. */

const NAMED: Readonly<Record<string, string>> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'",
  nbsp: "\u00a0", mdash: "—", ndash: "–", hellip: "…", middot: "·", times: "×", divide: "÷", plusmn: "±", deg: "°", permil: "‰",
  ldquo: "“", rdquo: "”", lsquo: "‘", rsquo: "’", laquo: "«", raquo: "»", copy: "©", reg: "®", trade: "™", yen: "¥", euro: "€",
  sup2: "²", sup3: "³", frac12: "½", le: "≤", ge: "≥", ne: "≠", asymp: "≈", larr: "←", rarr: "→", uarr: "↑", darr: "↓", bull: "•",
};

/** The character of `&name;` or `&#number;`; empty for a reference that rendered HTML never has. */
export function decodeEntity(entity: string): string {
  const number = /^&#(?:x([0-9a-f]+)|(\d+));$/i.exec(entity);
  if (number === null) return NAMED[entity.slice(1, -1)] ?? "";
  const point = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "";
}

export function decodeEntities(text: string): string {
  return text.replace(/&#?\w+;/g, decodeEntity);
}
