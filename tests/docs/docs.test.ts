/** The documents are true: examples compile, quoted messages are real, every key is named, every link leads somewhere. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { LAYOUTS } from "../../src/model/deck.ts";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";
import { fencedBlocks, findInDecks, GUIDE, guideDecks, HOME, relativeLinks } from "./guide.mjs";

const GUIDE_TEXT = readText("README.zh-CN.md");
const README_TEXT = readText("README.md");
const AUTHORING_TEXT = readText("docs/authoring.md");
const EXAMPLES = fencedBlocks(GUIDE_TEXT).filter(({ language }) => ["markdown", "yaml", "csv"].includes(language));

function readText(path: string): string {
  return readFileSync(join(HOME, path), "utf8");
}

/** Files of a project by path, without the results of a build. */
function readProject(dir: string): Map<string, string> {
  const files = ["slides", "data"].flatMap((folder) => readdirSync(join(dir, folder)).map((name) => `${folder}/${name}`));
  return new Map(files.map((path) => [path, readFileSync(join(dir, path), "utf8")]));
}

async function messagesOf(files: ReadonlyMap<string, string | Uint8Array>, lang: "zh" | "en"): Promise<string> {
  const { diagnostics, sources } = await withFolder(files, compileFolder);
  return formatDiagnostics(diagnostics, sources, { lang, colour: false });
}

describe("examples", () => {
  it.each(guideDecks())("the guide's deck %s compiles without a complaint", async (name) => {
    const { diagnostics, deck } = await compileFolder(join(GUIDE, name));
    expect(diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(deck?.slides.length).toBeGreaterThan(1);
  });

  it("every example of the guide stands in one of its decks", () => {
    const lost = EXAMPLES.filter(({ text }) => findInDecks(text) === null).map(({ line, text }) => `README.zh-CN.md:${line}: ${text.split("\n")[0]}`);
    expect(lost).toEqual([]);
    expect(EXAMPLES.length).toBeGreaterThan(30);
  });

  it("every layout and chart type has an example and a picture", () => {
    const pictured = EXAMPLES.filter(({ image }) => image !== null).map(({ text }) => text);
    const shown = (pattern: RegExp): boolean => pictured.some((text) => pattern.test(text));
    const unseen = LAYOUTS.filter((layout) => !shown(layout === "section" ? /^# /m : new RegExp(`layout=${layout}\\b`)));
    expect(unseen).toEqual([]);
    expect(chartTypes.filter((type) => !shown(new RegExp(`^type: ${type}$`, "m")))).toEqual([]);
  });

  it("the README's ten lines compile with the sample's data", async () => {
    const [example] = fencedBlocks(README_TEXT).filter(({ language }) => language === "markdown");
    const files = new Map([...readProject(HOME)].filter(([path]) => !path.endsWith(".md")));
    const { diagnostics } = await withFolder(files.set("slides/10-part.md", example?.text ?? ""), compileFolder);
    expect(diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
  });
});

describe("what the documents say", () => {
  it("the guide's references show what its table says", async () => {
    const rows = GUIDE_TEXT.split("\n").filter((line) => /^\| `\{\{[^|]*\|[^|]*\| `/.test(line));
    const pairs = rows.flatMap((row) => {
      const [, one = "", shown = "", other = "", more = ""] = row.split("|").map((cell) => cell.trim());
      return [[one, shown], [other, more]] as const;
    });
    const told = pairs.flatMap(([written, shown]) => [...written.matchAll(/\{\{.*?\}\}/g)].map(([reference]) => ({ reference, shown })));
    expect(told.length).toBeGreaterThan(9);
    const files = new Map([...readProject(join(GUIDE, "town"))].filter(([path]) => !path.endsWith(".md")));
    files.set("slides/10-part.md", told.map(({ reference }) => `## 页\n\n${reference}\n`).join("\n"));
    const { model, diagnostics } = await withFolder(files, compileFolder);
    expect(diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
    const slides = model?.sections.flatMap((section) => section.slides) ?? [];
    expect(slides.map(({ blocks }) => blocks[0]?.type === "paragraph" && blocks[0].inlines[0]?.type === "figure" && blocks[0].inlines[0].text)).toEqual(told.map(({ shown }) => shown));
  });

  it("the guide quotes a message as it is printed", async () => {
    const [quoted] = fencedBlocks(GUIDE_TEXT).filter(({ language, text }) => language === "text" && text.includes("错误"));
    const files = readProject(join(GUIDE, "town"));
    files.set("slides/20-figures.md", (files.get("slides/20-figures.md") ?? "").replace("hero: gdp", "hero: gpd"));
    // Their pictures are no text.
    for (const name of ["10-review", "30-plan"]) files.delete(`slides/${name}.md`);
    expect((await messagesOf(files, "zh")).trim()).toBe(quoted?.text.trim());
  });

  it("the README quotes a message as it is printed", async () => {
    const [quoted] = fencedBlocks(README_TEXT).filter(({ text }) => text.includes("hint:"));
    const [, path = "", line = "", wrong = ""] = /^(\S+?):(\d+):[^\n]*\n[^\n]*\n[^\n]*\| ([^\n]*)/.exec(quoted?.text ?? "") ?? [];
    const files = new Map([...readProject(HOME)].filter(([name]) => !name.endsWith(".md")));
    files.set(path, `## Growth${"\n".repeat(Number(line) - 3)}\`\`\`chart\ntype: growth\n${wrong}\n\`\`\`\n`);
    expect(await messagesOf(files, "en")).toContain(quoted?.text.trim());
  });

  it.each([["README.zh-CN.md", GUIDE_TEXT], ["docs/authoring.md", AUTHORING_TEXT]])("%s names every key that is taken", async (_, text) => {
    const unnamed: string[] = [];
    for (const [where, keys] of await knownKeys()) {
      unnamed.push(...keys.filter((key) => !new RegExp(`[\`\\s{]${key}[\`:]`).test(text)).map((key) => `${where}: ${key}`));
    }
    expect(unnamed).toEqual([]);
  });
});

const chartTypes = ["growth", "trend", "target", "progress", "share", "compare", "rank", "ranking", "structure"];

/** The keys of settings, front matter and blocks, as the diagnostic for an unknown key lists them. */
async function knownKeys(): Promise<Map<string, string[]>> {
  const ask = async (files: Record<string, string>): Promise<string[]> => {
    const { diagnostics } = await withFolder(smallProject(files), compileFolder);
    const hint = diagnostics.find(({ code }) => code === "unknown-key")?.hint?.en ?? "";
    return (/keys: (.*)$/i.exec(hint)?.[1] ?? "").replace(/\.$/, "").split(", ").filter((key) => key !== "");
  };
  const fence = (language: string, yaml: string): Record<string, string> => ({ "slides/10-part.md": `## 页\n\n\`\`\`${language}\n${yaml}\n\`\`\`\n` });
  const known = new Map<string, string[]>();
  known.set("deck.yaml", await ask({ "slides/deck.yaml": "title: 报告\norganisation: 某镇\nperiod: 2021\nzzzzzzzz: 1\n" }));
  known.set("stage", await ask({ "slides/deck.yaml": "title: 报告\norganisation: 某镇\nperiod: 2021\nstage: { zzzzzzzz: 1 }\n" }));
  known.set("kiosk", await ask({ "slides/deck.yaml": "title: 报告\norganisation: 某镇\nperiod: 2021\nkiosk: { zzzzzzzz: 1 }\n" }));
  known.set("front matter", await ask({ "slides/10-part.md": "---\nzzzzzzzz: 1\n---\n## 页\n" }));
  for (const type of chartTypes) known.set(`chart ${type}`, await ask(fence("chart", `type: ${type}\nzzzzzzzz: 1`)));
  for (const block of ["figures", "targets", "indicators", "zones", "projects", "photos", "review", "timeline"]) known.set(block, await ask(fence(block, "zzzzzzzz: 1")));
  known.set("zone", await ask(fence("zones", "zones:\n  - name: 西\n    zzzzzzzz: 1")));
  known.set("group", await ask(fence("projects", "groups:\n  - status: 建设\n    zzzzzzzz: 1")));
  known.set("entry", await ask(fence("timeline", "entries:\n  - when: 今\n    title: 事\n    zzzzzzzz: 1")));
  for (const [where, keys] of known) expect(keys, where).not.toEqual([]);
  return known;
}

const DOCUMENTS = [...readdirSync(HOME), ...readdirSync(join(HOME, "docs")).map((name) => `docs/${name}`)].filter((name) => name.endsWith(".md"));

/** Headings as they appear in addresses: lower case, spaces as hyphens, no punctuation. */
function anchorsOf(text: string): Set<string> {
  const bare = text.replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1\s*$/gm, "");
  const titles = [...bare.matchAll(/^#{1,6} (.*)$/gm)].map((match) => match[1] ?? "");
  return new Set(titles.map((title) => title.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").trim().replaceAll(" ", "-")));
}

describe("links and pictures", () => {
  it.each(DOCUMENTS)("%s leads nowhere wrong", (path) => {
    const text = readText(path);
    const dead = relativeLinks(text).filter((address) => {
      const [file = "", anchor] = address.split("#");
      const target = file === "" ? path : join(dirname(path), decodeURIComponent(file));
      if (!existsSync(join(HOME, target))) return true;
      return anchor !== undefined && !anchorsOf(readText(target)).has(decodeURIComponent(anchor));
    });
    expect(dead).toEqual([]);
  });

  it("pictures are small, and each is shown somewhere", () => {
    const names = readdirSync(join(HOME, "docs/images"));
    const all = DOCUMENTS.map(readText).join("\n");
    expect(names.filter((name) => statSync(join(HOME, "docs/images", name)).size > 80_000)).toEqual([]);
    expect(names.filter((name) => !all.includes(`images/${name}`))).toEqual([]);
  });
});
