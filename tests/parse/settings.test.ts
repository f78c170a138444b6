import { describe, expect, it } from "vitest";
import { parseSettings } from "../../src/parse/settings.ts";
import { list, optional, record, required } from "../../src/parse/shape.ts";
import { text } from "../../src/parse/values.ts";
import { parsePlacedYaml, parseYaml } from "../../src/parse/yaml.ts";
import { brief, collector, placeOf } from "./bench.ts";

const BASE = "title: 政府工作报告\norganisation: 本镇\nperiod: 2021\n";

function read(yaml: string): { settings: ReturnType<typeof parseSettings>; diagnostics: ReturnType<typeof collector>["diagnostics"] } {
  const { report, diagnostics } = collector();
  return { settings: parseSettings({ path: "slides/deck.yaml", text: yaml }, report), diagnostics };
}

describe("deck.yaml", () => {
  it("fills in what is left out", () => {
    const { settings, diagnostics } = read(BASE);
    expect(diagnostics).toEqual([]);
    expect(settings).toMatchObject({
      title: "政府工作报告", organisation: "本镇", period: { type: "year", year: 2021 }, plan: null, lang: "zh-CN", theme: "shuixiang",
      speaker: null, meeting: null, status: "final", demo: false, protect: [], html: "escape", notes: "private", booklet: "auto", hover: false,
      stage: { minutes: null }, kiosk: { seconds: null, portrait: "auto", hours: null }, check: {},
    });
  });

  it("reads every key", () => {
    const { settings, diagnostics } = read(`${BASE}plan: 2022H1
lang: en
theme: hongqi
speaker: 某某
meeting: null
status: draft
demo: true
protect: [甲乙, 丙丁]
html: trusted
notes: public
booklet: text
hover: true
stage: { minutes: 22 }
kiosk: { seconds: 12.5, portrait: true, hours: "08:30-17:30" }
check: { P03: { level: off, reason: 版面需要 }, N08: warning, step-gap: note }
`);
    expect(diagnostics).toEqual([]);
    expect(settings).toMatchObject({
      plan: { type: "half", year: 2022, half: 1 }, lang: "en", theme: "hongqi", speaker: "某某", meeting: null, status: "draft", demo: true, protect: ["甲乙", "丙丁"],
      html: "trusted", notes: "public", booklet: "text", hover: true, stage: { minutes: 22 }, kiosk: { seconds: 12.5, portrait: true, hours: { week: Array.from({ length: 7 }, () => [[510, 1050]]), closed: [] } },
      check: { P03: { level: "off" }, N08: { level: "warning" }, "step-gap": { level: "note" } },
    });
    expect(placeOf(settings!.places.get("kiosk.hours")!)).toBe("slides/deck.yaml:17:48-61");
  });

  it("divides protected words at Chinese marks as well", () => {
    expect(read(`${BASE}protect: [清河镇，清水河、协同发展片区, 丙]\n`).settings?.protect).toEqual(["清河镇", "清水河", "协同发展片区", "丙"]);
  });

  it("reports a missing file", () => {
    const { report, diagnostics } = collector();
    expect(parseSettings(null, report)).toBeNull();
    expect(brief(diagnostics)).toEqual(["slides/deck.yaml:1:1-1 missing-settings"]);
  });

  it.each<readonly [name: string, yaml: string, expected: readonly string[], hint: string]>([
    ["nothing at all", "", ["1:1-1 missing-key", "1:1-1 missing-key", "1:1-1 missing-key"], "title"],
    ["a missing key", "title: 报告\nperiod: 2021\n", ["1:1-6 missing-key"], "organisation"],
    ["an unknown key", `${BASE}stauts: draft\n`, ["4:1-7 unknown-key"], 'did you mean "status"? Known keys: status, title'],
    ["a misspelt key that is needed", "titel: 报告\norganisation: 本镇\nperiod: 2021\n", ["1:1-6 unknown-key"], '"title"'],
    ["an unknown key below", `${BASE}kiosk: { second: 4 }\n`, ["4:10-16 unknown-key"], '"seconds"'],
    ["a key twice", `${BASE}title: 又一个\n`, ["4:1-6 duplicate-key"], "one"],
    ["a word that is not offered", `${BASE}status: darft\n`, ["4:9-14 invalid-value"], "draft, final, archived"],
    ["a number for text", `${BASE}speaker: 2021\n`, ["4:10-14 invalid-value"], "quote"],
    ["text for a number", `${BASE}stage: { minutes: "22" }\n`, ["4:19-23 invalid-value"], "above 0"],
    ["milliseconds for seconds", `${BASE}kiosk: { seconds: 10000 }\n`, ["4:19-24 invalid-value"], "1 to 600"],
    ["seconds for minutes", `${BASE}stage: { minutes: 7200 }\n`, ["4:19-23 invalid-value"], "1440"],
    ["yes for true", `${BASE}hover: yes\n`, ["4:8-11 invalid-value"], "true or false"],
    ["a period in words", "title: 报告\norganisation: 本镇\nperiod: 2021年\n", ["3:9-14 invalid-value"], "2021Q3"],
    ["hours that do not exist", `${BASE}kiosk: { hours: "08:30-25:00" }\n`, ["4:17-30 invalid-hours"], "08:30-17:30"],
    ["hours that end when they begin", `${BASE}kiosk: { hours: "08:30-08:30" }\n`, ["4:17-30 invalid-hours"], "00:00-24:00"],
    ["one line of hours", `${BASE}kiosk:\n  hours:\n    - Mon-Fri 08:30-17:30\n    - Sat 9-12\n`, ["7:7-15 invalid-hours"], "08:30-17:30"],
    ["hours of two lines at once", `${BASE}kiosk:\n  hours: [周一 08:30-12:00, 周一 11:00-13:00]\n`, ["5:10-42 invalid-hours"], "08:30-17:30"],
    ["hours without a text", `${BASE}kiosk: { hours: 8 }\n`, ["4:17-18 invalid-value"], "08:30-17:30"],
    ["closed days that do not exist", `${BASE}kiosk:\n  closed: [2022-05-01, 2022-02-30]\n`, ["5:24-34 invalid-hours"], "2022-10-01"],
    ["closed days in words", `${BASE}kiosk: { closed: 国庆节 }\n`, ["4:18-21 invalid-hours"], "2022-10-01"],
    ["millions of seconds", `${BASE}kiosk: { seconds: 3000000 }\n`, ["4:19-26 invalid-value"], "1 to 600"],
    ["an empty value", `${BASE}theme:\n`, ["4:1-6 invalid-value"], "text"],
    ["a list for text", `${BASE}theme: [a]\n`, ["4:8-11 invalid-value"], "text"],
    ["a number in a list of text", `${BASE}protect: [甲, 2]\n`, ["4:14-15 invalid-value"], "quote"],
    ["text alone", "政府工作报告\n", ["1:1-7 invalid-value"], "a map"],
    ["a level that is not offered", `${BASE}check: { P03: mute }\n`, ["4:15-19 invalid-value"], "off, note"],
    ["a full-width colon", `${BASE}theme：hongqi\n`, ["4:1-13 invalid-yaml"], "half-width colon"],
    ["a full-width colon first", "title：报告\n", ["1:1-9 invalid-yaml"], "half-width colon"],
    ["a colon inside a value", `${BASE}speaker: a: b\n`, ["4:10-11 invalid-yaml"], "quotes"],
    ["an open bracket", `${BASE}protect: [甲, 乙\n`, ["4:14-15 invalid-yaml"], "close"],
    ["a tab", `${BASE}stage:\n\tminutes: 4\n`, ["5:1-2 invalid-yaml"], "spaces"],
    ["a bare reference", `${BASE}speaker: {{gdp}}\n`, ["4:10-17 invalid-yaml"], "quotes"],
    ["an alias", `${BASE}speaker: &a 某\nmeeting: *a\n`, ["5:10-12 invalid-yaml"], "not used"],
    ["a tag", `${BASE}speaker: !x 某\n`, ["4:10-12 invalid-yaml"], "not used"],
    ["two documents", `${BASE}---\ntitle: 乙\n`, ["4:1-5:9 invalid-yaml"], "---"],
  ])("%s", (_name, yaml, expected, hint) => {
    const { settings, diagnostics } = read(yaml);
    expect(settings).toBeNull();
    expect(brief(diagnostics)).toEqual(expected.map((place) => `slides/deck.yaml:${place}`));
    expect(diagnostics[0]?.hint?.en).toContain(hint);
  });

  it("says in which line YAML ends to make sense", () => {
    const { diagnostics } = read(`${BASE}speaker: "某某\n`);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message.zh).toBe(`第 ${diagnostics[0]?.span?.line} 行的写法有误，无法读取。`);
  });

  it.each(["[".repeat(100_000), "{a: ".repeat(20_000), "a: &a [*a, *a]", "- ".repeat(30_000), "\0", "? [a]\n: b", "%YAML 9\n---\na"])("survives hostile text", (yaml) => {
    const { settings, diagnostics } = read(yaml);
    expect(settings).toBeNull();
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});

describe("YAML inside another file", () => {
  const shape = record({ name: required(text), parts: optional(list(text), []) });

  it("places diagnostics in the file", () => {
    const { report, diagnostics } = collector();
    expect(parseYaml("name: 2\nprats: [a]\n", shape, { file: "slides/a.md", line: 10, column: 3 }, report)).toBeNull();
    expect(brief(diagnostics)).toEqual(["slides/a.md:11:3-8 unknown-key", "slides/a.md:10:9-10 invalid-value"]);
  });

  it("gives the place of each value by name", () => {
    const { report } = collector();
    const placed = parsePlacedYaml("name: 甲\nparts:\n  - 乙\n  - '丙'\n", shape, { file: "a.md", line: 5 }, report);
    expect(placed?.value).toEqual({ name: "甲", parts: ["乙", "丙"] });
    expect(placeOf(placed!.places.get("parts[2]")!)).toBe("a.md:8:5-8");
  });
});
