/** Native charts: parts read back as XML and as workbooks, and the whole checked by Microsoft's validator. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ooxmlFaults } from "../support/ooxml.ts";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { format } from "numfmt";
import sax from "sax";
import { beforeAll, describe, expect, test } from "vitest";
import type { Chart } from "../../src/model/chart.ts";
import { shownInBlock } from "../../src/model/shown.ts";
import { chartParts } from "../../src/office/pptx/charts/chart-parts.ts";
import { withMinus } from "../../src/render/charts/printed.ts";
import { block } from "../render/samples.ts";
import { CHARTS, presentation, themeOf } from "./chart-examples.ts";

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

function parse(xml: string): Node {
  const root: Node = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    open.at(-1)!.children.push(node);
    open.push(node);
  };
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a parser of sax has no other way
  parser.ontext = (text) => {
    open.at(-1)!.text += text;
  };
  parser.onclosetag = () => void open.pop();
  parser.write(xml).close();
  return root.children[0]!;
}

function all(node: Node, name: string): readonly Node[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => all(child, name))];
}

const BOX = { x: 112, y: 200, width: 1696, height: 780 };
const made = (chart: Chart) => chartParts(chart, { theme: themeOf("shuixiang"), lang: "zh-CN", box: BOX, number: 3, breaks: () => new Set() });

/** The words of a chart: labels that its cells and formats give, and shapes beside it. */
function wordsOf(chart: Chart): readonly string[] {
  const { parts, frame } = made(chart);
  const labels = parts.filter(({ path }) => path.includes("/charts/")).flatMap(({ bytes }) =>
    all(parse(bytes as string), "c:ser").flatMap((series) => {
      const values = new Map(all(series, "c:val").flatMap((val) => all(val, "c:pt")).map((pt) => [pt.attributes.idx!, all(pt, "c:v")[0]!.text]));
      return all(series, "c:dLbl").flatMap((label) => all(label, "c:numFmt").map((one) => format(one.attributes.formatCode!, Number(values.get(all(label, "c:idx")[0]!.attributes.val!)))));
    }));
  let id = 10;
  const shapes = all(parse(`<r xmlns:a="a" xmlns:p="p" xmlns:r="r">${frame({ id: 9, nextId: () => (id += 1), relate: () => "rId2" })}</r>`), "a:t").map(({ text }) => text);
  return [...labels, ...shapes];
}

const SERIES_ORDER = ["c:idx", "c:order", "c:tx", "c:spPr", "c:marker", "c:invertIfNegative", "c:dPt", "c:dLbls", "c:cat", "c:val", "c:smooth"];

describe.each(Object.entries(CHARTS))("%s", (_, chart) => {
  test("every figure that the deck shows is a label or a word beside the chart", () => {
    const words = wordsOf(chart).join("\n");
    const told = shownInBlock(block("chart", { chart })).filter(({ origin }) => origin !== "literal");
    for (const { text, field } of told) {
      // The levels of a growth chart are not drawn; a ratio is drawn term by term.
      if (chart.type === "growth" && field !== "growth") continue;
      const pieces = chart.type === "structure" ? text.split("∶") : chart.type === "rank" ? [`第${text}位`] : chart.type === "trend" || chart.type === "compare" || chart.type === "ranking" ? [withMinus(text).replace(/(?:亿元|万人)$/, "")] : [withMinus(text)];
      for (const piece of pieces) expect(words).toContain(piece);
    }
  });

  test("its series have their elements in the order that PowerPoint asks for, two axes, and no broken number", () => {
    for (const { path, bytes } of made(chart).parts) {
      if (!path.includes("/charts/")) continue;
      expect(bytes).not.toMatch(/NaN|Infinity|undefined/);
      const root = parse(bytes as string);
      for (const series of all(root, "c:ser")) {
        const places = series.children.map(({ name }) => SERIES_ORDER.indexOf(name));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places).not.toContain(-1);
      }
      for (const kind of ["c:barChart", "c:lineChart"]) for (const group of all(root, kind)) expect(group.children.filter(({ name }) => name === "c:axId")).toHaveLength(2);
      // Colours are names of the theme, so that another variant recolours the chart.
      expect(bytes).not.toContain("srgbClr");
    }
  });

  test("its workbook has the cells that its series name", async () => {
    const { parts } = made(chart);
    for (const [index, { bytes }] of parts.entries()) {
      if (index % 2 === 1) continue;
      const { sheets } = await readXlsx(parts[index + 1]!.bytes as Uint8Array, { readStyles: true });
      const { rows } = sheets[0]!;
      for (const series of all(parse(bytes as string), "c:ser")) {
        const [head, , values] = all(series, "c:f").map(({ text }) => text);
        const column = head!.charCodeAt("Sheet1!$".length) - 65;
        expect(values).toBe(`Sheet1!$${head!.charAt(8)}$2:$${head!.charAt(8)}$${all(series, "c:ptCount")[1]!.attributes.val === "0" ? 1 : Number(all(series, "c:ptCount")[1]!.attributes.val) + 1}`);
        expect(rows[0]![column]).toBe(all(series, "c:tx").flatMap((one) => all(one, "c:v"))[0]!.text);
        for (const pt of all(series, "c:val").flatMap((val) => all(val, "c:pt"))) {
          const cell = rows[Number(pt.attributes.idx) + 1]![column];
          // A rest is a formula without a figure of its own.
          if (typeof cell === "number") expect(cell).toBe(Number(all(pt, "c:v")[0]!.text));
        }
        for (const [row, pt] of all(series, "c:cat").flatMap((cat) => all(cat, "c:pt")).entries()) expect(rows[row + 1]![0]).toBe(all(pt, "c:v")[0]!.text);
      }
    }
  });
});

test("a rest that nobody published is a formula with words, and its label is deleted", async () => {
  const { parts } = made(CHARTS.share!);
  const sheet = strFromU8(unzipSync(parts[1]!.bytes as Uint8Array)["xl/worksheets/sheet1.xml"]!);
  expect(sheet).toContain("<f>D2-B2</f></c>");
  expect(sheet).not.toContain("14.3");
  expect(strFromU8(unzipSync(parts[1]!.bytes as Uint8Array)["xl/styles.xml"]!)).toContain("按图推算，未公布");
  const rest = all(parse(parts[0]!.bytes as string), "c:ser")[1]!;
  expect(all(rest, "c:dLbl").map((label) => all(label, "c:delete")[0]?.attributes.val)).toEqual(["1"]);
  expect(wordsOf(CHARTS.share!).join("")).not.toContain("14.3");
});

test("approximate figures are hatched, exact ones are not", () => {
  const points = all(parse(made(CHARTS.growth!).parts[0]!.bytes as string), "c:ser")[0]!.children.filter(({ name }) => name === "c:dPt");
  expect(points.map((point) => all(point, "a:pattFill").length)).toEqual([0, 0, 0, 0, 1]);
});

test("a range is solid to its lower end and hatched to its higher one", () => {
  const [far, main] = all(parse(made(CHARTS["growth-words"]!).parts[0]!.bytes as string), "c:ser");
  expect(all(far!, "c:val").flatMap((val) => all(val, "c:v")).map(({ text }) => text)).toEqual(["5.5"]);
  expect(all(far!, "a:pattFill").length).toBeGreaterThan(0);
  expect(all(main!, "c:val").flatMap((val) => all(val, "c:pt"))[0]!.attributes.idx).toBe("0");
  expect(all(main!, "c:val").flatMap((val) => all(val, "c:v"))[0]!.text).toBe("5");
});

describe.each([["shuixiang", "zh-CN"], ["hongqi", "en"], ["lantu", "zh-CN"]] as const)("all charts in %s, %s", (theme, lang) => {
  let bytes: Uint8Array;
  beforeAll(() => {
    bytes = presentation(Object.values(CHARTS), theme, lang);
  });

  test("the validator finds nothing", async () => {
    const dir = await mkdtemp(join(tmpdir(), "luduan-charts-"));
    try {
      const file = join(dir, "charts.pptx");
      await writeFile(file, bytes);
      for (const version of ["Office2007", "Microsoft365"] as const) expect(await ooxmlFaults(file, version)).toEqual([]);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }, 120_000);

  test("numbers of shapes are unique, charts have alternative text, and the same deck gives the same bytes", () => {
    const files = unzipSync(bytes);
    for (const [path, part] of Object.entries(files)) {
      if (!/slides\/slide\d+\.xml$/.test(path)) continue;
      const shapes = all(parse(strFromU8(part)), "p:cNvPr");
      const ids = shapes.map(({ attributes }) => attributes.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const frame of all(parse(strFromU8(part)), "p:graphicFrame")) expect(all(frame, "p:cNvPr")[0]!.attributes.descr).toMatch(/。$/);
    }
    expect(presentation(Object.values(CHARTS), theme, lang)).toEqual(bytes);
  });
});
