/** What the attributes of a slide or of a part of it mean; those that mean nothing there are reported. */
import { LAYOUTS, type Layout, type Step } from "../../model/deck.ts";
import { PAGE_IDS } from "../../model/page-ids.ts";
import { CENTRE, parseFocus, TREATMENTS, type PhotoLook } from "../../model/photo.ts";
import type { Span } from "../../model/span.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { badAttributeValue, duplicateAttribute, reservedId, stepInNotes, unknownAttribute, unknownClass, unknownLayout } from "../../diagnostics/messages/slides.ts";
import type { Attribute } from "./attributes.ts";

/** Numbers the steps of one slide. */
export interface Steps {
  /** Steps that show something, with the place of the first part that does. */
  readonly used: Map<number, Span>;
}

export interface SlideAttributes {
  readonly id: { readonly name: string; readonly span: Span } | null;
  readonly layout: Layout | null;
  readonly kicker: string;
  readonly number: string;
  /** As written: which names there are depends on the layout. */
  readonly variant: Attribute | null;
  /** As written: only a slide without a photo shows a drawing. */
  readonly motif: Attribute | null;
  readonly seconds: number | null;
  readonly long: boolean | null;
  readonly backup: boolean;
}

/** Attributes of a slide's heading, besides its id and classes. */
export const SLIDE_KEYS: readonly string[] = ["layout", "variant", "kicker", "number", "motif", "seconds", "long"];
const DIVIDER_KEYS: readonly string[] = ["kicker", "seconds"];
const PART_KEYS: readonly string[] = ["step"];
const IMAGE_KEYS: readonly string[] = ["step", "caption", "credit", "focus", "treatment"];

/** Attributes of a `##` (or, as a divider, of a `#`). */
export function readSlideAttributes(attributes: readonly Attribute[], divider: boolean, report: Report): SlideAttributes {
  const keys = divider ? DIVIDER_KEYS : SLIDE_KEYS;
  const known = keepKnown(attributes, keys, ["#"], report);
  const classes = known.filter(({ key }) => key === ".");
  for (const { value, span } of classes) {
    if (divider || value !== "backup") report(unknownClass(span, value, []));
  }
  const valueOf = (key: string): Attribute | null => known.find((attribute) => attribute.key === key) ?? null;
  const id = valueOf("#");
  return {
    id: id === null ? null : readId(id, report),
    layout: readLayout(valueOf("layout"), report),
    kicker: valueOf("kicker")?.value ?? "",
    number: valueOf("number")?.value ?? "",
    variant: valueOf("variant"),
    motif: valueOf("motif"),
    seconds: readSeconds(valueOf("seconds"), report),
    long: readLong(valueOf("long"), report),
    backup: !divider && classes.some(({ value }) => value === "backup"),
  };
}

/** The step of a part; `steps` is null in speaker notes, where nothing appears on a click. */
export function readStep(attributes: readonly Attribute[], steps: Steps | null, report: Report): Step {
  return stepOf(keepKnown(attributes, PART_KEYS, [], report), steps, report);
}

/** The step of a picture, and how it is shown. */
export function readImageAttributes(attributes: readonly Attribute[], steps: Steps | null, report: Report): PhotoLook & { readonly step: Step } {
  const known = keepKnown(attributes, IMAGE_KEYS, [], report);
  const valueOf = (key: string): Attribute | null => known.find((attribute) => attribute.key === key) ?? null;
  const read = <T>(key: "focus" | "treatment", parse: (value: string) => T | null): T | null => {
    const attribute = valueOf(key);
    const value = attribute === null ? null : parse(attribute.value);
    if (attribute !== null && value === null) report(badAttributeValue(attribute.valueSpan, key, attribute.value));
    return value;
  };
  return {
    step: stepOf(known.filter(({ key }) => key === "." || key === "step"), steps, report),
    focus: read("focus", parseFocus) ?? CENTRE,
    caption: valueOf("caption")?.value ?? "",
    credit: valueOf("credit")?.value ?? "",
    treatment: read("treatment", (value) => TREATMENTS.find((one) => one === value) ?? null),
  };
}

function stepOf(known: readonly Attribute[], steps: Steps | null, report: Report): Step {
  let step: Step = null;
  for (const attribute of known) {
    if (attribute.key === "." && attribute.value !== "step") report(unknownClass(attribute.span, attribute.value, ["step"]));
    else if (steps === null) report(stepInNotes(attribute.span));
    else {
      step = attribute.key === "." ? 1 + Math.max(0, ...steps.used.keys()) : readNumber(attribute, /^[1-9]\d{0,2}$/, "step", report);
      if (step !== null && !steps.used.has(step)) steps.used.set(step, attribute.span);
    }
  }
  return step;
}

/** Drops unknown and repeated attributes after reporting them; classes are left to the caller. */
function keepKnown(attributes: readonly Attribute[], keys: readonly string[], signs: readonly string[], report: Report): readonly Attribute[] {
  const seen = new Set<string>();
  return attributes.filter(({ key, value, span }) => {
    if (key === ".") return true;
    if (!keys.includes(key) && !signs.includes(key)) {
      report(unknownAttribute(span, key === "#" ? `#${value}` : key, [...signs.map(() => "#id"), ...keys, ...(signs.length === 0 ? [".step"] : [])]));
      return false;
    }
    if (seen.has(key)) report(duplicateAttribute(span, key));
    return !seen.has(key) && seen.add(key);
  });
}

function readId({ value, span, valueSpan }: Attribute, report: Report): SlideAttributes["id"] {
  if (PAGE_IDS.includes(value.toLowerCase())) report(reservedId(valueSpan, value));
  else if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(value)) return { name: value, span };
  else report(badAttributeValue(valueSpan, "id", value));
  return null;
}

function readLayout(attribute: Attribute | null, report: Report): Layout | null {
  if (attribute === null) return null;
  const layout = LAYOUTS.find((name) => name === attribute.value) ?? null;
  if (layout === null || layout === "section") report(unknownLayout(attribute.valueSpan, attribute.value, LAYOUTS.filter((name) => name !== "section")));
  return layout === "section" ? null : layout;
}

function readSeconds(attribute: Attribute | null, report: Report): number | null {
  return attribute === null ? null : readNumber(attribute, /^(?:[1-9]\d?|[1-5]\d\d|600)$/, "seconds", report);
}

function readLong(attribute: Attribute | null, report: Report): boolean | null {
  if (attribute === null) return null;
  if (attribute.value === "true" || attribute.value === "false") return attribute.value === "true";
  report(badAttributeValue(attribute.valueSpan, "long", attribute.value));
  return null;
}

function readNumber({ value, valueSpan }: Attribute, pattern: RegExp, key: "seconds" | "step", report: Report): number | null {
  if (pattern.test(value)) return Number(value);
  report(badAttributeValue(valueSpan, key, value));
  return null;
}
