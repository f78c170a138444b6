/** Highlights the datum under the pointer or with the focus, and shows its row of the chart's data table. */
import { hydrate } from "echarts/ssr/client/index";
import { createTooltip, type Row, type Tooltip } from "./tooltip.ts";

const DATUM = "ecmeta_data_index";

/** Prepares every chart drawn for hover; charts added later are prepared when the pointer first reaches them. */
export function startHover(page: Document): void {
  const tooltip = createTooltip(page);
  const prepared = new WeakSet<Element>();
  const prepare = (chart: Element | null): void => {
    if (chart === null || prepared.has(chart)) return;
    prepared.add(chart);
    prepareChart(chart as HTMLElement, tooltip);
  };
  for (const chart of page.querySelectorAll(".slides .chart")) prepare(chart);
  // In the capture phase, so that a new chart's own listeners get the same event.
  page.addEventListener("mouseover", ({ target }) => prepare(target instanceof Element ? target.closest(".chart") : null), true);
  page.addEventListener("keydown", ({ key }) => {
    if (key === "Tab") return;
    for (const svg of page.querySelectorAll(".pointing")) setOff(svg, null);
    tooltip.hide();
  });
}

/** Makes one datum stand out; null makes all alike. */
function setOff(svg: Element, datum: number | null): void {
  svg.classList.toggle("pointing", datum !== null);
  for (const shape of svg.querySelectorAll(`[${DATUM}]`)) shape.classList.toggle("pointed", shape.getAttribute(DATUM) === `${datum}`);
}

function prepareChart(chart: HTMLElement, tooltip: Tooltip): void {
  const svg = chart.querySelector<SVGSVGElement>(":scope > svg");
  const table = chart.querySelector<HTMLTableElement>(".chart-data");
  if (svg === null || table === null || svg.querySelector(".chart-band") === null) return;
  const enter = (datum: number, x: number, y: number): void => {
    const row = readRow(table, datum);
    if (row === null) return;
    setOff(svg, datum);
    tooltip.show(chart, row);
    tooltip.move(x, y);
  };
  const leave = (): void => {
    setOff(svg, null);
    tooltip.hide();
  };
  hydrate(chart, {
    on: {
      mouseover: ({ dataIndex, event }) => {
        if (dataIndex !== undefined && event instanceof MouseEvent) enter(dataIndex, event.clientX, event.clientY);
      },
      mouseout: leave,
    },
  });
  svg.addEventListener("mousemove", ({ clientX, clientY }) => tooltip.move(clientX, clientY));
  makeFocusable(svg, table);
  // On the figure: a drawing with its own focus listener would become a tab stop.
  chart.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element) || !target.hasAttribute(DATUM)) return;
    const datum = Number(target.getAttribute(DATUM));
    const { right, bottom } = shapeOf(svg, datum).getBoundingClientRect();
    enter(datum, right, bottom);
  });
  chart.addEventListener("focusout", leave);
}

/** A picture has no parts to visit, so it becomes a group in which each area gives its row. */
function makeFocusable(svg: SVGSVGElement, table: HTMLTableElement): void {
  svg.setAttribute("role", "group");
  nameWithoutTitle(svg);
  for (const child of svg.children) {
    if (!child.classList.contains("chart-band")) {
      if (child.localName !== "desc") child.setAttribute("aria-hidden", "true");
      continue;
    }
    const row = readRow(table, Number(child.getAttribute(DATUM)));
    if (row === null) continue;
    child.setAttribute("tabindex", "0");
    child.setAttribute("role", "img");
    child.setAttribute("aria-label", [row.name, ...row.figures.map(({ label, figure }) => `${label} ${figure}`)].join(", "));
  }
}

/** Browsers also show a drawing's title under the pointer. */
function nameWithoutTitle(svg: SVGSVGElement): void {
  const title = svg.querySelector(":scope > title");
  const description = svg.querySelector(":scope > desc");
  if (title === null || description === null) return;
  svg.removeAttribute("aria-labelledby");
  svg.setAttribute("aria-label", title.textContent ?? "");
  svg.setAttribute("aria-describedby", description.id);
  title.remove();
}

/** The last shape of a datum, or its area if it has no shape. */
function shapeOf(svg: SVGSVGElement, datum: number): Element {
  return [...svg.querySelectorAll(`[${DATUM}="${datum}"]`)].at(-1) ?? svg;
}

/** A row of the table with its column heads; null beyond the end. */
function readRow(table: HTMLTableElement, index: number): Row | null {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent ?? "");
  const [name, ...figures] = [...(table.tBodies[0]?.rows[index]?.cells ?? [])].map((cell) => cell.textContent ?? "");
  return name === undefined ? null : { name, figures: figures.map((figure, column) => ({ label: heads[column + 1] ?? "", figure })) };
}
