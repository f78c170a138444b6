/** data/terms.csv: wordings close to a registered one, and wordings that differ on purpose. */
import { describe, expect, it } from "vitest";
import { complaintsInLine, complaintsOf, HEAD } from "./wordings.ts";

const terms = (...rows: readonly string[]): Readonly<Record<string, string>> => ({ "data/terms.csv": `wording,kind,since,source\n${rows.map((row) => `${row},2021,工作报告\n`).join("")}` });

const PHRASES = terms("独墅湖开放创新协同发展示范区,phrase", "高质量发展,phrase", "产城融合,phrase", "产教融合,phrase", "以人为本,phrase", "产业强区、创新引领,phrase", "国际慢城,place");

describe("a phrase", () => {
  it.each<readonly [text: string, expected: readonly string[]]>([
    ["建设独墅湖开放创新协调发展示范区", ['T01 w 3 "独墅湖开放创新协调发展示范区"']],
    ["建设独墅湖开放创新发展示范区", []],
    ["建设独墅湖开放新协同发展示范区", ['T01 w 3 "独墅湖开放新协同发展示范区"']],
    ["建设独墅湖开放创新协同发展示范区", []],
    ["坚持产业强区，创新引领", ['T01 w 3 "产业强区，创新引领"']],
    ["坚持以为人本", ['T01 w 3 "以为人本"']],
    ["推动高度量发展、高制量发展", ['T01 n 3 "高度量发展"', 'T01 w 9 "高制量发展"']],
    ["产业融合和产教融合、产城融合", ['T01 n 1 "产业融合"']],
    ["推动低质量发展，提高质量发展水平，高质量发挥", []],
    ["推动高**质**量发展和高**度**量发展", ['T01 n 13 "高**度**量发展"']],
    ["国际漫城", ['T04 w 1 "国际漫城"']],
  ])("%s", async (text, expected) => expect(await complaintsInLine(text, PHRASES)).toEqual(expected));
});

describe("a place or project", () => {
  const places = {
    ...terms("甪直|用真,place", "𠮷田村,place"),
    "data/projects.csv": "name,section,status\n黄娄花园八期,安置房,建设\n澄湖西岸岸线整治工程,生态,启动\n日间照料中心,民生,建设\n胜浦大桥重建,交通,建设\n甪直实验小学改建,教育,建设\n",
  };
  it.each<readonly [text: string, expected: readonly string[]]>([
    ["提升角直古镇", ['T04 w 3 "角直"']],
    ["提升用真古镇", ['T04 w 3 "用真"']],
    ["用直播带货，坐三角直升机，修正直道", []],
    ["推进澄湖西岸线整治工程", ['T04 w 3 "澄湖西岸线整治工程"']],
    ["黄娄花园六期、黄娄花园八期", []],
    ["黄楼花园八期", ['T04 w 1 "黄楼花园八期"']],
    ["日间照护中心，胜浦大桥改建，甪直实验小学新建", []],
    ["胜蒲大桥重建，甪直实验小学改健，日间料照中心", ['T04 w 1 "胜蒲大桥重建"', 'T04 w 8 "甪直实验小学改健"', 'T04 w 17 "日间料照中心"']],
    ["𠮷由村，𠮷田村", []],
  ])("%s", async (text, expected) => expect(await complaintsInLine(text, places)).toEqual(expected));
});

describe("a term with a character that sounds or looks like the right one, one more or one less", () => {
  const files = terms(
    "江畔庭院、水乡客厅,phrase", "市政府工作报告,phrase", "重点项目建设年,phrase", "水乡客厅,phrase", "新兴产业,phrase", "产城融合,phrase", "高质量发展,phrase", "法治清河,phrase",
    "清河湾,place", "浒潭,place", "清河湾农产品物流园,place", "西浦组团,place",
  );
  it.each<readonly [text: string, expected: readonly string[]]>([
    ["打造江畔庭院、水箱客厅", ['T01 w 3 "江畔庭院、水箱客厅"', 'T01 n 8 "水箱客厅"']],
    ["开展重点项目建社年、重点项木建设年活动", ['T01 w 3 "重点项目建社年"', 'T01 w 11 "重点项木建设年"']],
    ["推动产成融合，产城容合", ['T01 w 3 "产成融合"', 'T01 w 8 "产城容合"']],
    ["推动高质质量发展，推动高量发展，高质量发站", ['T01 w 3 "高质质量发展"', 'T01 w 12 "高量发展"', 'T01 w 17 "高质量发站"']],
    ["建设法制清河，重点项目提建设年", ['T01 n 3 "法制清河"', 'T01 w 8 "重点项目提建设年"']],
    ["产城人融合，产融合作，新型产业", ['T01 n 1 "产城人融合"', 'T01 n 7 "产融合"', 'T01 n 12 "新型产业"']],
    ["清合湾，青河湾，浒谭老街，许潭镇，浒谭", ['T04 w 1 "清合湾"', 'T04 w 5 "青河湾"', 'T04 w 9 "浒谭"', 'T04 w 14 "许潭"']],
    ["清河湾农副产品物流园，清河湾农产品物园，清河湾农产品勿流园", ['T04 w 1 "清河湾农副产品物流园"', 'T04 w 12 "清河湾农产品物园"', 'T04 w 21 "清河湾农产品勿流园"']],
    ["高质量发展展，产城城融合，法治清清河，法法治清河", ['T01 w 1 "高质量发展展"', 'T01 w 8 "产城城融合"', 'T01 w 14 "法治清清河"', 'T01 w 20 "法法治清河"']],
    ["西浦组组团，西普组团", ['T04 w 1 "西浦组组团"', 'T04 w 7 "西普组团"']],
  ])("%s", async (text, expected) => expect(await complaintsInLine(text, files)).toEqual(expected));

  it.each([
    "这是政府工作报告提出的，高质量的发展，推动低质量发展。",
    "新兴产业、旅游产业、传统产业，对清河湾的，产城与融合。",
    "高质量发展展现新局面，提高高质量发展水平。",
    "清河大湾农产品物流园，西浦新组团，产城深度融合，水乡的客厅。",
    "资产融合了，许多人在潭边，清河，湾区。",
  ])("leaves alone: %s", async (text) => expect(await complaintsInLine(text, files)).toEqual([]));

  it("leaves common words alone that differ from a name by one character", async () => {
    const names = terms("兴城市,place", "和田地区,place", "丰县,place", "延长县,place", "清河湾,place");
    expect(await complaintsInLine("资源型城市转型，五十多个国家和地区，市县两级，延长线通车，丰县、兴城市和和田地区。", names)).toEqual([]);
    expect(await complaintsInLine("凤县境内，星城市，和填地区，清合湾。", names)).toEqual(['T04 w 10 "和填地区"', 'T04 w 15 "清合湾"']);
  });

  it("not where another term has the very wording", async () => {
    const both = terms("法治清河,phrase", "法制清河,phrase", "清河湾农产品物流园,place", "清河湾农副产品物流园,place");
    expect(await complaintsInLine("法治清河，法制清河，清河湾农产品物流园，清河湾农副产品物流园", both)).toEqual([]);
  });
});

it("an order", async () => {
  const files = terms("区委|区政府|镇党委,order", "镇党委|镇人大,order");
  expect(await complaintsInLine("在区委、区政府和镇党委的领导下，区委、镇党委共同推进", files)).toEqual([]);
  expect(await complaintsInLine("在区政府、区委和镇党委的领导下，镇人大及镇党委监督", files)).toEqual(['T02 w 2 "区政府、区委和镇党委"', 'T02 w 17 "镇人大及镇党委"']);
});

it("a person", async () => {
  const people = terms("李明华|镇长,person", "李明花|副镇长,person", "王强|人大主席,person");
  expect(await complaintsInLine("镇长李明华、副镇长李明花，王强，李明化同志，市长李某某", people)).toEqual([]);
  expect(await complaintsInLine("镇长李明化，李民华镇长，副镇长李明华，人大主度王强", people)).toEqual([
    'T03 w 1 "镇长李明化"', 'T03 w 7 "李民华镇长"', 'T03 w 13 "副镇长李明华"', 'T03 w 20 "人大主度王强"',
  ]);
});

it("a person with the office of somebody else", async () => {
  const people = terms("李明华|镇长,person", "王强|镇党委书记,person");
  expect(await complaintsInLine("镇党委副书记、镇长李明华讲话。李明华在会上要求镇党委书记王强协助。李明华、王强任组长。测试镇镇长李明华到会。", people)).toEqual([]);
  expect(await complaintsInLine("李明华以镇长身份会客，请书记牵头。会议由镇长李明华主持，受镇党委书记王强委托讲话。", people)).toEqual([]);
  expect(await complaintsInLine("报告人：镇长　李明华，李明华（镇长）、王强（镇党委书记），李明华任组长，以王强为队长。李明华镇长、王强书记到会，赵镇长、王强书记主持。", people)).toEqual([]);
  expect(await complaintsInLine("镇长：王强，王强（镇长），任命王强为镇长，王强任镇长", people)).toEqual(['T03 w 1 "镇长：王强"', 'T03 w 7 "王强（镇长"', 'T03 w 16 "王强为镇长"', 'T03 w 22 "王强任镇长"']);
  expect(await complaintsInLine("会上，王强以镇长身份会客。会议由镇长王强主持。", people)).toEqual(['T03 w 4 "王强以镇长身份"', 'T03 w 17 "镇长王强"']);
  expect(await complaintsInLine("县委书记李明华讲话。李明华主任讲话。李明华同志调研后，作为人大主席讲话。", people)).toEqual(['T03 w 1 "县委书记李明华"', 'T03 w 11 "李明华主任"', 'T03 w 19 "李明华同志调研后，作为人大主席"']);
});

it("a short form comes after its full name, slide by slide", async () => {
  const files = terms("独墅湖开放创新协同发展示范区|独墅湖示范区,short");
  const slides = (first: string, second: string): Readonly<Record<string, string>> => ({ ...files, "slides/10-part.md": `${HEAD}${first}\n\n## 规划\n\n- ${second}\n` });
  expect(await complaintsOf("", slides("独墅湖开放创新协同发展示范区", "独墅湖示范区"))).toEqual([]);
  expect(await complaintsOf("", slides("独墅湖示范区", "独墅湖开放创新协同发展示范区"))).toEqual(['T05 w slides/10-part.md:8:1 "独墅湖示范区"']);
  expect(await complaintsOf("", slides("领导", "独墅湖示范区"))).toEqual(['T05 w slides/10-part.md:12:3 "独墅湖示范区"']);
});

it("rows that contradict each other are told, and the first one holds", async () => {
  const files = terms("区委|区政府|镇党委,order", "镇党委|镇人大,order", "镇党委|区委,order", "甪直古镇|用直古镇,place", "用直古镇,place");
  expect((await complaintsOf("区委、镇党委，用直古镇", files)).map((complaint) => complaint.split(":").slice(0, 2).join(":"))).toEqual([
    "contradicting-term e data/terms.csv:4", "contradicting-term e data/terms.csv:6", "T04 w slides/10-part.md:8",
  ]);
});

describe("rows", () => {
  it.each<readonly [row: string, expected: string]>([
    ["高质量发展,phrase,2021,报告", ""],
    ["发展,phrase,2021,报告", 'invalid-term e data/terms.csv:2:1 "发展"'],
    ["高质量|发展,phrase,2021,报告", 'invalid-term e data/terms.csv:2:1 "高质量|发展"'],
    ["区委,order,2021,报告", 'invalid-term e data/terms.csv:2:1 "区委"'],
    ["市|区,order,2021,报告", 'invalid-term e data/terms.csv:2:1 "市|区"'],
    ["李明华,person,2021,报告", 'invalid-term e data/terms.csv:2:1 "李明华"'],
    ["示范区|独墅湖示范区,short,2021,报告", 'invalid-term e data/terms.csv:2:1 "示范区|独墅湖示范区"'],
    ["甪直|,place,2021,报告", 'invalid-term e data/terms.csv:2:1 "甪直|"'],
    ["甪直,place,2021-13,报告", 'invalid-term e data/terms.csv:2:10 "2021-13"'],
    ["甪直,place,2021-12-28,", 'unsourced-term w data/terms.csv:2:1 "甪直,place,2021-12-28,"'],
    ["甪直,place,2022-12,报告", ""],
    ["甪直,place,2023,报告", 'future-term w data/terms.csv:2:10 "2023"'],
    ["甪直,plaec,2021,报告", 'invalid-cell e data/terms.csv:2:4 "plaec"'],
    [",place,2021,报告", 'missing-cell e data/terms.csv:2:1 ""'],
  ])("%s", async (row, expected) => {
    expect(await complaintsOf("甲。", { "data/terms.csv": `wording,kind,since,source\n${row}\n` })).toEqual(expected === "" ? [] : [expected]);
  });
});
