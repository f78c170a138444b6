/** Reads a presentation, our own or one that somebody has edited: the words of each slide by shape, its charts, its notes. */
import { format } from "numfmt";
import { OfficeFault, openPackage, type OfficePackage } from "../open-package.ts";
import { childOf, elementsOf, findAll, readXml, textIn, type Element } from "../read-xml.ts";

export interface ReadShape {
  readonly id: string;
  readonly name: string;
  /** `title`, `body` … for what fills a place of the layout; null for any other. */
  readonly place: string | null;
  /** Its paragraphs, the cells of its table row by row, or what its chart says. */
  readonly words: readonly string[];
}

export interface ReadSlide {
  /** The number that the presentation gives it; it stays with the slide whatever its place. */
  readonly number: number;
  /** 1-based. */
  readonly page: number;
  readonly path: string;
  readonly shapes: readonly ReadShape[];
  readonly notes: readonly string[];
}

/** Looks and clicks have no words, and are most of a slide: it is read several times as fast without them. */
const WORDLESS = /<(p:spPr|a:rPr|a:endParaRPr|a:pPr|a:extLst|p:timing)(?=[\s>])[^>]*(?<!\/)>.*?<\/\1>/gs;

const PRESENTATION = "/ppt/presentation.xml";

/** The slides in their order; throws an {@link OfficeFault} for what is no presentation, and whatever its archive or its XML trips over. */
export function readPptx(bytes: Uint8Array): readonly ReadSlide[] {
  return readSlides(openPackage(bytes));
}

export function readSlides(file: OfficePackage): readonly ReadSlide[] {
  const written = file.text(PRESENTATION);
  if (written === null) throw new OfficeFault("other");
  const relations = file.relations(PRESENTATION);
  const list = childOf(readXml(written), "p:sldIdLst");
  return (list === null ? [] : elementsOf(list)).flatMap(({ attributes }, index) => {
    const path = relations.get(attributes["r:id"] ?? "")?.target;
    return path === undefined ? [] : [readSlide(file, path, Number(attributes["id"]), index + 1)];
  });
}

function readSlide(file: OfficePackage, path: string, number: number, page: number): ReadSlide {
  const text = file.text(path);
  if (text === null) throw new Error(`no ${path}`);
  const relations = file.relations(path);
  const tree = findAll(readXml(text.replaceAll(WORDLESS, "")), "p:spTree")[0];
  const notes = [...relations.values()].find(({ type }) => type === "notesSlide");
  return { number, page, path, shapes: tree === undefined ? [] : shapesIn(tree, (id) => chartWords(file, relations.get(id)?.target)), notes: notes === undefined ? [] : notesIn(file.text(notes.target)) };
}

function notesIn(text: string | null): readonly string[] {
  if (text === null) return [];
  const bodies = findAll(readXml(text), "p:sp").filter((shape) => findAll(shape, "p:ph")[0]?.attributes["type"] === "body");
  return bodies.flatMap((shape) => paragraphsIn(childOf(shape, "p:txBody"))).filter((words) => words !== "");
}

type ChartWords = (relation: string) => readonly string[];

function shapesIn(tree: Element, chart: ChartWords): readonly ReadShape[] {
  return elementsOf(tree).flatMap((element): readonly ReadShape[] => {
    switch (element.name) {
      case "p:grpSp":
        return [shapeOf(childOf(element, "p:nvGrpSpPr") ?? element, []), ...shapesIn(element, chart)];
      case "p:sp":
      case "p:cxnSp":
      case "p:pic":
        return [shapeOf(element, paragraphsIn(childOf(element, "p:txBody")))];
      case "p:graphicFrame":
        return [shapeOf(element, [...findAll(element, "a:tc").map((cell) => paragraphsIn(childOf(cell, "a:txBody")).join("\n")), ...findAll(element, "c:chart").flatMap((one) => chart(one.attributes["r:id"] ?? ""))])];
      case "mc:AlternateContent":
        return elementsOf(element).slice(0, 1).flatMap((choice) => shapesIn(choice, chart));
      default:
        return [];
    }
  });
}

function shapeOf(element: Element, words: readonly string[]): ReadShape {
  const { id = "", name = "" } = findAll(element, "p:cNvPr")[0]?.attributes ?? {};
  const place = findAll(element, "p:ph")[0];
  return { id, name, place: place === undefined ? null : (place.attributes["type"] ?? "obj"), words };
}

/** Text of each paragraph; a break is a newline. */
function paragraphsIn(body: Element | null): readonly string[] {
  if (body === null) return [];
  return elementsOf(body).filter(({ name }) => name === "a:p").map((paragraph) => elementsOf(paragraph).map((run) => (run.name === "a:br" ? "\n" : run.name === "a:r" || run.name === "a:fld" ? textIn(childOf(run, "a:t")) : "")).join(""));
}

/** What a chart says: its texts, its categories, and each value as its number format prints it. */
function chartWords(file: OfficePackage, path: string | undefined): readonly string[] {
  const written = path === undefined ? null : file.text(path);
  if (written === null) return [];
  const chart = readXml(written);
  const texts = findAll(chart, "c:rich").flatMap(paragraphsIn);
  return [...texts, ...findAll(chart, "c:ser").flatMap(seriesWords)].filter((words) => words !== "");
}

/** A category is told with its value, so that a new name for it is one difference. */
function seriesWords(series: Element): readonly string[] {
  const points = (name: string): readonly Element[] => findAll(series, name).flatMap((part) => findAll(part, "c:pt"));
  const categories = new Map(points("c:cat").map((point) => [point.attributes["idx"], textIn(childOf(point, "c:v"))]));
  const valued = new Set<string | undefined>();
  const values = [...findAll(series, "c:val"), ...findAll(series, "c:yVal")].flatMap((part) => {
    const all = textIn(findAll(part, "c:formatCode")[0] ?? null);
    return findAll(part, "c:pt").map((point) => {
      valued.add(point.attributes["idx"]);
      return `${categories.get(point.attributes["idx"]) ?? ""}：${shownValue(textIn(childOf(point, "c:v")), point.attributes["formatCode"] ?? all)}`;
    });
  });
  return [...points("c:tx").map((point) => textIn(childOf(point, "c:v"))), ...[...categories].filter(([index]) => !valued.has(index)).map(([, name]) => name), ...values];
}

function shownValue(value: string, code: string): string {
  if (code === "" || code === "General" || !Number.isFinite(Number(value))) return value;
  try {
    return format(code, Number(value));
  } catch {
    return value;
  }
}
