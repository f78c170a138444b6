/** Opening hours and closed days in deck.yaml: one text or a list of texts, each fault at its own text. */
import { isScalar } from "yaml";
import { invalidHours } from "../diagnostics/messages/settings.ts";
import type { ClosedSpan, OpeningHours } from "../model/opening.ts";
import { parseClosed } from "./closed-days.ts";
import { parseOpening } from "./opening.ts";
import { list, located, WRONG, wrong, type Located, type Shape } from "./shape.ts";
import { text } from "./values.ts";

/** More lines than any screen has; nobody plans 400 closed days. */
const MOST = 400;

/** One text, or a list of them. */
function texts(expected: Shape<unknown>["expected"]): Shape<readonly Located<string>[]> {
  const many = list(located(text), 0, MOST);
  return {
    expected,
    form: many.form,
    read: (place, reader) => {
      if (!isScalar(place.node)) return place.node === null ? wrong(place, reader, expected) : many.read(place, reader);
      const { value } = place.node;
      return typeof value === "string" && value.trim() !== "" ? [{ value, span: place.span }] : wrong(place, reader, expected);
    },
  };
}

const hourTexts = texts({ zh: "时间段，如 \"08:30-17:30\"", en: 'opening hours such as "08:30-17:30"' });
const dayTexts = texts({ zh: "日期，如 2022-10-01", en: "dates such as 2022-10-01" });

/** `kiosk.hours`: the spans of each weekday from Sunday. */
export const openingHours: Shape<OpeningHours["week"]> = {
  expected: hourTexts.expected,
  form: hourTexts.form,
  read: (place, reader) => {
    const lines = hourTexts.read(place, reader);
    if (lines === WRONG) return WRONG;
    const faulty = lines.flatMap(({ value, span }) => {
      const read = parseOpening([value]);
      // That one line of several opens on no day is no fault.
      return "fault" in read && (read.fault !== "never" || lines.length === 1) ? [{ ...read, span }] : [];
    });
    const whole = parseOpening(lines.map(({ value }) => value));
    const faults = faulty.length === 0 && "fault" in whole ? [{ ...whole, span: place.span }] : faulty;
    for (const { span, words, fault } of faults) reader.report(invalidHours(span, words, fault));
    return faults.length > 0 || "fault" in whole ? WRONG : whole;
  },
};

/** `kiosk.closed`: days on which the screen stays dark. */
export const closedDays: Shape<readonly ClosedSpan[]> = {
  expected: dayTexts.expected,
  form: dayTexts.form,
  read: (place, reader) => {
    const lines = dayTexts.read(place, reader);
    if (lines === WRONG) return WRONG;
    const read = lines.map(({ value, span }) => {
      const spans = parseClosed(value);
      if (!("fault" in spans)) return spans;
      reader.report(invalidHours(span, spans.words, spans.fault === "syntax" ? "day" : spans.fault));
      return WRONG;
    });
    return read.includes(WRONG) ? WRONG : read.flatMap((spans) => (spans === WRONG ? [] : spans));
  },
};
