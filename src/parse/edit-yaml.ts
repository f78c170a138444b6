/** Changes one value of a YAML text as a careful person would: nothing else moves, comments and order stay. */
import { Document, isMap, isScalar, isSeq, parseDocument, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from "yaml";
import { isMap as isPlainMap, type FormPath, type FormValue } from "../model/form.ts";

type Map = YAMLMap.Parsed;
type Seq = YAMLSeq.Parsed;

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The values as they are written; null where the text is no map in YAML. */
export function readYamlValues(text: string): FormValue | null {
  const root = parse(text);
  return root === undefined ? null : root === null ? {} : valueOf(root);
}

/**
 * The text with `value` at `path`; a value of null takes away the key or the entry. `bare` words are written without quotes. Null where
 * the text is no map in YAML, or there is no such place.
 */
export function editYaml(text: string, path: FormPath, value: FormValue, bare = false): string | null {
  const root = parse(text);
  const last = path.at(-1);
  if (root === undefined || last === undefined) return null;
  const parent = root === null && path.length === 1 ? null : nodeAt(root, path.slice(0, -1));
  if (parent === undefined) return insertParent(text, root, path, value, bare);
  const splice = parent === null ? firstKey(text, last, value, bare) : isMap(parent) ? inMap(text, parent as Map, String(last), value, bare) : isSeq(parent) ? inSeq(text, parent as Seq, Number(last), value, bare) : null;
  return splice === null ? null : text.slice(0, splice.start) + splice.text + text.slice(splice.end);
}

/** Undefined for what is no map; null for an empty text. */
function parse(text: string): ParsedNode | null | undefined {
  try {
    const { contents, errors } = parseDocument(text, { logLevel: "silent", uniqueKeys: false, schema: "core", merge: false });
    if (errors.length > 0) return undefined;
    if (contents === null || (isScalar(contents) && contents.value === null)) return null;
    return isMap(contents) ? (contents as ParsedNode) : undefined;
  } catch (failure) {
    // Nested beyond the stack: nobody edits that by a form.
    if (!(failure instanceof RangeError)) throw failure;
    return undefined;
  }
}

function valueOf(node: ParsedNode | null): FormValue {
  if (isScalar(node)) return node.value === null ? null : typeof node.value === "string" ? node.value : String(node.source ?? node.value);
  if (isSeq(node)) return node.items.map((item) => valueOf(item as ParsedNode));
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [keyOf(key), valueOf(value as ParsedNode | null)]));
  return null;
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.source ?? key.value) : "";
}

function pairOf(map: Map, key: string): Pair<ParsedNode, ParsedNode | null> | undefined {
  return map.items.find((pair) => keyOf(pair.key) === key);
}

function nodeAt(root: ParsedNode | null, path: FormPath): ParsedNode | undefined {
  let node: ParsedNode | null | undefined = root;
  for (const step of path) node = isMap(node) ? pairOf(node as Map, String(step))?.value : isSeq(node) ? (node.items[Number(step)] as ParsedNode | undefined) : undefined;
  return node === null || (isScalar(node) && node.value === null) ? undefined : node;
}

/** A map that is not there yet comes with its first key, a list with its first entry. */
function insertParent(text: string, root: ParsedNode | null, path: FormPath, value: FormValue, bare: boolean): string | null {
  if (value === null) return text;
  const [last, above] = [path.at(-1)!, path.slice(0, -1)];
  if (above.length === 0 || (root !== null && nodeAt(root, above.slice(0, -1)) === undefined && above.length > 1)) return null;
  return editYaml(text, above, typeof last === "number" ? [value] : { [last]: value }, bare);
}

function firstKey(text: string, key: string | number, value: FormValue, bare: boolean): Splice | null {
  if (value === null) return { start: 0, end: 0, text: "" };
  const gap = text === "" || text.endsWith("\n") ? "" : "\n";
  return { start: text.length, end: text.length, text: `${gap}${key}: ${flow(value, bare)}${text === "" ? "" : "\n"}` };
}

function inMap(text: string, map: Map, key: string, value: FormValue, bare: boolean): Splice | null {
  const pair = pairOf(map, key);
  if (pair !== undefined) return value === null ? removePair(text, map, pair) : replacePair(text, pair, value, bare);
  if (value === null) return { start: 0, end: 0, text: "" };
  if (map.flow) {
    const end = map.range[1] - 1;
    const inside = text.slice(map.range[0] + 1, end).trimEnd();
    return { start: map.range[0] + 1 + inside.length, end: map.range[0] + 1 + inside.length, text: `${inside === "" ? "" : ","} ${key}: ${flow(value, bare)}` };
  }
  const last = map.items.at(-1)!;
  const at = endOf(text, last);
  const indent = columnOf(text, map.items[0]!.key.range[0]);
  return { start: at, end: at, text: `\n${" ".repeat(indent)}${key}: ${flow(value, bare)}` };
}

function replacePair(text: string, { key, value: node }: Pair<ParsedNode, ParsedNode | null>, value: FormValue, bare: boolean): Splice {
  const after = key.range[1] + 1 + text.slice(key.range[1] + 1).search(/[^ \t]|$/);
  if (node === null || (isScalar(node) && node.value === null && node.source === "")) return { start: key.range[1] + 1, end: key.range[1] + 1, text: ` ${flow(value, bare)}` };
  if (isSeq(node) && !node.flow && Array.isArray(value)) {
    const dash = columnOf(text, text.lastIndexOf("-", node.items.length === 0 ? node.range[0] : (node.items[0] as ParsedNode).range[0]));
    return { start: node.range[0], end: trimmedEnd(text, node), text: value.map((one) => `- ${entry(one, bare, dash + 2)}`).join(`\n${" ".repeat(dash)}`) };
  }
  return { start: isScalar(node) ? node.range[0] : Math.min(after, node.range[0]), end: trimmedEnd(text, node), text: flow(value, bare) };
}

/** The lines of a key, or its part of a map in braces; what stands alone leaves an empty text. */
function removePair(text: string, map: Map, pair: Pair<ParsedNode, ParsedNode | null>): Splice {
  const index = map.items.indexOf(pair as (typeof map.items)[number]);
  if (map.flow) return index > 0 ? { start: endOf(text, map.items[index - 1]!), end: endOf(text, pair), text: "" } : { start: pair.key.range[0], end: map.items[1]?.key.range[0] ?? endOf(text, pair), text: "" };
  const start = pair.key.range[0];
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const end = endOf(text, pair);
  const newline = text.indexOf("\n", end);
  // The first key of an entry stands behind its dash.
  if (text.slice(line, start).trim() !== "") return { start, end: map.items[index + 1]?.key.range[0] ?? end, text: "" };
  return newline === -1 ? { start: Math.max(line - 1, 0), end: text.length, text: "" } : { start: line, end: newline + 1, text: "" };
}

function inSeq(text: string, seq: Seq, index: number, value: FormValue, bare: boolean): Splice | null {
  const items = seq.items as ParsedNode[];
  const node = items[index];
  if (node !== undefined && value !== null) return { start: node.range[0], end: trimmedEnd(text, node), text: seq.flow ? flow(value, bare) : entry(value, bare, columnOf(text, node.range[0])) };
  if (node !== undefined) return removeItem(text, seq, items, index);
  if (value === null) return null;
  const last = items.at(-1);
  if (seq.flow) {
    const at = last === undefined ? seq.range[0] + 1 : trimmedEnd(text, last);
    return { start: at, end: at, text: `${last === undefined ? "" : ", "}${flow(value, bare)}` };
  }
  if (last === undefined) return null;
  const dash = columnOf(text, text.lastIndexOf("-", items[0]!.range[0]));
  const at = trimmedEnd(text, last);
  return { start: at, end: at, text: `\n${" ".repeat(dash)}- ${entry(value, bare, dash + 2)}` };
}

function removeItem(text: string, seq: Seq, items: readonly ParsedNode[], index: number): Splice {
  const node = items[index]!;
  if (seq.flow) return index > 0 ? { start: trimmedEnd(text, items[index - 1]!), end: trimmedEnd(text, node), text: "" } : { start: node.range[0], end: items[1]?.range[0] ?? trimmedEnd(text, node), text: "" };
  const start = text.lastIndexOf("\n", node.range[0]) + 1;
  const newline = text.indexOf("\n", trimmedEnd(text, node));
  return { start: newline === -1 ? Math.max(start - 1, 0) : start, end: newline === -1 ? text.length : newline + 1, text: "" };
}

function endOf(text: string, { key, value }: Pair<ParsedNode, ParsedNode | null>): number {
  return value === null || (isScalar(value) && value.source === "") ? Math.max(text.indexOf(":", key.range[1]) + 1, key.range[1]) : trimmedEnd(text, value);
}

/** A block's range runs on to the next key. */
function trimmedEnd(text: string, { range }: ParsedNode): number {
  return range[0] + text.slice(range[0], range[1]).trimEnd().length;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

/** An entry behind a dash in a column: the keys of a map in lines, all else in one. */
function entry(value: FormValue, bare: boolean, column: number): string {
  return isPlainMap(value) ? Object.entries(value).map(([key, one]) => `${key}: ${flow(one, bare)}`).join(`\n${" ".repeat(column)}`) : flow(value, bare);
}

function flow(value: FormValue, bare: boolean): string {
  if (value === null) return "null";
  if (typeof value === "string") return bare && /^[\w.%:+~-]+$/.test(value) ? value : scalar(value);
  if (Array.isArray(value)) return `[${(value as readonly FormValue[]).map((one) => flow(one, bare)).join(", ")}]`;
  return `{ ${Object.entries(value).map(([key, one]) => `${key}: ${flow(one, bare)}`).join(", ")} }`;
}

/** Quotes where YAML needs them, also inside brackets. */
function scalar(text: string): string {
  if (/[\n\r\t]/.test(text)) return JSON.stringify(text);
  const one = String(new Document([text]).toString({ flowCollectionPadding: false, lineWidth: 0, collectionStyle: "flow" })).trim();
  return one.slice(1, -1);
}
