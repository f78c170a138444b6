/** Golden decks: the rendered slides, notes and diagnostics of slides/ and data/ must come out as expected. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "vitest";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import type { RenderedSlide } from "../../src/render/rendered.ts";
import { expectGolden } from "../support/golden.ts";
import { compileFolder } from "../support/project.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const GUIDE = fileURLToPath(new URL("../../docs/guide/", import.meta.url));
const BEGINNINGS = fileURLToPath(new URL("../../src/template/", import.meta.url));
const foldersIn = (dir: string): string[] => readdirSync(dir).filter((name) => statSync(join(dir, name)).isDirectory());
/** Name, project and folder of its goldens: the decks of this folder, the guide's own, and what `luduan new` makes. */
const decks = [
  ...foldersIn(HERE).filter((name) => !["guide", "new"].includes(name)).map((name) => [name, join(HERE, name), join(HERE, name, "expected")] as const),
  ...foldersIn(GUIDE).map((name) => [`guide/${name}`, join(GUIDE, name), join(HERE, "guide", name, "expected")] as const),
  ...foldersIn(BEGINNINGS).map((name) => [`new/${name}`, join(BEGINNINGS, name), join(HERE, "new", name, "expected")] as const),
];

/** Puts one tag on a line, so that a change shows as a small difference. */
function readable(html: string): string {
  return html.replaceAll(/>\s*</g, ">\n<");
}

function page(slide: RenderedSlide): string {
  const facts = `<!-- ${slide.page} ${slide.id}: ${slide.title}; ${slide.steps} steps, ${slide.seconds} s -->`;
  return `${facts}\n${readable(slide.html)}\n${slide.notes === "" ? "" : `<!-- notes -->\n${readable(slide.notes)}\n`}`;
}

describe("golden decks", () => {
  it.each(decks)("%s", async (_name, dir, expected) => {
    const compiled = await compileFolder(dir);
    expectGolden(join(expected, "slides.html"), (compiled.deck?.slides ?? []).map(page).join("\n"));
    expectGolden(join(expected, "diagnostics.txt"), formatDiagnostics(compiled.diagnostics, compiled.sources, { lang: "en", colour: false }));
  });
});
