import { createHash } from "node:crypto";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import sharp from "sharp";
import { readSources } from "../../src/read/read-sources.ts";
import { createWorld } from "../../src/world/node-world.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Sources } from "../../src/model/sources.ts";
import { HOME, withFolder } from "../support/project.ts";

const world = createWorld({ home: HOME });
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

async function read(files: Readonly<Record<string, string | Uint8Array>>, themes: readonly string[] = []): Promise<Sources & { codes: string[] }> {
  const diagnostics: Diagnostic[] = [];
  const sources = await withFolder(new Map(Object.entries(files)), (dir) =>
    readSources(dir, themes.map((theme) => `${dir}/${theme}`), world, (diagnostic) => void diagnostics.push(diagnostic)),
  );
  return { ...sources, codes: diagnostics.map(({ code, span }) => (span === null ? code : `${span.file}:${span.line} ${code}`)) };
}

describe("text files", () => {
  it("come in the order of their names, with line feeds only", async () => {
    const { settings, slides, tables, codes } = await read({
      "slides/deck.yaml": "title: 甲\r\nb: 1\r", "slides/20-b.md": "二", "slides/10-a.md": "一", "slides/.10-a.md.swp.md": "x", "slides/note.txt": "x",
      "data/b.csv": "b", "data/A.CSV": "a", "data/~$b.csv": "x",
    });
    expect(codes).toEqual([]);
    expect(settings).toEqual({ path: "slides/deck.yaml", text: "title: 甲\nb: 1\n" });
    expect(slides).toEqual([{ path: "slides/10-a.md", text: "一" }, { path: "slides/20-b.md", text: "二" }]);
    expect(tables.map((file) => file.path)).toEqual(["data/A.CSV", "data/b.csv"]);
  });

  it("have sections in the order of their numbers, in digits or Han numerals", async () => {
    const inOrder = async (...names: readonly string[]): Promise<string[]> => (await read(Object.fromEntries(names.map((name) => [`slides/${name}.md`, ""])))).slides.map(({ path }) => path.slice(7, -3));
    expect(await inOrder("10-c", "1-a", "2-b", "2-a9", "2-a10", "０3-x")).toEqual(["1-a", "2-a9", "2-a10", "2-b", "０3-x", "10-c"]);
    expect(await inOrder("三、丙", "一、甲", "十一、子", "二、乙", "十、癸", "四、丁", "二十、末")).toEqual(["一、甲", "二、乙", "三、丙", "四、丁", "十、癸", "十一、子", "二十、末"]);
    expect(await inOrder("第十部分", "第二部分", "第一部分")).toEqual(["第一部分", "第二部分", "第十部分"]);
  });

  it.each<readonly [names: readonly string[], expected: readonly string[]]>([
    [["slides/10-a.md", "slides/20-b.md.txt", "slides/30-c.markdown", "slides/40-d.txt", "slides/50-e．md", "slides/readme.txt", "slides/报告.docx"], ["slides/20-b.md.txt:1 unread-name", "slides/30-c.markdown:1 unread-name", "slides/40-d.txt:1 unread-name", "slides/50-e．md:1 unread-name"]],
    [["slides/10-a.md", "data/targets.csv.txt", "data/observations.txt", "data/report.xlsx.txt", "data/说明.txt"], ["data/observations.txt:1 unread-name", "data/report.xlsx.txt:1 unread-name", "data/targets.csv.txt:1 unread-name"]],
    [["slides/10-a.md", "slides/10-a(1).md", "slides/10-a - 副本.md", "slides/Copy of 10-a.md", "slides/10-a (copy).md"], ["slides/10-a (copy).md", "slides/10-a - 副本.md", "slides/10-a(1).md", "slides/Copy of 10-a.md"].map((path) => `${path}:1 copied-file`)],
    [["slides/10-a(1).md", "slides/10-a(2).md"], []],
    [["slides/10-a.md", "data/observations.csv", "data/observations - 副本.csv", "data/targets（2）.csv"], ["data/observations - 副本.csv:1 copied-file", "data/targets（2）.csv:1 copied-file"]],
    [["slides/10-a.md", "data/~$report.xlsx"], ["data/~$report.xlsx:1 open-workbook"]],
    [["slides/10-a.md", "slides/cover.md", "slides/20-b.md"], ["slides/cover.md:1 mixed-order"]],
    [["slides/1-a.md", "slides/二、乙.md"], ["slides/二、乙.md:1 mixed-order"]],
    [["slides/cover.md", "slides/end.md"], []],
  ])("names that look like a mistake are reported: %j", async (names, expected) => {
    const { codes } = await read(Object.fromEntries(names.map((name) => [name, ""])));
    expect(codes.filter((code) => !code.includes("Copy of") || !code.endsWith("mixed-order"))).toEqual(expected);
  });

  it("not-a-file: folders and links out of the project that have the name of one are told, links within it are read", async () => {
    await withFolder(new Map([["deck/slides/10-a.md", "一"], ["deck/slides/20-b.md/c.md", "二"], ["deck/more/d.md", "三"], ["outside.md", "四"]]), async (dir) => {
      await symlink(`${dir}/deck/more/d.md`, `${dir}/deck/slides/30-d.md`);
      await symlink(`${dir}/outside.md`, `${dir}/deck/slides/40-e.md`);
      await symlink(`${dir}/nowhere.csv`, `${dir}/deck/slides/50-f.md`);
      await symlink(`${dir}/nowhere.md`, `${dir}/deck/slides/.#60-g.md`);
      const found: string[] = [];
      const { slides } = await readSources(`${dir}/deck`, [], world, ({ code, span, message }) => void found.push(`${span?.file} ${code} ${message.zh.slice(2, 5)}`));
      expect(slides.map(({ text }) => text)).toEqual(["一", "三"]);
      expect(found).toEqual(["slides/20-b.md not-a-file 文件夹", "slides/40-e.md not-a-file 指向项", "slides/50-f.md not-a-file 指向项"]);
    });
  });

  it.each([
    ["UTF-8", bytes("地区,148")],
    ["UTF-8 with a byte order mark", bytes([0xef, 0xbb, 0xbf], "地区,148")],
    ["GB 18030", bytes([0xb5, 0xd8, 0xc7, 0xf8], ",148")],
    ["UTF-16 LE", bytes([0xff, 0xfe, 0x30, 0x57, 0x3a, 0x53, 0x2c, 0, 0x31, 0, 0x34, 0, 0x38, 0])],
    ["UTF-16 BE", bytes([0xfe, 0xff, 0x57, 0x30, 0x53, 0x3a, 0, 0x2c, 0, 0x31, 0, 0x34, 0, 0x38])],
  ])("%s is read", async (_name, content) => {
    const { tables, codes } = await read({ "slides/a.md": "", "data/a.csv": content });
    expect(codes).toEqual([]);
    expect(tables[0]?.text).toBe("地区,148");
  });

  it("keeps what is not composed as it is", async () => {
    expect((await read({ "slides/a.md": "e\u0301" })).slides[0]?.text).toBe("e\u0301");
  });

  it.each([
    ["a picture called .md", bytes([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xfe]), "slides/a.md:1 unreadable-text"],
    ["UTF-16 without a mark", bytes([0x30, 0x57, 0x3a, 0x53, 0x2c, 0, 0x31, 0]), "slides/a.md:1 unreadable-text"],
    ["UTF-8 with a broken byte, which GB 18030 would take for other characters", bytes("甲，乙，丙，丁。\n地区生产总值", [0xe5, 0x9c], "一百四十八亿元"), "slides/a.md:2 unreadable-text"],
  ])("%s is refused", async (_name, content, expected) => {
    expect((await read({ "slides/a.md": content })).codes).toEqual([expected]);
  });

  it("says which folder is missing or empty", async () => {
    expect((await read({ "data/a.csv": "" })).codes).toEqual(["missing-folder"]);
    expect((await read({ "slides/deck.yaml": "" })).codes).toEqual(["slides/:1 no-slides"]);
    const diagnostics: Diagnostic[] = [];
    await readSources("/nowhere/at all", [], world, (diagnostic) => void diagnostics.push(diagnostic));
    expect(diagnostics).toMatchObject([{ code: "missing-folder", message: { zh: "没有找到文件夹“/nowhere/at all”。" } }]);
  });
});

describe("what is refused", () => {
  /** Reports of a project in which `change` has put something. */
  async function refused(change: (dir: string) => Promise<void>): Promise<{ readonly found: readonly string[]; readonly sources: Sources }> {
    const files = new Map([["deck/slides/deck.yaml", "title: 甲"], ["deck/slides/10-a.md", "一"], ["deck/data/a.csv", "a"], ["deck/themes/x/theme.yaml", "x"], ["outside/deck.yaml", "密"], ["outside/x/theme.yaml", "密"], ["outside/10-a.md", "密"], ["outside/a.csv", "密"]]);
    return withFolder(files, async (dir) => {
      await change(dir);
      const found: string[] = [];
      const sources = await readSources(`${dir}/deck`, [`${dir}/deck/themes`], world, ({ code, span, severity }) => void found.push(`${span?.file} ${severity} ${code}`));
      return { found: found.toSorted(), sources };
    });
  }

  it.each([
    ["slides", "", ["slides error not-a-file", "slides/deck.yaml error not-a-file"]],
    ["data", "", ["data error not-a-file"]],
    ["themes", "", ["themes error not-a-file"]],
    ["slides/deck.yaml", "deck.yaml", ["slides/deck.yaml error not-a-file"]],
    ["slides/10-a.md", "10-a.md", ["slides/ error no-slides", "slides/10-a.md error not-a-file"]],
    ["data/a.csv", "a.csv", ["data/a.csv error not-a-file"]],
    ["themes/x", "x", ["themes/x error not-a-file"]],
    ["themes/x/theme.yaml", "x/theme.yaml", ["themes/x/theme.yaml error not-a-file"]],
    ["themes/x/theme.css", "10-a.md", ["themes/x/theme.css error not-a-file"]],
  ])("not-a-file: %s as a link out of the project is an error at its place, and nothing of its target is read", async (path, target, expected) => {
    const { found, sources } = await refused(async (dir) => {
      await rm(`${dir}/deck/${path}`, { recursive: true, force: true });
      await symlink(`${dir}/outside/${target}`, `${dir}/deck/${path}`);
    });
    expect(found).toEqual(expected);
    expect(JSON.stringify([sources.settings, sources.slides, sources.tables, [...sources.themes]])).not.toContain("密");
  });

  it("file-too-large: sections, tables and themes have bounds, and what is beyond them is not read", async () => {
    const { found, sources } = await refused(async (dir) => {
      const grow = async (path: string, megabytes: number): Promise<void> => writeFile(`${dir}/deck/${path}`, Buffer.alloc(megabytes * 1024 * 1024, `${"x".repeat(999)}\n`));
      await Promise.all([grow("slides/20-b.md", 5), grow("slides/30-c.md", 5), grow("slides/40-d.md", 2), grow("data/b.csv", 65), grow("themes/x/theme.css", 9), grow("slides/deck.yaml", 9)]);
    });
    expect(found).toEqual(["data/b.csv", "slides/30-c.md", "slides/deck.yaml", "themes/x/theme.css"].map((path) => `${path} error file-too-large`));
    expect(sources.slides.map(({ path }) => path)).toEqual(["slides/10-a.md", "slides/20-b.md", "slides/40-d.md"]);
  });

  it("too-many-lines: it is told once, at the first line that is not read, and what fits to the line is read", async () => {
    const lines = (count: number): string => "x\n".repeat(count);
    const { found, sources } = await refused(async (dir) => {
      await Promise.all([writeFile(`${dir}/deck/slides/20-b.md`, lines(15_000)), writeFile(`${dir}/deck/slides/30-c.md`, lines(5001)), writeFile(`${dir}/deck/slides/40-d.md`, lines(2)), writeFile(`${dir}/deck/data/b.csv`, lines(500_000))]);
    });
    expect(found).toEqual(["slides/30-c.md error too-many-lines"]);
    expect(sources.slides.map(({ text }) => text.match(/\n/g)?.length ?? 0)).toEqual([0, 15_000, 5000, 0]);
    expect(sources.tables.map(({ text }) => text.length)).toEqual([1, 1_000_000]);
  });

  it("links in a circle are no pictures, and each folder is read once for each of its names", async () => {
    const reads: string[] = [];
    await withFolder(new Map([["slides/10-a.md", ""], ["images/a.png", "1"], ["images/deep/b.png", "2"], ["photos/c.png", "3"]]), async (dir) => {
      for (let index = 0; index < 8; index += 1) await symlink(".", `${dir}/images/l${index}`);
      await symlink("..", `${dir}/images/deep/up`);
      await symlink("../photos", `${dir}/images/linked`);
      const counting = { ...world, readFile: (path: string, root: string, most?: number) => (reads.push(path.slice(dir.length + 1)), world.readFile(path, root, most)) };
      const { images } = await readSources(dir, [], counting, () => undefined);
      expect([...images.keys()].toSorted()).toEqual(["images/a.png", "images/deep/b.png", "images/linked/c.png", "photos/c.png"]);
      expect(images.get("images/linked/c.png")?.hash).toBe(images.get("photos/c.png")?.hash);
    });
    expect(reads.filter((path) => path.endsWith("c.png"))).toEqual(["photos/c.png"]);
  });

  it("too-many-files: a tree of links that multiplies is cut off", async () => {
    const found: string[] = [];
    await withFolder(new Map([["slides/10-a.md", ""], ["l7/a.png", ""]]), async (dir) => {
      for (let level = 0; level < 7; level += 1) {
        await mkdir(`${dir}/l${level}`);
        for (let index = 0; index < 10; index += 1) await symlink(`../l${level + 1}`, `${dir}/l${level}/${index}`);
      }
      await readSources(dir, [], world, ({ code }) => void found.push(code));
    });
    expect(found).toEqual(["too-many-files"]);
  });
});

describe("themes", () => {
  it("the first folder that has a name wins; a folder without theme.yaml is none", async () => {
    const { themes } = await read(
      { "slides/a.md": "", "themes/x/theme.yaml": "own", "themes/y/readme.txt": "", "more/x/theme.yaml": "other", "more/z/theme.yaml": "z", "more/z/theme.css": "css" },
      ["themes", "more", "none"],
    );
    expect([...themes.keys()]).toEqual(["x", "z"]);
    expect(themes.get("x")).toEqual({ name: "x", tokens: { path: "themes/x/theme.yaml", text: "own" }, css: { path: "themes/x/theme.css", text: "" } });
    expect(themes.get("z")?.css).toEqual({ path: "more/z/theme.css", text: "css" });
  });
});

describe("pictures", () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"></svg>';
  const picture = (): ReturnType<typeof sharp> => sharp({ create: { width: 30, height: 20, channels: 3, background: "#446688" } });

  it("are found below the project and measured as they will stand", async () => {
    const { images } = await read({
      "slides/a.md": "",
      "images/a.png": await picture().png().toBuffer(),
      "images/deep/b.jpg": await picture().jpeg().withMetadata({ orientation: 6 }).toBuffer(),
      "c.jpeg": await picture().jpeg().withMetadata({ orientation: 3 }).toBuffer(),
      "d.webp": await picture().webp().toBuffer(),
      "e.avif": await picture().avif().toBuffer(),
      "f.svg": SVG,
      "dist/x.png": await picture().png().toBuffer(),
      "node_modules/x/x.png": await picture().png().toBuffer(),
      ".git/x.png": await picture().png().toBuffer(),
    });
    expect(Object.fromEntries([...images].map(([path, { size }]) => [path, size === null ? null : `${size.format} ${size.width}×${size.height}`]))).toEqual({
      "images/a.png": "png 30×20", "images/deep/b.jpg": "jpeg 20×30", "c.jpeg": "jpeg 30×20", "d.webp": "webp 30×20", "e.avif": "avif 30×20", "f.svg": "svg 40×10",
    });
    expect(images.get("f.svg")?.hash).toBe(createHash("sha256").update(SVG).digest("hex"));
  });

  it("what is no picture has no size", async () => {
    const { images } = await read({ "slides/a.md": "", "a.png": "not a picture", "b.jpg": bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "c.svg": "<svg>", "d.png": "", "e.bmp": bytes("BM", Array.from({ length: 60 }, () => 1)) });
    expect([...images.values()].map(({ size }) => size)).toEqual([null, null, null, null, null]);
  });
});
