/** Before the desk: a report is begun, opened or imported, and whatever cannot be done is told in words. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DeskBegin, DeskDraft, DeskFolder, DeskMerge, DeskOpened } from "../../src/model/desk.ts";
import { ask, createDeskRoom, post } from "./desk-room.ts";

const room = createDeskRoom({}, true);
const user = join(room.dir, "..");
beforeAll(() => room.start());
afterAll(() => room.remove());

const read = async <Result>(address: string): Promise<Result> => JSON.parse((await ask(`${room.url()}${address}`)).body) as Result;
const send = async (name: string, text: string): Promise<DeskDraft> => JSON.parse((await ask(`${room.url()}import?name=${encodeURIComponent(name)}`, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: text })).body) as DeskDraft;
const REPORT = "测试镇政府工作报告\n\n——2025年12月30日在测试镇第一届人民代表大会第一次会议上\n\n一、2025年工作回顾\n\n全年实现地区生产总值148亿元，增长11.6%。\n\n二、2026年工作安排\n\n地区生产总值增长8%左右。\n";

it("a report is begun in a new folder, and nothing that is there is touched", async () => {
  const { dir } = await read<DeskBegin>("begin");
  expect(dir).toBe(join(user, "工作报告"));
  const made = await post<DeskOpened>(room.url(), "new", { like: "county", dir });
  expect(made).toEqual({ type: "opened", at: "p/1/" });
  expect(readFileSync(join(dir, "slides/deck.yaml"), "utf8")).toContain("demo: true");
  expect((await ask(`${room.url()}p/1/`)).status).toBe(200);
  expect(await post(room.url(), "new", { like: "county", dir })).toMatchObject({ type: "refused", message: expect.stringContaining("已有内容") });
  expect((await read<DeskBegin>("begin")).dir).toBe(join(user, "工作报告2"));
});

describe("a folder is opened", () => {
  it.each([
    ["as a path below the user's own", () => "报告"],
    ["in quotes, as a file manager copies it", () => `"${room.dir}"`],
    ["from the tilde", () => "~/报告/"],
  ])("%s", async (_, dir) => {
    expect(await post(room.url(), "open", { dir: dir() })).toMatchObject({ type: "opened" });
  });

  it.each([
    ["that is not there", "没有", "没有"],
    ["that holds no report", "memory", "没有报告"],
    ["without a name", " ", "请写出文件夹"],
  ])("but not one %s", async (_, dir, word) => {
    expect(await post(room.url(), "open", { dir })).toMatchObject({ type: "refused", message: expect.stringContaining(word) });
  });

  it("is remembered with its title after a restart, until it is gone", async () => {
    await post(room.url(), "open", { dir: "报告" });
    const at = await post<Extract<DeskOpened, { type: "opened" }>>(room.url(), "open", { dir: "报告" });
    await ask(`${room.url()}${at.at}preview`);
    await expect.poll(() => existsSync(join(user, "memory/recent.json"))).toBe(true);
    await room.stop();
    writeFileSync(join(user, "memory/recent.json"), JSON.stringify([...(JSON.parse(readFileSync(join(user, "memory/recent.json"), "utf8")) as unknown[]), { dir: join(user, "gone"), title: "x" }, 7, { dir: 1 }]));
    await room.start();
    const { recent } = await read<DeskBegin>("begin");
    expect(recent.map(({ title }) => title)).toContain("工作报告");
    expect(recent.map(({ dir }) => dir)).not.toContain(join(user, "gone"));
  });
});

it("folders are listed inside the user's own alone", async () => {
  mkdirSync(join(user, ".hidden"));
  const top = await read<DeskFolder>("folder?dir=");
  expect(top).toMatchObject({ dir: user, above: null, project: false });
  expect(top.folders).toContainEqual({ name: "报告", project: true });
  expect(top.folders.map(({ name }) => name)).not.toContain(".hidden");
  expect(await read<DeskFolder>(`folder?dir=${encodeURIComponent(room.dir)}`)).toMatchObject({ above: user, project: true });
  for (const dir of ["..", "/etc", "报告/../..", "%00"]) expect((await ask(`${room.url()}folder?dir=${dir}`)).status).not.toBe(500);
  for (const dir of ["..", "/etc", "报告/../.."]) expect((await ask(`${room.url()}folder?dir=${dir}`)).status).toBe(404);
});

it("a document is read, shown with its review, and written only when a person says where", async () => {
  expect((await ask(`${room.url()}review`)).status).toBe(404);
  const draft = await send("镇报告.txt", REPORT);
  expect(draft).toMatchObject({ type: "draft", title: expect.stringContaining("工作报告"), dir: join(user, "镇报告") });
  expect(existsSync(join(user, "镇报告"))).toBe(false);
  const review = await ask(`${room.url()}review`);
  expect(review.body).toContain("导入核对");
  expect(review.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect(await post(room.url(), "keep", { dir: "报告" })).toMatchObject({ type: "refused", message: expect.stringContaining("已有内容") });
  expect(await post(room.url(), "keep", { dir: "镇报告" })).toMatchObject({ type: "opened" });
  expect(existsSync(join(user, "镇报告/导入核对.html"))).toBe(true);
  expect(readFileSync(join(user, "镇报告/data/observations.csv"), "utf8")).toContain("gdp,2025,148,11.6%");
  expect(await post(room.url(), "keep", { dir: "又一份" })).toMatchObject({ type: "refused" });
});

it("a new draft goes into a report that is there: seen first, written as one step, and taken back whole", async () => {
  const dir = join(user, "两年的报告");
  const contents = (): Readonly<Record<string, string>> => Object.fromEntries(["slides", "data"].flatMap((folder) => readdirSync(join(dir, folder)).map((name) => [name, readFileSync(join(dir, folder, name), "utf8")])));
  await send("两年的报告.txt", REPORT);
  await post(room.url(), "keep", { dir });
  const before = contents();
  expect(await post(room.url(), "plan", { dir })).toMatchObject({ type: "refused", message: expect.stringContaining("重新拖入") });
  await send("新稿.txt", REPORT.replace("148亿元，增长11.6%。", "158亿元，增长12.1%。新建学校3所。"));
  expect(await post(room.url(), "plan", { dir: "memory" })).toMatchObject({ type: "refused", message: expect.stringContaining("没有报告") });
  expect(await post(room.url(), "merge", {})).toMatchObject({ type: "refused" });
  const plan = await post<DeskMerge>(room.url(), "plan", { dir });
  expect(plan).toMatchObject({ type: "merge", dir, changed: 1, added: 0, removed: [], kept: [], unplaced: [], problems: [], rows: [{ before: expect.stringContaining("148"), now: expect.stringContaining("158") }] });
  expect(contents()).toEqual(before);
  const opened = await post<DeskOpened>(room.url(), "merge", {});
  const { at } = opened as Extract<DeskOpened, { type: "opened" }>;
  expect(contents()["observations.csv"]).toContain("gdp,2025,158,12.1%");
  expect(Object.values(contents()).join("\n")).toContain("新建学校3所");
  expect(await post(`${room.url()}${at}`, "undo", {})).toMatchObject({ type: "written" });
  expect(contents()).toEqual(before);
  expect(await post(`${room.url()}${at}`, "undo", {})).toMatchObject({ type: "refused" });
  await post(`${room.url()}${at}`, "redo", {});
  expect(contents()["observations.csv"]).toContain("gdp,2025,158,12.1%");
  expect(await post(room.url(), "merge", {})).toMatchObject({ type: "refused" });
});

it("a report that was changed after the plan is left as it is", async () => {
  const dir = join(user, "两年的报告");
  await send("新稿.txt", REPORT.replace("148亿元，增长11.6%。", "168亿元，增长13.1%。"));
  await post(room.url(), "plan", { dir });
  writeFileSync(join(dir, "data/observations.csv"), `${readFileSync(join(dir, "data/observations.csv"), "utf8")}gdp,2019,99,,,,\n`);
  expect(await post(room.url(), "merge", {})).toMatchObject({ type: "refused", message: expect.stringMatching(/\p{Script=Han}/u) });
  expect(readFileSync(join(dir, "data/observations.csv"), "utf8")).toContain("gdp,2025,158,12.1%");
});

it.each([["坏.docx", "PK\u0003\u0004"], ["空.txt", ""], ["坏.xlsx", "x"]])("what cannot be read is told: %s", async (name, text) => {
  expect(await send(name, text)).toMatchObject({ type: "refused", message: expect.stringMatching(/\p{Script=Han}/u) });
});

it("covers are the beginnings' own slides, and there are no others", async () => {
  const { status, body, headers } = await ask(`${room.url()}cover/county/`);
  expect(status).toBe(200);
  expect(body.match(/<section\b/g)).toHaveLength(1);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  for (const other of ["cover/village/", "cover/..%2f/", "cover/county/../../begin/x", "p/99/", "p/0/"]) expect((await ask(`${room.url()}${other}`)).status).toBe(404);
});
