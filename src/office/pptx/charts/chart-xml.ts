/** A chart part (ECMA-376-1, 21.2): one plot with its axes, and the workbook that its cells come from. */
import { solid } from "../../ink.ts";
import { emu } from "../../units.ts";
import { xml, XML_HEAD } from "../../xml.ts";
import type { Plot, Series } from "./plot.ts";
import { renderSeries, share, textProperties } from "./series-xml.ts";

const NAMESPACES = {
  "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
} as const;
/** Ids of the two axes. */
const [CATEGORIES, VALUES] = [111_111_111, 222_222_222] as const;

const value = (name: string, val: string | number): string => xml(`c:${name}`, { val });

/** `workbook` is the relation of the chart to its workbook. */
export function renderChartXml(plot: Plot, workbook: string): string {
  const pie = plot.series.some(({ as }) => as === "slice");
  const area = xml("c:plotArea", {}, layoutOf(plot), ...groups(plot), pie ? "" : categoryAxis(plot) + valueAxis(plot), "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
  const chart = `<c:chart><c:autoTitleDeleted val="1"/>${area}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`;
  const rest = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>" + textProperties(36, solid("text"), "sans", false);
  return XML_HEAD + xml("c:chartSpace", NAMESPACES, '<c:date1904 val="0"/><c:roundedCorners val="0"/>', chart, rest, xml("c:externalData", { "r:id": workbook }, value("autoUpdate", 0)));
}

/** The plot without its names, as shares of the chart. */
function layoutOf({ box, inner }: Plot): string {
  const numbers = value("x", share(inner.x - box.x, box.width)) + value("y", share(inner.y - box.y, box.height)) + value("w", share(inner.width, box.width)) + value("h", share(inner.height, box.height));
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>${numbers}</c:manualLayout></c:layout>`;
}

/** Bars first, then lines over them. */
function groups(plot: Plot): readonly string[] {
  const of = (...kinds: readonly Series["as"][]): readonly string[] => plot.series.flatMap((series, order) => (kinds.includes(series.as) ? [renderSeries(series, order, plot)] : []));
  const axes = value("axId", CATEGORIES) + value("axId", VALUES);
  const [slices, bars, lines] = [of("slice"), of("bar"), of("line", "tick")];
  if (slices.length > 0) return [xml("c:pieChart", {}, value("varyColors", 1), ...slices, value("firstSliceAng", Math.round(plot.turn ?? 0)))];
  const bar = bars.length === 0 ? [] : [xml(
    "c:barChart", {}, value("barDir", plot.direction === "lying" ? "bar" : "col"), value("grouping", plot.stacked ? "stacked" : "clustered"), value("varyColors", 0), ...bars,
    value("gapWidth", Math.round(plot.gap)), value("overlap", plot.overlap), axes,
  )];
  const line = lines.length === 0 ? [] : [xml("c:lineChart", {}, value("grouping", "standard"), value("varyColors", 0), ...lines, value("marker", 1), axes)];
  return [...bar, ...line];
}

function categoryAxis({ direction, names, scale }: Plot): string {
  const lying = direction === "lying";
  const line = xml("a:ln", { w: emu(3) }, solid("text"));
  // Rows are read from the top; the axis of a place that is better when it is smaller stands at its foot.
  return xml(
    "c:catAx", {}, value("axId", CATEGORIES), `<c:scaling>${value("orientation", lying ? "maxMin" : "minMax")}</c:scaling>`, value("delete", 0), value("axPos", lying ? "l" : "b"),
    '<c:numFmt formatCode="General" sourceLinked="0"/>', value("majorTickMark", "none"), value("minorTickMark", "none"), value("tickLblPos", names === null ? "none" : scale.falling === true ? "nextTo" : scale.turned === true ? "high" : "low"), `<c:spPr><a:noFill/>${line}</c:spPr>`,
    names === null ? "" : textProperties(names.size, solid(names.ink), "sans", names.bold === true),
    value("crossAx", VALUES), value("crosses", scale.falling === true ? "max" : "autoZero"), value("auto", 0), value("lblAlgn", "ctr"), value("lblOffset", 60), value("noMultiLvlLbl", 1),
  );
}

function valueAxis({ direction, scale }: Plot): string {
  const limits = (scale.high === null ? "" : value("max", scale.high)) + (scale.low === null ? "" : value("min", scale.low));
  return xml(
    "c:valAx", {}, value("axId", VALUES), `<c:scaling>${value("orientation", scale.falling === true || scale.turned === true ? "maxMin" : "minMax")}${limits}</c:scaling>`, value("delete", 1), value("axPos", direction === "lying" ? "t" : "l"),
    '<c:numFmt formatCode="General" sourceLinked="0"/>', value("majorTickMark", "none"), value("minorTickMark", "none"), value("tickLblPos", "none"),
    value("crossAx", CATEGORIES), value("crosses", "autoZero"), value("crossBetween", "between"),
  );
}
