/** Series of a chart (ECMA-376-1, 21.2.2.170), in the order of elements that PowerPoint asks for. */
import { schemeColour, solid } from "../../ink.ts";
import { emu, typeSize } from "../../units.ts";
import { escapeXml, xml } from "../../xml.ts";
import { markLook } from "./looks.ts";
import type { Label, Plot, Point, Series } from "./plot.ts";
import { columnName, type Cell } from "./workbook.ts";

const value = (name: string, val: string | number): string => xml(`c:${name}`, { val });

/** `c:txPr`: type of a size in pixels. Names wrap where they are long, figures never do. */
export function textProperties(size: number, colour: string, face: "numeral" | "sans", bold: boolean): string {
  const body = face === "numeral" ? '<a:bodyPr wrap="none" lIns="38100" tIns="19050" rIns="38100" bIns="19050" anchor="ctr"><a:spAutoFit/></a:bodyPr>' : '<a:bodyPr rot="0" vert="horz"/>';
  const [latin, han] = face === "numeral" ? ["+mj-lt", "+mn-ea"] : ["+mn-lt", "+mn-ea"];
  const style = xml("a:defRPr", { sz: typeSize(size), b: bold ? 1 : 0 }, colour, xml("a:latin", { typeface: latin }), xml("a:ea", { typeface: han }));
  return `<c:txPr>${body}<a:lstStyle/><a:p><a:pPr>${style}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}

/** One `c:ser`. */
export function renderSeries(series: Series, order: number, plot: Plot): string {
  const column = columnName(series.column + 1);
  const { head, rows } = plot.table;
  const last = rows.length + 1;
  const name = `<c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache><c:ptCount val="1"/>${pointOf(0, head[series.column]!)}</c:strCache></c:strRef></c:tx>`;
  const line = series.as === "line" || series.as === "tick";
  const look = line ? `<c:spPr>${series.as === "tick" ? "<a:ln w=\"28575\"><a:noFill/></a:ln>" : xml("a:ln", { w: emu(7), cap: "rnd" }, solid("text"), "<a:round/>")}</c:spPr>` : "";
  const points = series.points.map((point, index) => (isEmpty(rows[index]!.cells[series.column]) ? "" : renderPoint(point, index, series)));
  const cells = rows.map((row) => row.cells[series.column] ?? null);
  return xml(
    "c:ser", {}, value("idx", order), value("order", order), name, look,
    line ? (series.as === "line" ? "<c:marker><c:symbol val=\"circle\"/><c:size val=\"9\"/></c:marker>" : `<c:marker><c:symbol val="dash"/><c:size val="40"/><c:spPr>${markLook("text", "solid")}</c:spPr></c:marker>`) : series.as === "bar" ? value("invertIfNegative", 0) : "",
    ...points, renderLabels(series, cells, plot),
    `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${last}</c:f><c:strCache>${value("ptCount", rows.length)}${rows.map((row, index) => pointOf(index, row.name)).join("")}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>${value("ptCount", rows.length)}${cells.map(numberPoint).join("")}</c:numCache></c:numRef></c:val>`,
    line ? value("smooth", 0) : "",
  );
}

function isEmpty(cell: Cell | null | undefined): boolean {
  return cell === null || cell === undefined || cell.type === "text";
}

function pointOf(index: number, text: string): string {
  return `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`;
}

/** Words and empty cells are gaps. */
function numberPoint(cell: Cell | null, index: number): string {
  return cell === null || cell.type === "text" ? "" : xml("c:pt", { idx: index, formatCode: cell.format }, `<c:v>${cell.value}</c:v>`);
}

function renderPoint({ look }: Point, index: number, { as }: Series): string {
  const shown = `<c:spPr>${look}</c:spPr>`;
  if (as === "line") return xml("c:dPt", {}, value("idx", index), `<c:marker><c:symbol val="circle"/><c:size val="11"/>${shown}</c:marker>`, value("bubble3D", 0));
  if (as === "tick") return xml("c:dPt", {}, value("idx", index), `<c:marker><c:symbol val="dash"/><c:size val="40"/>${shown}</c:marker>`, value("bubble3D", 0));
  return xml("c:dPt", {}, value("idx", index), as === "bar" ? value("invertIfNegative", 0) : "", value("bubble3D", 0), shown);
}

const SHOWN = (values: boolean, named = false): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${values ? 1 : 0}"/><c:showCatName val="${named ? 1 : 0}"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

/** A label that was moved needs no line back to its bar. */
const NO_LEADERS = '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>';

/** A label for each figure that the deck tells; all others are deleted, not empty. */
function renderLabels({ points }: Series, cells: readonly (Cell | null)[], plot: Plot): string {
  const labels = points.map(({ label }, index) => {
    if (isEmpty(cells[index])) return "";
    return label === null ? `<c:dLbl><c:idx val="${index}"/><c:delete val="1"/></c:dLbl>` : renderLabel(label, index, plot);
  });
  return `<c:dLbls>${labels.join("")}${SHOWN(points.some(({ label }) => label !== null))}${NO_LEADERS}</c:dLbls>`;
}

function renderLabel({ format, size, ink, position, shift, named }: Label, index: number, { box }: Plot): string {
  const moved = shift === undefined ? "" : `<c:layout><c:manualLayout>${value("x", share(shift[0], box.width))}${value("y", share(shift[1], box.height))}</c:manualLayout></c:layout>`;
  return xml(
    "c:dLbl", {}, value("idx", index), moved, xml("c:numFmt", { formatCode: format, sourceLinked: 0 }), "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>",
    textProperties(size, `<a:solidFill>${schemeColour(ink)}</a:solidFill>`, "numeral", true), position === null ? "" : value("dLblPos", position), SHOWN(true, named),
    named === true ? "<c:separator> </c:separator>" : "",
  );
}

/** A share of a length, written without an exponent. */
export function share(part: number, whole: number): string {
  return (part / whole).toFixed(5);
}
