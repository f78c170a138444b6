/** Comments `check-ignore` and `check:` silence a rule only where they say so, with a reason, and nothing else. */
import { describe, expect, it } from "vitest";
import { compileNotes, complaintsOf, FIRST, HEAD } from "./wordings.ts";

const at = (line: number, rest: string): string => rest.replace("@", `slides/10-part.md:${FIRST + line}`);

describe("a comment", () => {
  it.each<readonly [name: string, text: string, expected: readonly string[]]>([
    ["speaks of the block below", "<!-- check-ignore P01: 原文如此 -->\n甲,乙\n丙,丁\n\n戊,己", [at(4, 'P01 e @:2 ","')]],
    ["with a blank line between", "<!-- check-ignore half-width-mark：原文如此 -->\n\n甲,乙", []],
    ["of the line it ends", "甲,乙 <!-- check-ignore P01: 原文如此 -->\n丙,丁", [at(1, 'P01 e @:2 ","')]],
    ["of one rule only", "<!-- check-ignore P01: 原文如此 -->\n甲,乙。。丙", [at(1, 'P05 e @:4 "。。"')]],
    ["of several rules", "<!-- check-ignore P01、doubled-mark, N11: 原文如此 -->\n甲,乙。。丙1 亿", []],
    ["after another comment", "<!-- check-ignore P01: 原文如此 -->\n<!-- check-ignore P05: 原文如此 -->\n甲,乙。。丙", []],
    ["without a reason", "<!-- check-ignore P01 -->\n甲,乙", [at(0, 'missing-reason e @:6 "check-ignore P01"')]],
    ["without a rule", "<!-- check-ignore: 原文如此 -->\n甲,乙", [at(0, 'unknown-rule e @:6 "check-ignore: 原文如此"'), at(1, 'P01 e @:2 ","')]],
    ["of no rule that exists", "<!-- check-ignore P99: 原文如此 -->\n甲乙", [at(0, 'unknown-rule e @:19 "P99"')]],
    ["that silences nothing", "<!-- check-ignore P01, P05: 原文如此 -->\n甲,乙", [at(0, 'unused-ignore n @:6 "check-ignore P01, P05: 原文如此"')]],
    ["for pages measured later", "<!-- check-ignore V03: 原文如此 -->\n甲乙", []],
    ["shown as code", "`<!-- check-ignore P01: 原文如此 -->`\n甲,乙", [at(1, 'P01 e @:2 ","')]],
    ["of other words", "<!-- 核对 -->\n甲,乙", [at(1, 'P01 e @:2 ","')]],
  ])("%s", async (_name, text, expected) => expect(await complaintsOf(text)).toEqual(expected));

  it("speaks of a whole list, table or fenced block, and of a heading", async () => {
    const slides = `# 回顾

<!-- check-ignore P01: 原文如此 -->
## 甲,乙 {layout=table}

<!-- check-ignore P01: 原文如此 -->
| 甲,乙 |
| --- |
| 丙,丁 |

<!-- check-ignore P01: 原文如此 -->
## 丙,丁

<!-- check-ignore P01: 原文如此 -->
\`\`\`zones
note: 示意,非边界

zones:
  - name: 田园,乡村
\`\`\`
`;
    expect(await complaintsOf("", { "slides/10-part.md": slides })).toEqual([]);
  });

  it("cannot make an error of the parser go away", async () => {
    expect(await complaintsOf("<!-- check-ignore unknown-indicator: 无 -->\n{{gpd}}")).toEqual([at(1, 'unknown-indicator e @:3 "gpd"')]);
  });

  it("is not shown", async () => {
    const { deck } = await compileNotes("甲,乙 <!-- check-ignore P01: 原文如此 -->");
    expect(deck?.slides.at(-1)?.notes).toContain("甲,乙");
    expect(JSON.stringify(deck?.slides)).not.toContain("check-ignore");
  });
});

describe("the note of a row", () => {
  const rows = (note: string): Readonly<Record<string, string>> => ({
    "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\nrank,全国百强镇,,rank\n",
    "data/observations.csv": `indicator;period;value;growth;rank;note\ngdp;2021;148;11.6%;;\nrank;2021;;;60;${note.replaceAll(";", "；")}\n`,
  });
  const row = (rest: string): string => rest.replace("@", "data/observations.csv:3");
  it.each<readonly [note: string, expected: readonly string[]]>([
    ["", [row('A07 w @:1 "rank;2021;;;60;"')]],
    ["据公报", []],
    ["check-ignore A07: 见公报", []],
    ["据公报;check-ignore A12: 别的数", [row('unused-ignore n @:16 "据公报；check-ignore A12: 别的数"')]],
    ["check-ignore A07、A12：见公报", [row('unused-ignore n @:16 "check-ignore A07、A12：见公报"')]],
    ["check-ignore A07、A99: 理由", [row('unknown-rule e @:16 "check-ignore A07、A99: 理由"')]],
    ["check-ignore A99: 理由", [row('A07 w @:1 "rank;2021;;;60;check-ignore A99: 理由"'), row('unknown-rule e @:16 "check-ignore A99: 理由"')]],
    ["check-ignore A07", [row('A07 w @:1 "rank;2021;;;60;check-ignore A07"'), row('exception-without-reason e @:16 "check-ignore A07"')]],
    ["check-ignore: 理由", [row('A07 w @:1 "rank;2021;;;60;check-ignore: 理由"'), row('unknown-rule e @:16 "check-ignore: 理由"')]],
  ])("%s", async (note, expected) => expect(await complaintsOf("甲。", rows(note))).toEqual(expected));
});

describe("check:", () => {
  const settings = (check: string): Readonly<Record<string, string>> => ({ "slides/deck.yaml": `title: 工作报告\norganisation: 测试镇\nperiod: 2021\ncheck: ${check}\n` });
  it.each<readonly [check: string, expected: readonly string[]]>([
    ["{ P03: { level: off, reason: 牌匾原样 } }", []],
    ["{ P03: off }", ['missing-reason w slides/deck.yaml:4:15 "off"']],
    ["{ P03: note }", [at(0, 'P03 n @:5 " "')]],
    ["{ P03: { level: loud } }", ['invalid-value e slides/deck.yaml:4:24 "loud"']],
    ["{ P30: off }", [at(0, 'P03 w @:5 " "'), 'unknown-rule e slides/deck.yaml:4:15 "off"']],
  ])("%s", async (check, expected) => expect(await complaintsOf("国际慢城 “两大平台”", settings(check))).toEqual(expected));

  it("of a section goes before the deck's", async () => {
    const files = { ...settings("{ P03: error }"), "slides/10-part.md": `---\ncheck:\n  P03: { level: off, reason: 牌匾原样 }\n---\n${HEAD}国际慢城 “两大平台”\n` };
    expect(await complaintsOf("", files)).toEqual([]);
  });
});
