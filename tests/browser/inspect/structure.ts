/** What a slide tells people who cannot see it, and what its charts are made of. */

/** Levels of all headings in order, as `1 2 3 3 …`. A skipped level or a second level 1 is a fault. */
export function checkHeadings(root: Element): string[] {
  let last = 0;
  return [...root.querySelectorAll("h1, h2, h3, h4, h5, h6")].flatMap((heading) => {
    const level = Number(heading.localName.slice(1));
    const fault = level > last + 1 || (level === 1 && last > 0);
    const before = last;
    last = level;
    return fault ? [`${heading.closest("section")?.id}: h${level} “${heading.textContent.trim().slice(0, 12)}” follows h${before}`] : [];
  });
}

/** Pictures without a description, drawings that are neither named nor hidden, and references to names that do not exist. */
export function checkNames(root: Element): string[] {
  const at = (element: Element): string => `${element.closest("section")?.id}: ${element.localName}.${element.getAttribute("class")}`;
  const images = [...root.querySelectorAll("img")].filter((image) => !image.hasAttribute("alt")).map((image) => `${at(image)} has no alt`);
  const drawings = [...root.querySelectorAll("svg")].filter((svg) => svg.closest("section [aria-hidden=true]") === null && !isNamed(svg)).map((svg) => `${at(svg)} has no name and is not hidden`);
  const slides = [...root.querySelectorAll("section")].filter((slide) => slide.querySelector("h1, h2, h3") === null && !slide.hasAttribute("aria-label")).map((slide) => `${slide.id}: no heading and no label`);
  const references = [...root.querySelectorAll("[aria-labelledby], [aria-describedby]")].flatMap((element) => {
    const ids = `${element.getAttribute("aria-labelledby") ?? ""} ${element.getAttribute("aria-describedby") ?? ""}`.split(" ").filter((id) => id !== "");
    return ids.filter((id) => document.getElementById(id) === null).map((id) => `${at(element)} refers to #${id}, which is nowhere`);
  });
  const doubled = [...root.querySelectorAll("[id]")].filter((element) => document.getElementById(element.id) !== element).map((element) => `${at(element)} has an id that is there twice`);
  return [...images, ...drawings, ...slides, ...references, ...doubled];
}

function isNamed(svg: SVGSVGElement): boolean {
  const name = svg.getAttribute("aria-label") ?? document.getElementById(svg.getAttribute("aria-labelledby")?.split(" ")[0] ?? "")?.textContent;
  return svg.getAttribute("role") === "img" && (name ?? "").trim() !== "";
}

/** Charts that have no description, draw nothing or have no table. */
export function checkChart(slide: Element): string[] {
  const svg = slide.querySelector<SVGSVGElement>(".chart > svg");
  if (svg === null) return [`${slide.id}: no drawing`];
  const said = ["title", "desc"].filter((name) => (svg.querySelector(`:scope > ${name}`)?.textContent ?? "").trim().length < 4).map((name) => `${slide.id}: no ${name}`);
  const marks = [...svg.querySelectorAll<SVGGraphicsElement>("path, rect, circle, polyline, line")].filter((mark) => mark.closest("defs") === null);
  const seen = marks.filter((mark) => mark.getBBox().width + mark.getBBox().height > 1 && getComputedStyle(mark).display !== "none");
  const few = seen.length < 3 ? [`${slide.id}: ${seen.length} marks`] : [];
  const rows = slide.querySelectorAll(".chart-data tbody tr").length;
  return [...said, ...few, ...(svg.getAttribute("role") === "img" ? [] : [`${slide.id}: no role`]), ...(rows === 0 ? [`${slide.id}: no table`] : [])];
}

/** Tables that replace charts too small to read, but are not visible. */
export function checkTables(slide: Element): string[] {
  const charts = [...slide.querySelectorAll(".chart")];
  return charts.filter((chart) => (chart.querySelector(".chart-data")?.getBoundingClientRect().height ?? 0) < 60).map(() => `${slide.id}: the table of its chart is not seen`);
}

/** Where every part of a chart is and how much of it is visible: equal texts mean equal pictures. */
export function describeChart(slide: Element): string {
  const parts = [...slide.querySelectorAll<SVGGraphicsElement>(".chart > svg *")].filter((part) => part instanceof SVGGraphicsElement && part.closest("defs") === null);
  return parts
    .map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return `${part.localName} ${[x, y, width, height].map((side) => side.toFixed(1)).join(" ")} ${getComputedStyle(part).opacity}`;
    })
    .join("\n");
}
