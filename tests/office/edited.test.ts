/** A presentation that somebody has edited: what differs is told with its slide, its shape and its place in the source. */
import { expect, it } from "vitest";
import { unzipSync, zipSync, type Zippable } from "fflate";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { findEdits } from "../../src/outputs/edited-presentation.ts";
import { writePptx } from "../../src/office/pptx/write-pptx.ts";
import { smallProject, withFolder } from "../support/project.ts";
import { compileStaged } from "./decks.ts";

const SLIDES = "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}}\n\n备注：\n全年完成{{gdp.name}}{{gdp}}。\n\n## 重点工作\n\n- 修桥\n- 种树\n";

/** What is told after some words of the file's parts are replaced. */
async function editsAfter(edit: (files: Record<string, Uint8Array>) => void): Promise<readonly Diagnostic[]> {
  return withFolder(smallProject({ "slides/10-part.md": SLIDES }), async (dir) => {
    const { model, deck, theme } = await compileStaged(dir);
    const faults: Diagnostic[] = [];
    const bytes = writePptx({ deck: model!, rendered: deck!, theme: theme!, notes: true, pictureOf: () => null }, "a.pptx", (fault) => void faults.push(fault));
    expect(faults).toEqual([]);
    const files = unzipSync(bytes);
    edit(files);
    return findEdits({ deck: deck!, model: model!, theme: theme! }, "a.pptx", zipSync(files as Zippable));
  });
}

/** Replaces words in every slide and note. */
function replace(files: Record<string, Uint8Array>, before: string, after: string): void {
  for (const [name, bytes] of Object.entries(files)) {
    if (/slides\/(?:slide|notesSlide)\d+\.xml$/i.test(name)) files[name] = new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(before, after));
  }
}

it("tells nothing of a file as it was built", async () => {
  expect(await editsAfter(() => undefined)).toEqual([]);
});

it("tells a changed figure at its row, on the slide and in the notes", async () => {
  const told = await editsAfter((files) => replace(files, "148亿元", "149亿元"));
  expect(told.map(({ code, span }) => [code, span?.file, span?.line])).toEqual([["pptx-differs", "data/observations.csv", 2], ["pptx-differs", "data/observations.csv", 2]]);
  expect(told[0]!.message.zh).toContain("第 2 页");
  expect(told[0]!.message.zh).toContain("149亿元");
  expect(told[1]!.message.zh).toContain("备注");
});

it("tells changed words at their slide", async () => {
  const [told, ...more] = await editsAfter((files) => replace(files, "修桥", "修两座桥"));
  expect(more).toEqual([]);
  expect([told!.code, told!.span?.file, told!.span?.line]).toEqual(["pptx-differs", "slides/10-part.md", 10]);
  expect(told!.message.en).toContain('"修两座桥" where the source has "修桥"');
});

it("tells slides that are gone", async () => {
  const told = await editsAfter((files) => {
    const name = "ppt/presentation.xml";
    files[name] = new TextEncoder().encode(new TextDecoder().decode(files[name]).replace(/<p:sldId [^>]*r:id="rId9"\/>/, ""));
  });
  expect(told.map(({ code }) => code)).toEqual(["pptx-slide-gone"]);
});

it("tells slides that were added", async () => {
  const told = await editsAfter((files) => {
    const name = "ppt/presentation.xml";
    files[name] = new TextEncoder().encode(new TextDecoder().decode(files[name]).replace("</p:sldIdLst>", '<p:sldId id="999" r:id="rId9"/></p:sldIdLst>'));
  });
  expect(told.map(({ code }) => code)).toEqual(["pptx-slide-added"]);
});

it("says why a file cannot be read", async () => {
  const container = (stream: string): Uint8Array => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.alloc(508), ...Buffer.from(stream, "utf16le")]);
  const whole = zipSync({ "ppt/presentation.xml": new TextEncoder().encode("<p:presentation/>") });
  await withFolder(smallProject({}), async (dir) => {
    const { model, deck, theme } = await compileStaged(dir);
    const reasons = ([
      [new Uint8Array(0), "no .pptx"], [new TextEncoder().encode("text"), "no .pptx"], [zipSync({ "word/document.xml": new Uint8Array(3) }), "no .pptx"],
      [new TextEncoder().encode("PK\u0003\u0004 no archive"), "damaged"], [whole.subarray(0, whole.length - 30), "damaged"], [zipSync({ "ppt/presentation.xml": new TextEncoder().encode("<p:presentation>") }), "damaged"],
      [container("EncryptedPackage"), "password"], [container("PowerPoint Document"), "old format"],
      // Its directory says that a part has 4 GB.
      [whole.map((byte, at) => (at >= whole.length - 22 - 46 - 20 + 24 && at < whole.length - 22 - 46 - 20 + 28 ? 0xee : byte)), "too much"],
    ] as const).map(([bytes, reason]) => [findEdits({ deck: deck!, model: model!, theme: theme! }, "a.pptx", bytes), reason] as const);
    for (const [told, reason] of reasons) {
      expect(told.map(({ code }) => code)).toEqual(["pptx-unreadable"]);
      expect(told[0]!.message.en).toContain(reason);
    }
  });
});
