/** Slides that are kept for questions: after all others, counted by themselves, in no loop and in no booklet. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Compiled } from "../../src/build.ts";
import { outlineBooklet } from "../../src/render/booklet/outline.ts";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

let compiled: Compiled;
beforeAll(async () => {
  compiled = await compileFolder(fileURLToPath(new URL("../decks/backup/", import.meta.url)));
});

describe("backup slides", () => {
  it("come last, in the order of their files, a single one as well as a whole file", () => {
    const { sections = [], slides = [] } = compiled.deck ?? {};
    expect(slides.map(({ id }) => id)).toEqual(["cover-1", "review-1", "review-2", "closing-1", "roads", "questions-1", "questions-2"]);
    expect(sections.map(({ id, number, minutes, backup }) => [id, number, minutes, backup])).toEqual([
      ["cover", null, null, false], ["review", 1, 5, false], ["closing", null, null, false], ["review.backup", null, null, true], ["questions", null, null, true],
    ]);
  });

  it("are not counted: their foot says which of them it is", () => {
    const feet = compiled.deck?.slides.map(({ html }) => /<p class="foot-page">(.*?)<\/p>/.exec(html)?.[1]?.replaceAll(/<.*?>/g, "") ?? "");
    expect(feet).toContain("3 / 4");
    expect(feet?.slice(-3)).toContain("备用1");
    expect(compiled.deck?.slides.map(({ html }) => html.includes("data-backup"))).toEqual([false, false, false, false, true, true, true]);
  });

  it("are not in the loop and not in the booklet", () => {
    expect(compiled.deck?.slides.filter(({ seconds }) => seconds > 0).map(({ id }) => id)).toEqual(["cover-1", "review-1", "review-2", "closing-1"]);
    const spoken = JSON.stringify(outlineBooklet(compiled.model!));
    expect(spoken).toContain("路通了");
    expect(spoken).not.toContain("有人问起");
  });

  it("cannot be all there is on a screen, and a divider is not one by itself", async () => {
    const codes = async (text: string): Promise<readonly string[]> => (await withFolder(smallProject({ "slides/10-part.md": text }), compileFolder)).diagnostics.map(({ code }) => code);
    expect(await codes("---\nbackup: true\n---\n# 回顾\n\n## 指标\n\n- 概要\n")).toContain("empty-kiosk");
    expect(await codes("# 回顾 {.backup}\n\n## 指标\n\n- 概要\n")).toContain("unknown-class");
  });
});
