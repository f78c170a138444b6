/** Each block and each layout at its documented limit, with the longest words there are: neither refused nor warned of, on the stage, a phone and an upright screen. */
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { createWorld } from "../../../src/world/node-world.ts";
import { compileFolderPages, HOME, smallProject, withFolder } from "../../support/project.ts";
import { CHINESE, ENGLISH, type LongestWords } from "./longest-words.ts";

const world = createWorld({ home: HOME });
afterAll(() => world.close());

const quoted = (text: string): string => `"${text}"`;
const fence = (language: string, ...lines: readonly string[]): string => `\`\`\`${language}\n${lines.join("\n")}\n\`\`\``;
const list = (names: readonly string[]): string => `[${names.map(quoted).join(", ")}]`;
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const pick = (texts: readonly string[], index: number): string => texts[index % texts.length]!;

interface Deck {
  readonly words: LongestWords;
  readonly lang: string;
  readonly theme: string;
  readonly slides: readonly string[];
}

/** Indicators: g with every kind of figure, p with rates and targets, s the parts of a whole, st a ratio, pop of areas. */
function tables(words: LongestWords): Readonly<Record<string, string>> {
  const name = (index: number, mark: string): string => `${pick(words.names, index)}${index < 8 ? "" : ` ${index}`}${mark}`;
  const indicators = many(20, (index) => [`g${index},${quoted(name(index, ""))},${quoted(pick(words.units, index))},flow,`, `p${index},${quoted(name(index, " p"))},${quoted(pick(words.units, index))},flow,`, `b${index},${quoted(name(index, " b"))},${quoted(pick(words.units, index))},flow,`]).flat();
  const observations = many(20, (index) => [
    `g${index},2020,,${quoted(pick(words.values, index + 3))},,`, `g${index},2025,,${quoted(pick(words.values, index))},${quoted(pick(words.growths, index))},`, `g${index},${words.periods},,,${quoted(pick(words.way, index))},`,
    `p${index},2025,,"1,234,${500 + index}.5",${(index * 1.7 - 5).toFixed(1)}%,`, `b${index},2025,,${index % 5 === 4 ? "" : quoted(pick(words.values, index + 2))},${quoted(words.growths[index % 2 === 0 ? 0 : 2]!)},${index % 3 === 0 ? "" : 12 + index},${quoted(words.basis)}`,
  ]).flat();
  const targets = many(20, (index) => [`g${index},2026,${quoted(pick(words.targets, index))}`, `p${index},2025,${quoted(words.rates[index % 2 === 0 ? 0 : 2]!)}`, `p${index},2026,${quoted(pick(words.rates, index))}`]).flat();
  indicators.push(`whole,${quoted(name(0, " w"))},${quoted(words.units[0]!)},flow,`, ...many(5, (index) => `s${index},${quoted(name(index, " s"))},${quoted(words.units[0]!)},flow,whole`), "st,Structure,,rate,", `pop,${quoted(name(5, " a"))},10k,flow,`);
  observations.push('whole,2025,,"1,934,567.8",,', ...many(5, (index) => `s${index},2025,,"${80 + index},234.5",,`));
  observations.push(...[["2010", "12.34:5.6:1.2:20.8:0.5:59.56"], ["2015", "2.34:15.6:1.2:20.8:0.5:59.56"], ["2020", "2.3:15.6:1.2:20.8:0.5:59.6"], ["2025", "1234.5:6.7:8:9:10:11"]].map(([year, ratio]) => `st,${year},,${ratio},,`));
  observations.push(...many(20, (index) => `pop,2025,${index === 3 ? "" : quoted(areaOf(words, index))},${1234567 - index * 61000}.5,${((index - 5) * 1.7).toFixed(1)}%,`));
  const projects = many(40, (index) => `${quoted(projectOf(words, index))},A,${["启动", "争取", "开工", "建设", "投产", "交付"][index % 6]},${index % 3 === 0 ? "配合" : ""},${index % 2 === 0 ? "" : quoted(words.due)},${index % 4 === 3 ? "" : `images/${index % 2}.jpg`}`);
  return {
    "data/indicators.csv": `id,name,unit,kind,part_of\n${indicators.join("\n")}\n`, "data/observations.csv": `indicator,period,area,value,growth,rank,basis\n${observations.map((row) => row + (row.startsWith("b") ? "" : ",")).join("\n")}\n`,
    "data/targets.csv": `indicator,period,target\n${targets.join("\n")}\n`, "data/projects.csv": `name,section,status,role,due,photo\n${projects.join("\n")}\n`,
  };
}

const areaOf = (words: LongestWords, index: number): string => (index === 3 ? words.own : `${pick(words.areas, index)} ${index}`);
const projectOf = (words: LongestWords, index: number): string => `${pick(words.projects, index)}${index + 1}`;

/** What a look at the pages says of a deck: errors and the rules V, but for V07, which counts words. */
async function saidOf({ words, lang, theme, slides }: Deck): Promise<readonly string[]> {
  const photo = async (background: string): Promise<Uint8Array> => sharp({ create: { width: 1600, height: 900, channels: 3, background } }).jpeg().toBuffer();
  const files = smallProject({
    "slides/deck.yaml": `title: Report\norganisation: ${words.own}\nperiod: 2025\nplan: 2026\nlang: ${lang}\ntheme: ${theme}\nkiosk:\n  portrait: true\n`,
    "slides/10-part.md": `# ${words.title}\n\n${slides.join("\n\n")}\n`, ...tables(words), "images/0.jpg": await photo("#678"), "images/1.jpg": await photo("#a64"),
  });
  const { diagnostics, deck } = await withFolder(files, (dir) => compileFolderPages(dir, world));
  const titles = new Map(deck?.slides.map(({ span, title }) => [span.line, title]));
  return diagnostics.filter(({ severity, rule }) => severity === "error" || /^V0[1-6]$/.test(rule ?? "")).map(({ code, message, span }) => `${titles.get(span?.line ?? 0) ?? ""}: ${code} ${message.en}`);
}

/** A slide with and one without a paragraph below its title. */
const bothWays = (words: LongestWords, name: string, body: string): string[] => [`## ${words.title} ${name}\n\n${body}`, `## ${words.title} ${name} L\n\n${words.lead}\n\n${body}`];
const ids = (letter: string, count: number): string => `indicators: [${many(count, (index) => `${letter}${index}`).join(", ")}]`;

/** As long as docs/authoring.md allows: among five photos shorter than elsewhere. */
const captionOf = ({ text, phrases }: LongestWords, count: number): string => (count === 5 ? text.slice(0, /\p{Script=Han}/u.test(text) ? 16 : 30) : (text + phrases.join(" ")).slice(0, /\p{Script=Han}/u.test(text) ? 24 : 48)).trim();

function ownBlocks(words: LongestWords): string[] {
  const areas = (count: number): string => `areas: ${list(many(count, (index) => areaOf(words, index)))}`;
  const structure = (periods: string): string => fence("chart", "type: structure", "indicator: st", `names: ${list(words.parts)}`, `periods: ${periods}`, "source: x");
  return [
    ...[2, 10, 11, 20].flatMap((count) => bothWays(words, `ranking ${count}`, fence("chart", "type: ranking", "indicator: pop", areas(count), "source: x"))),
    ...bothWays(words, "ranking of rates", fence("chart", "type: ranking", "indicator: pop", "measure: growth", areas(20))),
    ...["[2010, 2015, 2020, 2025]", "[2020]", "[2025]"].flatMap((periods) => bothWays(words, `structure ${periods.length}`, structure(periods))),
    ...[1, 3, 6].flatMap((count) => bothWays(words, `review ${count}`, fence("review", ids("g", count), "from: 2020"))),
    ...[1, 2, 3, 4, 5, 6].flatMap((count) => bothWays(words, `photos ${count}`, fence("photos", `names: ${list(many(count, (index) => projectOf(words, index)))}`))),
    ...[2, 3, 4, 5, 6].flatMap((count) => bothWays(words, `grid ${count}`, many(count, (index) => `![${words.zone}](images/${index % 2}.jpg){caption="${captionOf(words, count)}" credit="${words.zone.slice(0, 5)}"}`).join("\n\n"))),
    ...["half", "full"].map((variant) => `## ${words.cardTitle} {variant=${variant}}\n\n![${words.zone}](images/0.jpg){caption="${captionOf(words, 2)}" credit="${words.zone.slice(0, 5)}"}\n\n${words.text}\n\n${words.text}`),
    ...bothWays(words, "photos", fence("photos", "")), ...bothWays(words, "projects", fence("projects", "")), ...bothWays(words, "indicators", fence("indicators", ids("g", 20))),
    ...[1, 4, 8].map((count) => `## ${words.title} timeline ${count}\n\n${fence("timeline", "entries:", ...many(count, (index) => `  - when: ${words.due}\n    title: ${quoted(pick(words.names, index))}\n    text: ${quoted(words.text)}`))}`),
    ...[1, 3, 5].map((count) => `## ${words.cardTitle} zones ${count}\n\n${fence("zones", "zones:", ...many(count, (index) => `  - name: ${words.zone}\n    where: ${words.zone}\n    phrases: ${list(words.phrases)}\n    symbol: ${["fields", "towers", "bridge", "water", "none"][index]}`))}`),
  ];
}

/** Cards of figures with a hero and without, and of targets: what does not fit a slide goes on. */
function figureCards(words: LongestWords): string[] {
  const of = (letter: string, from: number, count: number): string => `cards: [${many(count, (index) => `${letter}${from + index}`).join(", ")}]`;
  const both = (name: string, body: string, index: number): string => bothWays(words, name, body)[index % 2]!;
  return [
    ...[1, 2, 3, 4, 5, 6].flatMap((count) => ["g", "b"].map((letter, index) => both(`hero ${letter}${count}`, fence("figures", `hero: ${letter}${count % 4}`, of(letter, 8, count)), count + index))),
    ...many(8, (index) => both(`cards g${index + 1}`, fence("figures", of("g", index, index + 1)), index)), ...[1, 4, 8].map((count) => both(`cards b${count}`, fence("figures", of("b", count, count)), count)),
    ...[1, 2, 3, 6, 10, 11, 13, 20].map((count, index) => both(`targets ${count}`, fence("targets", ids("g", count)), index)), ...bothWays(words, "targets", fence("targets", "")),
  ];
}

function charts(words: LongestWords): string[] {
  const chart = (type: string, ...lines: readonly string[]): string => fence("chart", `type: ${type}`, ...lines);
  return [
    ...[1, 8, 14].flatMap((count) => bothWays(words, `growth ${count}`, chart("growth", ids("p", count), "reference: 10%"))), ...bothWays(words, "growth of all kinds", chart("growth", ids("g", 8))),
    ...[1, 10].flatMap((count) => bothWays(words, `progress ${count}`, chart("progress", ids("p", count)))), ...bothWays(words, "target", chart("target", ids("p", 8))),
    ...[1, 7, 14].flatMap((count) => bothWays(words, `compare ${count}`, chart("compare", "indicators: [pop]", `areas: ${list(many(count + 1, (index) => areaOf(words, index)).filter((area) => area !== words.own))}`))),
    ...bothWays(words, "share", chart("share", "whole: whole")),
  ];
}

/** An item beside a picture, as long as docs/authoring.md allows. */
const items = ({ cardTitle }: LongestWords): string => (/\p{Script=Han}/u.test(cardTitle) ? `${cardTitle}体系`.slice(0, 16) : `${cardTitle} now`.slice(0, 30));

function textLayouts(words: LongestWords): string[] {
  const cards = (count: number, title: string, body: (index: number) => string): string => many(count, (index) => `### ${title}\n\n${body(index)}`).join("\n\n");
  const slide = (layout: string, body: string): string => `## ${words.cardTitle} {layout=${layout}}\n\n${body}`;
  return [
    ...[2, 5].map((count) => slide("statement", cards(count, words.shortTitle, () => words.text))),
    ...[2, 4].map((count) => slide("columns", cards(count, words.cardTitle, () => `${words.text}\n\n- ${words.text}`))),
    ...[1, 4].map((count) => slide("cards", cards(count, words.cardTitle, () => words.text))),
    ...[1, 7, 42].map((count) => slide("bullets", many(count, (index) => `${index + 1}. **${words.cardTitle}** ${words.text}`).join("\n"))),
    slide("picture", `${words.text}\n\n${words.text}`), slide("picture", many(4, () => `- ${items(words)}`).join("\n")),
    `## ${words.cardTitle} {variant=half}\n\n![${words.zone}](images/0.jpg)\n\n${many(4, () => `- ${items(words)}`).join("\n")}`, `---\n\n> ${words.text}${words.text}${words.text}`,
  ];
}

describe.each([["zh-CN", CHINESE], ["en", ENGLISH]] as const)("in %s", (lang, words) => {
  test("blocks of areas, structures, reviews, photos, projects, dates and zones", async () => {
    expect(await saidOf({ words, lang, theme: lang === "en" ? "lantu" : "shuixiang", slides: ownBlocks(words) })).toEqual([]);
  }, 120_000);

  test("cards of figures and of targets", async () => {
    expect(await saidOf({ words, lang, theme: "shuixiang", slides: figureCards(words) })).toEqual([]);
  }, 120_000);

  test("charts and layouts of words, in red and in blue", async () => {
    expect(await saidOf({ words, lang, theme: lang === "en" ? "hongqi" : "lantu", slides: [...charts(words), ...textLayouts(words)] })).toEqual([]);
  }, 120_000);
});

test("an agenda of five long names is whole on an upright screen", async () => {
  const names = ["本届政府五年来经济社会发展主要工作回顾", "二〇二二年国民经济和社会发展主要目标", "全面推进乡村振兴、建设宜居宜业和美乡村", "持续深化改革开放、激发市场主体内生动力", "切实加强政府自身建设、提升依法行政水平"];
  const files = smallProject({
    "slides/deck.yaml": "title: 政府工作报告\norganisation: 清河镇\nperiod: 2021\nkiosk:\n  portrait: true\n",
    "slides/05-agenda.md": "---\nminutes: 0.1\n---\n## 目录 {layout=agenda}\n",
    ...Object.fromEntries(names.map((name, index) => [`slides/${index + 1}0-p${index}.md`, `# ${name}\n\n## 一件事\n\n- 甲\n- 乙\n`])),
  });
  const { diagnostics } = await withFolder(files, (dir) => compileFolderPages(dir, world));
  expect(diagnostics.filter(({ severity, rule }) => severity === "error" || rule === "V01").map(({ message }) => message.en)).toEqual([]);
}, 60_000);
