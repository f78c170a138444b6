/** Turns measurements into diagnostics: one for each slide, window and kind, with the worst case and the number of others. */
import type { Diagnostic, Report } from "../../diagnostics/diagnostic.ts";
import { brokenName, cutOff, loneCharacter, lowContrast, missingUnits, outsideBox, overlapping, onTheFoot, paleMark, smallType, wordsOnPhoto, type Seen } from "../../diagnostics/messages/pages.ts";
import type { Layout } from "../../model/deck.ts";
import type { PageFault } from "../../model/page-fault.ts";
import type { RenderedSlide } from "../../render/rendered.ts";
import type { BreakFault } from "./check-breaks.ts";
import { roomOf } from "./layout-room.ts";
import type { ViewName } from "./views.ts";

type Fault = PageFault | BreakFault;

/** Words are measured by the ink of their faces, a little generously: fewer pixels than this may be nothing. */
const CERTAIN = 2;

export function reportFaults(faults: readonly Fault[], view: ViewName, slides: readonly RenderedSlide[], layouts: ReadonlyMap<string, Layout>, report: Report): void {
  const kinds = new Map<string, Fault[]>();
  for (const fault of faults.filter(isCertain)) {
    const kind = `${fault.slide} ${codeOf(fault)}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), fault]);
  }
  const places = new Map(slides.map((slide) => [slide.id, slide]));
  for (const same of kinds.values()) {
    const worst = same.toSorted((a, b) => rank(a) - rank(b) || weight(b) - weight(a))[0];
    const slide = worst === undefined ? undefined : places.get(worst.slide);
    if (worst !== undefined && slide !== undefined) report(diagnose(worst, { view, page: slide.page, span: slide.span, room: roomOf(layouts.get(slide.id)), others: new Set(same.filter(({ type }) => type === worst.type).map(({ text }) => text)).size - 1 }));
  }
}

function isCertain(fault: Fault): boolean {
  return fault.type !== "cut-off" || fault.value >= CERTAIN;
}

const OVERFLOW = ["cut-off", "outside", "below-foot", "overlap"] as const;

/** Text that is too long leaves its card, covers the foot and is cut off all at once: reported only once. */
function codeOf({ type }: Fault): string {
  return OVERFLOW.some((kind) => kind === type) ? "overflow" : type;
}

function rank({ type }: Fault): number {
  return OVERFLOW.findIndex((kind) => kind === type);
}

/** The worst is the largest of what is too large, or the smallest of what is too small; otherwise the first counts. */
function weight(fault: Fault): number {
  switch (fault.type) {
    case "cut-off":
    case "outside":
    case "below-foot":
    case "overlap":
      return fault.value;
    case "small-type":
    case "low-contrast":
    case "words-on-photo":
    case "pale-mark":
    case "missing-units":
      return -fault.value;
    case "broken-name":
    case "lone-character":
      return 0;
  }
}

function diagnose(fault: Fault, seen: Seen): Diagnostic {
  switch (fault.type) {
    case "cut-off":
      return cutOff(fault.text, fault.value, seen);
    case "outside":
      return outsideBox(fault.text, fault.value, fault.other ?? "", seen);
    case "below-foot":
      return onTheFoot(fault.text, fault.value, seen);
    case "overlap":
      return overlapping(fault.text, fault.other ?? "", fault.value, seen);
    case "small-type":
      return smallType(fault.text, fault.value, fault.least ?? 0, seen);
    case "low-contrast":
      return lowContrast(fault.text, fault.value, fault.least ?? 0, seen);
    case "words-on-photo":
      return wordsOnPhoto(fault.text, fault.value, fault.least ?? 0, seen);
    case "pale-mark":
      return paleMark(fault.text, fault.other ?? "", fault.value, fault.least ?? 0, seen);
    case "missing-units":
      return missingUnits(fault.text, fault.value, fault.least ?? 0, seen);
    case "broken-name":
      return brokenName(fault.text, seen);
    case "lone-character":
      return loneCharacter(fault.character, fault.text, seen);
  }
}
