/** Words on photos (V04): the pixels that a hall sees below them decide, through the veil above the photo. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { compilePages } from "../../../src/build.ts";
import { createWorld } from "../../../src/world/node-world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../../support/project.ts";

const world = createWorld({ home: HOME });
afterAll(() => world.close());

/** A photo that is white above and black below, on the left, and the other way round on the right. */
async function quarters(): Promise<Uint8Array> {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="3840" height="2160"><rect width="3840" height="2160" fill="#fff"/><path d="M0 1080h1920v1080H0zM1920 0h1920v1080H1920z"/></svg>';
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

interface Told {
  readonly code: string;
  readonly line: number | undefined;
  readonly ratio: number;
}

/** What a look says of slides with the photo over the whole page, in a theme with these rules. */
async function told(css: string, ...slides: readonly string[]): Promise<readonly Told[]> {
  const files = smallProject({
    "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\ntheme: own\n",
    "slides/10-part.md": `# 工作回顾\n\n${slides.join("\n\n")}\n`, "images/a.jpg": await quarters(), "images/white.jpg": await sharp({ create: { width: 1920, height: 1080, channels: 3, background: "#fff" } }).jpeg().toBuffer(),
    "themes/own/theme.yaml": readFileSync(join(THEMES, "shuixiang/theme.yaml"), "utf8"), "themes/own/theme.css": css,
  });
  const { diagnostics } = await withFolder(files, async (dir) => compilePages(dir, [join(dir, "themes"), THEMES], world));
  return diagnostics.filter(({ rule }) => rule === "V04").map(({ code, span, message }) => ({ code, line: span?.line, ratio: Number(/of only ([\d.]+) : 1/.exec(message.en)?.[1]) }));
}

const slide = (title: string, attributes: string, file = "a.jpg"): string => `## ${title} {variant=full}\n\n![照片](images/${file}){${attributes}}`;
const BARE = ".scrim { opacity: 0 } ";

test("light words on the dark part of a photo are fine, on a light one they are reported", async () => {
  // Twice as wide as the slide, the photo shows its left half: black where the words stand.
  expect(await told(`${BARE}.picture-page .photo img { width: 200%; max-width: none }`, slide("新桥", "treatment=none"))).toEqual([]);
  const [white, ...others] = await told(BARE, slide("新桥", "treatment=none", "white.jpg"));
  expect([others, white?.code, white?.line]).toEqual([[], "words-on-photo", 3]);
  expect(white?.ratio).toBeLessThan(1.2);
});

test("the crop counts: what is not in the frame hides nothing", async () => {
  const tall = ".scrim { opacity: 0 } .photo { background: #000 } .picture-page .photo img { object-fit: cover; width: 960px; height: 1080px }";
  expect((await told(tall, slide("新桥", "focus=左 treatment=none"))).length).toBe(0);
  expect((await told(tall, slide("新桥", "focus=右 treatment=none"))).map(({ code }) => code)).toEqual(["words-on-photo"]);
});

test("the veil counts, in its own strength at each point", async () => {
  const white = slide("新桥", "treatment=none", "white.jpg");
  expect(await told("", white)).toEqual([]);
  const [half] = await told(".scrim { opacity: 0.45 }", white);
  expect(half?.ratio).toBeGreaterThan(1.2);
  expect(half?.ratio).toBeLessThan(4.5);
  // A gradient from left to right: strong enough below the first words only.
  expect((await told(".foot { display: none } .scrim { background: linear-gradient(90deg, var(--deep) 0%, var(--deep) 30%, transparent 40%); opacity: 1 }", white)).length).toBe(0);
  expect((await told(".foot { display: none } .scrim { background: linear-gradient(to left, var(--deep) 0px, transparent 50%); opacity: 1 }", white)).map(({ code }) => code)).toEqual(["words-on-photo"]);
});

test("a gradient without a photo is measured as well", async () => {
  expect(await told(".ground-paper .title { background: linear-gradient(168deg, #123 0%, #345 100%); color: #fff }", "## 新桥\n\n- 通车")).toEqual([]);
  expect((await told(".slide .panel { background: linear-gradient(#fff, #eee) }", "## 新桥\n\n- 通车了，两岸相连")).map(({ code }) => code)).toEqual(["low-contrast"]);
});
