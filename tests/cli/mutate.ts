/** Damages a file at random, always in the same way for the same seed. */

/** Whole numbers from 0 up to but not including `below`. */
export type Draw = (below: number) => number;

/** Mulberry32: small, and the same on every machine. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Pieces that mean something to one of the parsers, or to none. */
const PIECES = [
  ..."{}[]()<>|`#*_~!\\\"':;,&%@^$-+=.\t\r\0",
  ..."，。：、（）“”【】％〇近约\u00a0\u200b\u202e\ufeff\u{1f409}\u{2a6a5}",
  "{{", "}}", "```", "```chart\n", "---\n", "\n\n", "\n", "# ", "## ", "### ", "> ", "- ", "1. ", "Note:\n", "备注：\n", "<!--", "-->", "<br>", "![", "](", "{layout=", "{.step}", "{#", "~~~\n", ": ", ":\n  ", "- - - ", "*a", "&a ", "!!js ", "'", "2021", "1e999", "-0", "NaN", "#REF!", "null", "true", "[[[[", "\\",
];

type Mutation = (text: Buffer, draw: Draw, other: Buffer) => Buffer;

const MUTATIONS: readonly Mutation[] = [
  // Bytes: remove a range, repeat a range, replace single bytes, cut off the end.
  (text, draw) => without(text, draw(text.length + 1), draw(40)),
  (text, draw) => twice(text, draw(text.length + 1), draw(200)),
  (text, draw) => replaceBytes(text, draw),
  (text, draw) => text.subarray(0, draw(text.length + 1)),
  // Insert signs and pieces of other files where they do not belong.
  (text, draw) => insert(text, draw(text.length + 1), Buffer.from(PIECES[draw(PIECES.length)] ?? "")),
  (text, draw) => insert(text, draw(text.length + 1), Buffer.from((PIECES[draw(PIECES.length)] ?? "").repeat(1 + draw(400)))),
  (text, draw, other) => insert(text, draw(text.length + 1), slice(other, draw(other.length + 1), draw(300))),
  // Lines: remove, repeat, move, drop the line end.
  (text, draw) => onLines(text, (lines) => lines.splice(draw(lines.length), 1 + draw(3))),
  (text, draw) => onLines(text, (lines) => lines.splice(draw(lines.length), 0, ...lines.slice(draw(lines.length)).slice(0, 1 + draw(5)))),
  (text, draw) => onLines(text, (lines) => lines.splice(draw(lines.length), 0, ...lines.splice(draw(lines.length), 1))),
  (text, draw) => onLines(text, (lines) => lines.splice(draw(lines.length), 2, lines.slice(draw(lines.length)).slice(0, 2).join(""))),
];

/** `text` damaged one to three times; pieces may come from `other`. */
export function mutate(text: Buffer, other: Buffer, draw: Draw): Buffer {
  let spoilt = text;
  for (let times = 1 + draw(3); times > 0; times -= 1) spoilt = MUTATIONS[draw(MUTATIONS.length)]!(spoilt, draw, other);
  return spoilt;
}

function slice(text: Buffer, from: number, length: number): Buffer {
  return text.subarray(from, from + length);
}

function insert(text: Buffer, at: number, piece: Buffer): Buffer {
  return Buffer.concat([text.subarray(0, at), piece, text.subarray(at)]);
}

function without(text: Buffer, from: number, length: number): Buffer {
  return Buffer.concat([text.subarray(0, from), text.subarray(from + length)]);
}

function twice(text: Buffer, from: number, length: number): Buffer {
  return insert(text, from, slice(text, from, length));
}

function replaceBytes(text: Buffer, draw: Draw): Buffer {
  const copy = Buffer.from(text);
  for (let count = draw(4); count >= 0 && copy.length > 0; count -= 1) copy[draw(copy.length)] = draw(256);
  return copy;
}

function onLines(text: Buffer, change: (lines: string[]) => unknown): Buffer {
  const lines = text.toString("latin1").split("\n");
  change(lines);
  return Buffer.from(lines.join("\n"), "latin1");
}
