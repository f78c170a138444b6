/** What a reader does not see, or takes for something else, is an error in every source; what people really write is not. */
import { describe, expect, it } from "vitest";
import { findOddCharacters } from "../../src/model/characters/odd-characters.ts";
import { mend } from "../fix/fixing.ts";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";
import { writeWorkbook } from "../support/workbook.ts";
import { complaintsInLine, HEAD } from "./wordings.ts";

/** Kinds and what `--fix` writes, for each find. */
const oddIn = (line: string): readonly string[] => findOddCharacters(line).map(({ kind, replacement }) => `${kind} ${replacement === null ? "–" : JSON.stringify(replacement)}`);

describe("is told", () => {
  it.each<readonly [name: string, text: string, found: readonly string[]]>([
    ["zero width space", "14\u200B9亿元", ['hidden ""']],
    ["joiner", "14\u200D9亿元", ['hidden ""']],
    ["non-joiner", "14\u200C9亿元", ['hidden ""']],
    ["word joiner", "14\u20609亿元", ['hidden ""']],
    ["byte order mark", "14\uFEFF9亿元", ['hidden ""']],
    ["soft hyphen", "14\u00AD9亿元", ['hidden ""']],
    ["grapheme joiner", "14\u034F9亿元", ['hidden ""']],
    ["invisible times", "14\u20629亿元", ['hidden ""']],
    ["variation selector on a digit", "14\uFE009亿元", ['hidden ""']],
    ["emoji selector on a digit", "14\uFE0F9亿元", ['hidden ""']],
    ["keycap inside a number", "14\uFE0F\u20E39亿元", ['hidden ""', "mark –"]],
    ["ideographic variation on a numeral", "一\u{E0100}百亿元", ['hidden ""']],
    ["Mongolian selector", "14\u180B9亿元", ['hidden ""']],
    ["tag", "14\u{E0039}9亿元", ['hidden ""']],
    ["several in a row", "14\u200B\u200B\uFEFF9亿元", ['hidden ""']],
    ["escape", "14\u001B9亿元", ['hidden ""']],
    ["next line", "甲\u0085乙", ['hidden " "']],
    ["break of a word processor", "甲\u000B乙", ['hidden " "']],
    ["line separator at the end", "甲\u2028", ['hidden ""']],
    ["wide blank", "14\u31649亿元", ["hidden –"]],
    ["annotation", "甲\uFFF9乙", ["hidden –"]],
    ["override", "\u202E941\u202C亿元", ["direction –"]],
    ["right-to-left embedding", "\u202B941\u202C亿元", ["direction –"]],
    ["right-to-left mark", "941\u200F亿元", ["direction –"]],
    ["pasted embedding", "\u202A149\u202C亿元", ['direction ""', 'direction ""']],
    ["left-to-right mark", "149\u200E亿元", ['direction ""']],
    ["strike through a digit", "14\u03369亿元", ["mark –"]],
    ["mark on Han", "亿\u0335元", ["mark –"]],
    ["mark on a full stop", "14.\u03379亿元", ["mark –"]],
    ["enclosing mark on a digit", "14\u20DD9亿元", ["mark –"]],
    ["a tower of marks", `e${"\u0301".repeat(9)}`, ["mark –"]],
    ["mark at the start", "\u0301甲", ["mark –"]],
    ["Arabic-Indic digits", "١٤٩亿元", ['look-alike "149"']],
    ["Arabic-Indic digits with a point", "١٤.٩亿元", ['look-alike "14.9"']],
    ["one Persian digit", "14۹亿元", ['look-alike "9"']],
    ["Devanagari digits", "१४९亿元", ['look-alike "149"']],
    ["bold digits", "𝟏𝟒𝟗亿元", ['look-alike "149"']],
    ["segmented digits", "\u{1FBF1}\u{1FBF4}\u{1FBF9}亿元", ['look-alike "149"']],
    ["mathematical letters", "𝐆𝐃𝐏增长", ['look-alike "GDP"']],
    ["Cyrillic O", "1О9亿元", ["look-alike –"]],
    ["Cyrillic ze after a digit", "14З亿元", ["look-alike –"]],
    ["omicron", "1Ο%", ["look-alike –"]],
    ["Roman numeral one", "1Ⅰ9亿元", ["look-alike –"]],
    ["ring", "2○22年", ["look-alike –"]],
    ["Han zero between digits", "2〇22年", ["look-alike –"]],
    ["full-width letter", "1Ｏ9亿元", ["look-alike –"]],
    ["stroke", "1丨9亿元", ["look-alike –"]],
    ["one dot leader", "14\u20249亿元", ['look-alike "."']],
    ["low quote as a comma", "1\u201A490亿元", ["look-alike –"]],
    ["Cyrillic in a Latin word", "GDР增长", ['look-alike "GDP"']],
    ["a Cyrillic word that looks Latin", "СРІ上涨", ['look-alike "CPI"']],
    ["Greek capital", "Α级景区", ['look-alike "A"']],
    ["Kangxi radicals", "⼈⼝第⼀", ['look-alike "人口"', 'look-alike "一"']],
    ["simplified radical", "⻓三角", ['look-alike "长"']],
    ["radical without a twin", "⺮器", ["look-alike –"]],
    ["compatibility Han", "第\uF9D1次", ['look-alike "六"']],
  ])("%s", (_name, text, found) => expect(oddIn(text)).toEqual(found));
});

describe("is left alone", () => {
  it.each<readonly [name: string, text: string]>([
    ["plain text", "全年完成149亿元，增长8.5%（Ⅱ类水质）、①②、30℃、5㎡、½、2022年1—3月"],
    ["emoji of a family", "👨‍👩‍👧全家"],
    ["heart with its selector", "❤️暖心、☎︎热线、▶︎看片、©️"],
    ["heart on fire", "❤️‍🔥"],
    ["skin and job", "👩🏽‍⚕️坐诊"],
    ["flags", "🇨🇳🏴󠁧󠁢󠁥󠁮󠁧󠁿🏳️‍🌈"],
    ["keycap as a bullet", "1️⃣ 抓项目；2️⃣ 促投资 1️⃣ 2022年"],
    ["a form of a Han name", "葛\u{E0100}城、辻\u{E0101}、㐂\uFE00"],
    ["placed full stop", "甲。\uFE01"],
    ["pinyin", "lǜ de\u0301 shui\u030C ê\u0304 m\u0300"],
    ["Vietnamese", "Vie\u0323\u0302t"],
    ["Uyghur with joiner", "ئۇيغۇر\u200Cچە 149亿元"],
    ["Arabic with digits of its own", "عام ٢٠٢١"],
    ["direction mark beside Hebrew", "שלום\u200F 149亿元"],
    ["Mongolian selectors", "ᠮᠣᠩᠭᠣᠯ\u180B"],
    ["Tibetan", "བོད་ལྗོངས་༢༠༢༡"],
    ["Hindi", "क्\u200Dष हिन्दी १४९"],
    ["Thai break", "ภาษา\u200Bไทย"],
    ["Greek letters as symbols", "μm、kΩ、Δt、α-突触、β、Σ、γ-GT、π≈3.14"],
    ["Russian", "Россия и Китай、СССР（Москва）"],
    ["Roman numerals", "Ⅲ类断面、GB 3838-2002Ⅲ类标准、第Ⅱ标段"],
    ["standards and codes", "GB/T 15834—2011、PM2.5、O2O、5G、SO₂、CO₂、10⁻⁸、m³"],
    ["voiced kana", "か\u3099"],
    ["tone marks by themselves", "声调 ˉˊˇˋ、◌\u0301"],
    ["prohibited sign", "🚭、A\u20DD"],
    ["Han numerals", "二〇二一年、一百〇九"],
    ["Japanese names with variants", "神\uFA19社"],
    ["spaces", "甲\u3000乙\u00A0丙\u2003丁\u202F戊"],
    ["dates with a middle dot", "“7·20”、九·一八"],
  ])("%s", (_name, text) => expect(oddIn(text)).toEqual([]));
});

describe("every source", () => {
  const codes = async (files: Readonly<Record<string, string | Uint8Array | null>>): Promise<readonly string[]> =>
    (await withFolder(smallProject(files), compileFolder)).diagnostics.filter(({ severity }) => severity === "error").map(({ code, span }) => `${code} ${span?.file}:${span?.line}:${span?.column}`);
  const INDICATORS = "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\n";

  it.each<readonly [name: string, files: Readonly<Record<string, string | Uint8Array>>, found: string]>([
    ["a title", { "slides/20-more.md": "## 标\u200B题\n\n- 甲\n" }, "slides/20-more.md:1:5"],
    ["an item", { "slides/20-more.md": "## 标题\n\n- 甲\u200B乙\n" }, "slides/20-more.md:3:4"],
    ["a character reference", { "slides/20-more.md": "## 标题\n\n- 甲&ZeroWidthSpace;乙\n" }, "slides/20-more.md:3:4"],
    ["front matter", { "slides/20-more.md": "---\ntheme-colour: 甲\u200B\n---\n\n## 标题\n\n- 甲\n" }, "slides/20-more.md:2:16"],
    ["a block", { "slides/20-more.md": "## 标题\n\n```figures\nindicators: [gdp]\nnote: 甲\u200B\n```\n" }, "slides/20-more.md:5:8"],
    ["settings", { "slides/deck.yaml": "title: 工作\u200B报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n" }, "slides/deck.yaml:1:10"],
    ["an escape in settings", { "slides/deck.yaml": 'title: "工作\\u202E报告"\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n' }, "slides/deck.yaml:1:8"],
    ["NUL in settings", { "slides/deck.yaml": 'title: "工作\\0报告"\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n' }, "slides/deck.yaml:1:8"],
    ["a table", { "data/indicators.csv": `${INDICATORS}steel,粗钢\u200B产量,万吨,flow\n` }, "data/indicators.csv:3:9"],
    ["a figure", { "data/observations.csv": "indicator,period,value,growth\ngdp,2021,14\u200B8,11.6%\n" }, "data/observations.csv:2:12"],
    ["a figure in other digits", { "data/observations.csv": "indicator,period,value,growth\ngdp,2021,١٤٨,11.6%\n" }, "data/observations.csv:2:10"],
    ["terms", { "data/terms.csv": "wording,kind,since,source\n甪\u200B直古镇,place,2021,报告\n" }, "data/terms.csv:2:2"],
    ["a table without meaning", { "data/list.csv": "甲,乙\n1,2\u200B\n" }, "data/list.csv:2:4"],
    ["a sheet", { "data/book.xlsx": writeWorkbook({ sheets: { projects: { rows: [["name", "section", "status"], ["渡\u200B口", "生态", "启动"]] } } }) }, "data/book.xlsx!projects:2:1"],
    ["the name of a section", { "slides/20-m\u202Eore.md": "## 标题\n\n- 甲\n" }, "slides/20-m\u202Eore.md:1:1"],
    ["the name of a table", { "data/li\u200Bst.csv": "甲,乙\n1,2\n" }, "data/li\u200Bst.csv:1:1"],
  ])("%s", async (_name, files, found) => expect((await codes(files)).filter((code) => code.endsWith(found)).length).toBeGreaterThan(0));

  it("tells a name by code point: odd-file-name", async () => {
    const { diagnostics } = await withFolder(smallProject({ "slides/20-m\u202Eore.md": "## 标题\n\n- 甲\n" }), compileFolder);
    expect(diagnostics.map(({ code, message }) => [code, message.en])).toEqual([["odd-file-name", 'The file name "slides/20-more.md" has characters that cannot be seen or are taken for others: U+202E (right-to-left override).']]);
  });

  it("tells a cell once, not again as a wrong name or figure", async () => {
    expect(await codes({ "data/observations.csv": "indicator,period,value,growth\ngd\u200Bp,2021,14\u200B8,11.6%\n" })).toEqual(["hidden-character data/observations.csv:2:3", "hidden-character data/observations.csv:2:13"]);
  });
});

describe("a wrong figure is not carried past the check", () => {
  it.each(["\u200B", "\u200D", "\u2060", "\u00AD", "\uFEFF", "\uFE0F", "\u{E0039}"])("by %j", async (hidden) => {
    const told = await complaintsInLine(`全年实现地区生产总值14${hidden}9亿元。`);
    expect(told.map((line) => line.split(" ")[0])).toEqual(["A11", "hidden-character"]);
  });

  it("nor by a form of a name that may stand there", async () => {
    const told = await complaintsInLine("全年实现地\u{E0100}区生产总值149亿元。");
    expect(told.map((line) => line.split(" ")[0])).toEqual(["A11"]);
    expect(told[0]).toContain('"149亿元"');
  });

  it("and a name with such a form is found by either spelling", async () => {
    const files = { "data/indicators.csv": "id,name,unit,kind\ngdp,葛\u{E0100}城生产总值,亿元,flow\n" };
    for (const name of ["葛城生产总值", "葛\u{E0100}城生产总值"]) expect((await complaintsInLine(`全年实现${name}149亿元。`, files)).map((line) => line.split(" ")[0])).toEqual(["A11"]);
  });
});

describe("--fix", () => {
  it("takes out what came with pasting, in every text file", async () => {
    const files = {
      "slides/10-part.md": `${HEAD}\uFEFF1.\u200B 甲乙&shy;丙\u2028\n\n\u200B2. 丁\u000B戊١٢座、⼈⼝\n`,
      "slides/deck.yaml": "title: 工作\u200B报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n",
      "data/observations.csv": "indicator,period,value,growth\ngdp,2021,14\u200B8,١١.٦%\n",
    };
    await mend(files, ({ text, result }) => {
      expect(text("slides/10-part.md")).toBe(`${HEAD}1. 甲乙丙\n\n2. 丁 戊12座、人口\n`);
      expect(text("slides/deck.yaml")).toContain("title: 工作报告\n");
      expect(text("data/observations.csv")).toContain("gdp,2021,148,11.6%\n");
      expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    });
  });

  it("leaves what may change a figure", async () => {
    const notes = "新建\u202E941\u202C座、14\u03369座、1О9座。";
    await mend({ "slides/10-part.md": `${HEAD}${notes}\n` }, ({ text, result }) => {
      expect(text("slides/10-part.md")).toBe(`${HEAD}${notes}\n`);
      expect(result.diagnostics.map(({ code }) => code)).toEqual(["text-direction", "combining-mark", "look-alike"]);
    });
  });
});
