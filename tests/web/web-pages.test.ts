/** The web deck, the single file and the kiosk: what they contain, and what they must not. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shortenCss } from "../../src/render/page/shorten-css.ts";
import { titleFileName } from "../../src/model/title-file-name.ts";
import { writeOutputs } from "../../src/outputs/write-outputs.ts";
import { createBench, deckOf, modelOf, sampleTheme, slide, SLIDES, textOf, type Bench } from "../support/rendered-sample.ts";

let bench: Bench;
let files: ReadonlyMap<string, Uint8Array>;
const SINGLE = "政府工作报告.html";

beforeAll(async () => {
  bench = await createBench();
  files = await writeOutputs(deckOf(), sampleTheme(), bench.options({ only: ["deck", "single", "kiosk", "data"] }), bench.world, bench.report);
});
afterAll(() => bench.close());

test("the three pages, their assets, licences and manifest come out without complaint", () => {
  expect(bench.found).toEqual([]);
  expect([...files.keys()].filter((name) => !name.startsWith("assets/"))).toEqual(["index.html", SINGLE, "kiosk.html", "kiosk/index.html", "kiosk/worker.js", "data/edition.json", "internal/notes.json", "data/metadata.json", "LICENSES.txt", "manifest.json"]);
});

test("the web deck has no inline code, names only files that are there, and allows nothing else", () => {
  const page = textOf(files, "index.html");
  expect(page).not.toMatch(/<style|<script(?![^>]*(?:src=|application\/json))| style=| on\w+=/);
  expect(page).toContain(`content="default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:;`);
  const linked = [...page.matchAll(/(?:href|src)="(assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
  const style = linked.find((path) => path.endsWith(".css")) ?? "";
  const fonts = [...textOf(files, style).matchAll(/url\(([^)]+)\)/g)].map((match) => `assets/${match[1]}`);
  expect(linked.length).toBeGreaterThan(2);
  expect(fonts.length).toBeGreaterThan(5);
  for (const path of [...linked, ...fonts]) expect(files.has(path), path).toBe(true);
});

test("speaker notes are in the single file alone", () => {
  expect(textOf(files, SINGLE)).toContain(`<aside class="notes"><p>“讲稿”只给台上的人看。</p></aside></section>`);
  expect(textOf(files, "index.html")).not.toContain("讲稿");
  expect(textOf(files, "kiosk.html")).not.toContain("讲稿");
});

test("published notes are in the web deck, with their font", async () => {
  const published = await writeOutputs(deckOf(), sampleTheme(), bench.options({ only: ["deck"], model: modelOf({ notes: "public" }) }), bench.world, bench.report);
  expect(textOf(published, "index.html")).toContain("讲稿");
  expect([...published.keys()].some((name) => name.startsWith("assets/notes-"))).toBe(true);
  expect([...files.keys()].some((name) => name.startsWith("assets/notes-"))).toBe(false);
});

test("the single file loads nothing, and its policy knows its script and its style by hash", () => {
  const page = textOf(files, SINGLE);
  const markup = page.replace(/<script>[\s\S]*?<\/script>/, "");
  expect(markup.match(/(?:src|href)="(?!data:|#)[^"]*|url\((?!data:|"?#)[^)]*/g)).toBeNull();
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
  for (const tag of ["style", "script"]) {
    const inner = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? "";
    expect(policy).toContain(`${tag}-src 'sha256-${createHash("sha256").update(inner).digest("base64")}'`);
  }
});

test("titles with markup neither end the data nor the head", async () => {
  const title = `</script><script>alert(1)</script>`;
  const odd = await writeOutputs(deckOf([{ ...slide("a", 1, "<h1>好</h1>"), title }], { title }), sampleTheme(), bench.options({ only: ["single"] }), bench.world, bench.report);
  const name = [...odd.keys()].find((path) => path.endsWith(".html")) ?? "";
  expect(textOf(odd, name)).not.toContain("<script>alert");
  expect(JSON.parse(/id="deck-data">([\s\S]*?)<\/script>/.exec(textOf(odd, name))?.[1] ?? "")).toMatchObject({ title, slides: [{ id: "a", title }] });
});

test("slides and sections that stay out of the loop are not in the kiosk's file", async () => {
  const slides = [SLIDES[0]!, { ...SLIDES[1]!, seconds: 0 }, SLIDES[2]!];
  const kiosk = textOf(await writeOutputs(deckOf(slides), sampleTheme(), bench.options({ only: ["kiosk"] }), bench.world, bench.report), "kiosk.html");
  expect(kiosk).toContain(`id="cover"`);
  expect(kiosk).not.toContain(`id="figures"`);
});

test("the same input gives the same bytes, and the manifest names them", async () => {
  const again = await writeOutputs(deckOf(), sampleTheme(), bench.options({ only: ["deck", "single", "kiosk", "data"] }), bench.world, bench.report);
  expect([...again.keys()]).toEqual([...files.keys()]);
  for (const [name, bytes] of again) expect(Buffer.compare(bytes, files.get(name)!), name).toBe(0);
  const { outputs } = JSON.parse(textOf(files, "manifest.json")) as { outputs: Record<string, string> };
  expect(outputs["index.html"]).toBe(createHash("sha256").update(files.get("index.html")!).digest("hex"));
  expect(Object.keys(outputs)).toHaveLength(files.size - 1);
});

test.each([
  ["政府工作报告", "政府工作报告.html"],
  ["2021/2022: “总结”?", "2021 2022 “总结”.html"],
  ["index", "deck-index.html"],
  ["CON", "deck-CON.html"],
  ["..", "deck-.html"],
  ["长".repeat(300), `${"长".repeat(80)}.html`],
])("the single file of %j is called %j", (title, name) => {
  expect(titleFileName(title, "html")).toBe(name);
});

test.each([
  ["a  >  b ,\n c :hover { color : red ; /* it's gone */ width: calc(1px + 2px);\n}\n", "a > b,c :hover{color :red;width:calc(1px + 2px)}"],
  [`.x::before { content: "a, b;  /* kept */ }" }`, `.x::before{content:"a, b;  /* kept */ }"}`],
  ["@media (min-width: 1px) and (scripting: enabled) { a b { x: y } }", "@media (min-width:1px) and (scripting:enabled){a b{x:y}}"],
])("the style %j is written as %j", (css, short) => {
  expect(shortenCss(css).trim()).toBe(short);
});
