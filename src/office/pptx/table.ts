/** Native tables (ECMA-376-1, 21.1.3): cells with text and rules of their own, no style that would recolour them. */
import type { Language } from "../../model/deck.ts";
import { solid, type Ink } from "../ink.ts";
import { emu, type Box } from "../units.ts";
import { xml } from "../xml.ts";
import { properties, transform, type Label } from "./shapes.ts";
import { renderParagraphs, type Paragraph } from "./text.ts";

/** A rule above or below a cell, in pixels. */
export interface Rule {
  readonly ink: Ink;
  readonly width: number;
}

export interface Cell {
  readonly paragraphs: readonly Paragraph[];
  readonly anchor?: "t" | "ctr" | "b";
  readonly above?: Rule | null;
  readonly below?: Rule | null;
  /** Pixels inside its edges. */
  readonly insets?: readonly [left: number, top: number, right: number, bottom: number];
}

export interface TableOptions extends Label {
  readonly box: Box;
  /** Widths of the columns in pixels. */
  readonly columns: readonly number[];
  /** Whether the first row is a head. */
  readonly headed: boolean;
  readonly rows: readonly { readonly height: number; readonly cells: readonly Cell[] }[];
}

const NO_LINE = (name: string): string => `<a:${name} w="0"><a:noFill/></a:${name}>`;

function ruleOf(name: string, rule: Rule | null | undefined): string {
  return rule === null || rule === undefined ? NO_LINE(name) : xml(`a:${name}`, { w: emu(rule.width), cap: "flat", cmpd: "sng", algn: "ctr" }, solid(rule.ink), '<a:prstDash val="solid"/>');
}

function cellXml({ paragraphs, anchor = "t", above, below, insets = [0, 0, 0, 0] }: Cell, lang: Language): string {
  const [marL, marT, marR, marB] = insets.map(emu);
  const borders = NO_LINE("lnL") + NO_LINE("lnR") + ruleOf("lnT", above) + ruleOf("lnB", below);
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${renderParagraphs(paragraphs, lang)}</a:txBody>${xml("a:tcPr", { marL: marL!, marR: marR!, marT: marT!, marB: marB!, anchor }, borders, "<a:noFill/>")}</a:tc>`;
}

export function table(id: number, { box, columns, headed, rows, ...label }: TableOptions, lang: Language): string {
  const grid = columns.map((width) => xml("a:gridCol", { w: emu(width) })).join("");
  const body = rows.map(({ height, cells }) => xml("a:tr", { h: emu(height) }, ...cells.map((cell) => cellXml(cell, lang)))).join("");
  return `<p:graphicFrame><p:nvGraphicFramePr>${properties(id, label)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${transform(box, "p:xfrm")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>${xml("a:tblPr", { firstRow: headed ? 1 : null })}<a:tblGrid>${grid}</a:tblGrid>${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}
