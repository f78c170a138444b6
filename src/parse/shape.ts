/** What a YAML value has to look like: small readers that check a node in place and coerce nothing. */
import { isMap, isScalar, isSeq, type ParsedNode } from "yaml";
import type { Report, Text } from "../diagnostics/diagnostic.ts";
import { invalidValue, invalidYaml, missingKey, unknownKey, unknownKeyOf, YAML_HINTS } from "../diagnostics/messages/yaml.ts";
import { findNearest } from "../diagnostics/suggest.ts";
import type { Form } from "../model/form.ts";
import type { Span } from "../model/span.ts";

/** Stands for a value that was wrong and has been reported. */
export const WRONG: unique symbol = Symbol("wrong");
export type Wrong = typeof WRONG;

/** A node with its dotted name and its place. */
export interface Place {
  /** `kiosk.hours`, `zones[2].name`; empty for the whole document. */
  readonly name: string;
  readonly node: ParsedNode | null;
  readonly span: Span;
}

export interface ShapeReader {
  readonly spanOf: (node: ParsedNode) => Span;
  /** Collects the place of every value, by name. */
  readonly places: Map<string, Span>;
  readonly report: Report;
}

/** A reader of one kind of value; {@link WRONG} after reporting. */
export interface Shape<T> {
  /** What is allowed, for hints. */
  readonly expected: Text;
  /** The same as data, for who asks a person for a value. */
  readonly form: Form;
  readonly read: (place: Place, reader: ShapeReader) => T | Wrong;
}

/** A value with its place. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** A key of a {@link record}: required, or with a value for when it is left out. */
export interface Field<T> {
  readonly shape: Shape<T>;
  readonly fallback: { readonly value: T } | null;
}

type Fields = Readonly<Record<string, Field<unknown>>>;
/** The type that a record of fields is read into. */
export type Fielded<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };
export type Shaped<S> = S extends Shape<infer T> ? T : never;

export function required<T>(shape: Shape<T>): Field<T> {
  return { shape, fallback: null };
}

export function optional<T, D extends T>(shape: Shape<T>, value: D): Field<T> {
  return { shape, fallback: { value } };
}

/** A scalar; `parse` gets the value and its source text and returns undefined for what is not allowed. */
export function scalar<T>(expected: Text, parse: (value: unknown, source: string) => T | undefined, form: Form = { type: "text", expected, bare: true }): Shape<T> {
  return {
    expected,
    form,
    read: (place, reader) => {
      const node = place.node;
      const value = isScalar(node) ? parse(node.value, node.source ?? "") : undefined;
      return value === undefined ? wrong(place, reader, expected) : value;
    },
  };
}

/** One of the given words. */
export function choice<const T extends string>(values: readonly T[]): Shape<T> {
  const expected = { zh: values.join("、"), en: values.join(", ") };
  return scalar({ zh: `以下之一：${expected.zh}`, en: `one of ${expected.en}` }, (value) => values.find((known) => known === value), { type: "choice", words: values });
}

/** The same value, asked for as `form` says. */
export function asked<T>(shape: Shape<T>, form: Form): Shape<T> {
  return { ...shape, form };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  const expected = { zh: `${shape.expected.zh}，或 null`, en: `${shape.expected.en}, or null` };
  return {
    expected,
    form: shape.form,
    read: (place, reader) => (place.node === null || (isScalar(place.node) && place.node.value === null) ? null : shape.read(place, reader)),
  };
}

/** The value with its span, for diagnostics that can only be reported later. */
export function located<T>(shape: Shape<T>): Shape<Located<T>> {
  return {
    expected: shape.expected,
    form: shape.form,
    read: (place, reader) => {
      const value = shape.read(place, reader);
      return value === WRONG ? WRONG : { value, span: place.span };
    },
  };
}

/** A list with `min` to `max` entries. */
export function list<T>(shape: Shape<T>, min = 0, max = Number.POSITIVE_INFINITY): Shape<readonly T[]> {
  const count = max === Number.POSITIVE_INFINITY ? (min === 0 ? { zh: "", en: "" } : { zh: `至少 ${min} 项的`, en: ` of at least ${min}` }) : { zh: `${min}–${max} 项的`, en: ` of ${min} to ${max}` };
  const expected = { zh: `${count.zh}列表，每项为${shape.expected.zh}`, en: `a list${count.en}, each ${shape.expected.en}` };
  return {
    expected,
    form: { type: "list", of: shape.form, least: min },
    read: (place, reader) => {
      const node = place.node;
      if (!isSeq(node) || node.items.length < min || node.items.length > max) return wrong(place, reader, expected);
      const values = node.items.map((entry, index) => {
        const child = entry as ParsedNode;
        return shape.read(placed(`${place.name}[${index + 1}]`, child, reader.spanOf(child), reader), reader);
      });
      return values.some((value) => value === WRONG) ? WRONG : (values as T[]);
    },
  };
}

/** A list, or one entry that stands for a list of one. */
export function oneOrMore<T>(shape: Shape<T>): Shape<readonly T[]> {
  const many = list(shape, 1);
  const expected = { zh: `${shape.expected.zh}；或它们的列表`, en: `${shape.expected.en}; or a list of them` };
  return {
    expected,
    form: many.form,
    read: (place, reader) => {
      if (isSeq(place.node)) return many.read(place, reader);
      const value = shape.read(place, reader);
      return value === WRONG ? WRONG : [value];
    },
  };
}

/** A map from any keys to one kind of value. */
export function mapping<T>(shape: Shape<T>, look: (key: string, value: T | Wrong, span: Span, reader: ShapeReader) => void = () => undefined): Shape<Readonly<Record<string, T>>> {
  const expected = { zh: `“键: 值”，值为${shape.expected.zh}`, en: `a map whose values are ${shape.expected.en}` };
  return {
    expected,
    form: { type: "other" },
    read: (place, reader) => {
      const pairs = pairsOf(place, reader, expected);
      if (pairs === WRONG) return WRONG;
      const values = [...pairs].map(([key, child]) => {
        const value = shape.read(child.value, reader);
        look(key, value, child.value.span, reader);
        return [key, value] as const;
      });
      return values.some(([, value]) => value === WRONG) ? WRONG : (Object.fromEntries(values) as Record<string, T>);
    },
  };
}

/** A map with known keys; other keys are errors that list the known ones. `owner` names whose keys they are. */
export function record<F extends Fields>(fields: F, owner: string | null = null): Shape<Fielded<F>> {
  const expected = { zh: `“键: 值”，键为 ${Object.keys(fields).join("、")}`, en: `a map with the keys ${Object.keys(fields).join(", ")}` };
  const form: Form = { type: "record", fields: Object.entries(fields).map(([key, { shape, fallback }]) => ({ key, needed: fallback === null, form: shape.form })) };
  return { expected, form, read: (place, reader) => readRecord(fields, owner, expected, place, reader) };
}

function readRecord<F extends Fields>(fields: F, owner: string | null, expected: Text, place: Place, reader: ShapeReader): Fielded<F> | Wrong {
  const pairs = pairsOf(place, reader, expected);
  if (pairs === WRONG) return WRONG;
  const known = Object.keys(fields);
  const strangers = [...pairs.keys()].filter((key) => !known.includes(key));
  for (const key of strangers) {
    const span = pairs.get(key)!.key;
    reader.report(owner === null ? unknownKey(span, key, known) : unknownKeyOf(span, key, owner, known));
  }
  let sound = strangers.length === 0;
  const result: Record<string, unknown> = {};
  for (const key of known) {
    const field = fields[key]!;
    const pair = pairs.get(key);
    if (pair !== undefined) result[key] = field.shape.read(pair.value, reader);
    else if (field.fallback !== null) result[key] = field.fallback.value;
    else {
      result[key] = WRONG;
      // A misspelt key is one mistake, not two.
      const misspelt = strangers.some((stranger) => findNearest(stranger, known) === key);
      if (!misspelt) reader.report(missingKey(startOf(place.span, pairs), nameOf(place, key), field.shape.expected));
    }
    if (result[key] === WRONG) sound = false;
  }
  return sound ? (result as Fielded<F>) : WRONG;
}

/** The shape, with its value passed through `use`. */
export function mapped<T, R>(shape: Shape<T>, use: (value: T) => R): Shape<R> {
  return {
    expected: shape.expected,
    form: shape.form,
    read: (place, reader) => {
      const value = shape.read(place, reader);
      return value === WRONG ? WRONG : use(value);
    },
  };
}

/** A map, or a plain value that stands for one. */
export function eitherMap<M, P>(map: Shape<M>, plain: Shape<P>, stand: (value: P) => M): Shape<M> {
  const expected = { zh: `${plain.expected.zh}；或${map.expected.zh}`, en: `${plain.expected.en}; or ${map.expected.en}` };
  return {
    expected,
    form: plain.form,
    read: (place, reader) => {
      if (isMap(place.node)) return map.read(place, reader);
      const value = plain.read(place, reader);
      return value === WRONG ? WRONG : stand(value);
    },
  };
}

/** A record whose key `key` says which shape it has; the shapes know that key too. */
export function variant<T>(key: string, shapes: Readonly<Record<string, Shape<T>>>): Shape<T> {
  const word = choice(Object.keys(shapes));
  const expected = { zh: `“键: 值”，其中 ${key} 为${word.expected.zh}`, en: `a map whose ${key} is ${word.expected.en}` };
  return {
    expected,
    form: { type: "variant", key, forms: Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, shape.form])) },
    read: (place, reader) => {
      const pairs = pairsOf(place, reader, expected);
      if (pairs === WRONG) return WRONG;
      const pair = pairs.get(key);
      if (pair === undefined) {
        reader.report(missingKey(startOf(place.span, pairs), nameOf(place, key), word.expected));
        return WRONG;
      }
      const type = word.read(pair.value, reader);
      return type === WRONG ? WRONG : shapes[type]!.read(place, reader);
    },
  };
}

interface PlacedPair {
  readonly key: Span;
  readonly value: Place;
}

function pairsOf(place: Place, reader: ShapeReader, expected: Text): Map<string, PlacedPair> | Wrong {
  const node = place.node;
  if (node === null || (isScalar(node) && node.value === null && place.name === "")) return new Map();
  if (!isMap(node)) return wrong(place, reader, expected);
  const pairs = new Map<string, PlacedPair>();
  for (const { key, value } of node.items) {
    const word = isScalar(key) ? String(key.source ?? key.value) : "?";
    if (pairs.has(word)) continue;
    const span = reader.spanOf(key as ParsedNode);
    const child = value as ParsedNode | null;
    const at = child === null || isEmpty(child) ? span : reader.spanOf(child);
    pairs.set(word, { key: span, value: placed(nameOf(place, word), child, at, reader) });
  }
  return pairs;
}

function placed(name: string, node: ParsedNode | null, span: Span, reader: ShapeReader): Place {
  reader.places.set(name, span);
  return { name, node, span };
}

function isEmpty(node: ParsedNode): boolean {
  return isScalar(node) && (node.source ?? "") === "" && node.value === null;
}

function nameOf(place: Place, key: string): string {
  return place.name === "" ? key : `${place.name}.${key}`;
}

function startOf(whole: Span, pairs: ReadonlyMap<string, PlacedPair>): Span {
  for (const pair of pairs.values()) return pair.key;
  return { ...whole, endLine: whole.line, endColumn: whole.column };
}

/** Two slips that are valid YAML but never intended: a full-width colon for the first key, and `{{…}}` without quotes. */
function slipOf({ node, name }: Place): { readonly detail: string; readonly hint: Text } | null {
  if (name === "" && isScalar(node) && String(node.value).includes("：")) return { detail: "it holds no `key: value`", hint: YAML_HINTS.colon };
  return isMap(node) && isMap(node.items[0]?.key) ? { detail: "a reference stands without quotes", hint: YAML_HINTS.braces } : null;
}

/** Reports a value that does not fit, and returns {@link WRONG}. */
export function wrong(place: Place, reader: ShapeReader, expected: Text): Wrong {
  const node = place.node;
  const slip = slipOf(place);
  if (slip !== null) {
    reader.report(invalidYaml(place.span, slip.detail, slip.hint));
    return WRONG;
  }
  const written = isScalar(node) ? (node.source ?? "").trim() : isSeq(node) ? "[…]" : isMap(node) ? "{…}" : "";
  reader.report(invalidValue(place.span, place.name === "" ? "YAML" : place.name, written.slice(0, 60), expected));
  return WRONG;
}
