/**
 * How much the presentation, as LibreOffice opens it, looks like the deck: each slide beside its page of slides.pdf, with floors for each layout and chart.
 * It is no test: LibreOffice is 84 MB of packages, and brings a font that every browser test would then fall back on. Pictures of both are in `build/likeness/`.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import subsetFont from "subset-font";
import { parse } from "yaml";
import { findCommand } from "../../src/world/system-tools.mjs";

/** Every layout, chart, theme and language is in one of them. */
const DECKS = ["docs/guide/town", "tests/decks/wordings", "tests/decks/lantu", "tests/decks/photos", "tests/decks/blocks", "src/template/county", "src/template/english", "."];
/** Least likeness, a little below what was measured. */
const FLOORS = {
  agenda: 0.97, bullets: 0.92, cards: 0.9, closing: 0.93, columns: 0.9, cover: 0.96, figures: 0.97, photos: 0.88, picture: 0.91, projects: 0.95, quote: 0.85, review: 0.85, section: 0.84, statement: 0.97, table: 0.68,
  timeline: 0.87, units: 0.95, zones: 0.93,
  // Figures stand in a column beside frames, since native bars have no marks across them; a rank has straight lines for steps.
  "chart: progress": 0.5, "chart: target": 0.62, "chart: rank": 0.52, "chart: growth": 0.7, "chart: compare": 0.86, "chart: ranking": 0.77, "chart: structure": 0.78, "chart: trend": 0.88, "chart: share": 0.76,
};
/**
 * LibreOffice draws the labels of a pie around it, so a pie stands in the middle and not at the left. Frames of goals below zero lie on the other side than their bars, where the deck has marks.
 * LibreOffice gives quotation marks their full width, so that words after them stand elsewhere.
 */
const LOWER = { "docs/guide/town 17": 0, "tests/decks/wordings 8": 0.28, ". 36": 0.73 };
/** Pixels of the pictures that are compared, and of those that are looked at. */
const [SMALL, LARGE] = [{ width: 96, height: 54 }, { width: 640, height: 360 }];

function call(command, args, env = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

/** Builds a deck as PDF and as presentation; its slides with their layouts. */
function buildBoth(cli, root, dir, work, index) {
  const out = join(work, `out-${index}`);
  const { sections } = JSON.parse(call(process.execPath, [cli, "build", join(root, dir), "--out", out, "--only", "slides,pptx", "--print-deck"]));
  const own = join(work, `deck-${index}.pptx`);
  cpSync(join(out, readdirSync(out).find((name) => name.endsWith(".pptx"))), own);
  const kinds = sections.flatMap(({ slides }) => slides).map(({ layout, blocks }) => {
    const chart = blocks.find(({ type }) => type === "chart")?.chart;
    return chart === undefined ? layout : `chart: ${chart.type}`;
  });
  return { dir, pdf: join(out, "slides.pdf"), pptx: own, converted: join(work, `deck-${index}.pdf`), kinds };
}

/** LibreOffice takes a face for a Chinese one only when it has all of GB 2312, not the characters of a deck alone. */
const HAN = [[0x20, 0x2ff], [0x2000, 0x27ff], [0x3000, 0x30ff], [0x4e00, 0x9fa5], [0xff00, 0xffef]].map(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join("")).join("");

/** With a face called Arial LibreOffice leaves Han characters out; the text's face stands for it. */
const ARIAL = '<match target="pattern"><test name="family"><string>Arial</string></test><edit name="family" mode="assign" binding="strong"><string>微软雅黑</string></edit></match>';

/** The deck's own faces under the names that offices know, so that shapes are compared and not fonts. */
async function writeFonts(root, work) {
  const folder = join(work, "fonts");
  mkdirSync(folder);
  const rules = [];
  const known = new Set();
  for (const theme of ["shuixiang", "hongqi", "lantu"]) {
    const { office, fonts } = parse(readFileSync(join(root, "themes", theme, "theme.yaml"), "utf8"));
    for (const [role, faces] of [["sans", fonts.sans], ["serif", fonts.serif], ["numeral", fonts.numeral]]) {
      if (known.has(office[role]) || office[role] === "Arial") continue;
      known.add(office[role]);
      const first = faces.filter(({ file }) => file.split("/files/")[0] === faces[0].file.split("/files/")[0]);
      for (const { file, weight, axes } of first.filter((face) => face.weight !== 300)) {
        const name = `${theme}-${role}-${weight}.ttf`;
        writeFileSync(join(folder, name), await subsetFont(readFileSync(join(root, "node_modules", file)), HAN, { targetFormat: "truetype", ...(axes === undefined ? {} : { variationAxes: axes }) }));
        const set = (property, value) => `<edit name="${property}" mode="assign">${value}</edit>`;
        rules.push(`<match target="scan"><test name="file" compare="contains"><string>/${name}</string></test>${set("family", `<string>${office[role]}</string>`)}${set("weight", `<const>${weight >= 600 ? "bold" : "regular"}</const>`)}</match>`);
      }
    }
  }
  const path = join(work, "fonts.conf");
  writeFileSync(path, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>${join(work, "fontcache")}</cachedir>${rules.join("")}${ARIAL}</fontconfig>`);
  return path;
}

function pagesOf(pdf, work, name, { width, height }) {
  const prefix = join(work, name);
  call("pdftoppm", ["-png", "-scale-to-x", `${width}`, "-scale-to-y", `${height}`, pdf, prefix]);
  return readdirSync(work).filter((file) => file.startsWith(`${name}-`) && file.endsWith(".png")).sort().map((file) => join(work, file));
}

/** Light and dark of a picture, without its details: fonts are drawn a little differently everywhere. */
async function greysOf(path) {
  return sharp(path).greyscale().resize(SMALL.width, SMALL.height, { kernel: "linear", fit: "fill" }).blur(1.2).raw().toBuffer();
}

/** Correlation of two pictures: 1 for the same, 0 for nothing in common. A page that is all of one grey is like another such page. */
export function likeness(a, b) {
  const mean = (bytes) => bytes.reduce((sum, byte) => sum + byte, 0) / bytes.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [both, own, other] = [0, 0, 0];
  for (let at = 0; at < a.length; at += 1) {
    both += (a[at] - ma) * (b[at] - mb);
    own += (a[at] - ma) ** 2;
    other += (b[at] - mb) ** 2;
  }
  return own === 0 || other === 0 ? Number(own === other) : both / Math.sqrt(own * other);
}

async function writePairs(pairs, path) {
  const [columns, gap] = [2, 8];
  const tiles = pairs.flatMap((pair, index) => pair.map((input, side) => ({ input, left: ((index % columns) * 2 + side) * (LARGE.width + gap), top: Math.floor(index / columns) * (LARGE.height + gap) })));
  await sharp({ create: { width: columns * 2 * (LARGE.width + gap), height: Math.ceil(pairs.length / columns) * (LARGE.height + gap), channels: 3, background: "#888" } }).composite(tiles).png().toFile(path);
}

/**
 * @param {{ cli: string, root: string, work: string }} place
 * @param {(name: string, unit: string, values: number[], goal?: string) => void} record
 * @returns {Promise<readonly string[]>} What fell below its floor.
 */
export async function benchLikeness({ cli, root, work }, record) {
  const office = process.env.LUDUAN_SOFFICE ?? findCommand("soffice");
  if (office === null) throw new Error("LibreOffice is missing: sudo apt-get install --no-install-recommends libreoffice-impress, or LUDUAN_SOFFICE=/path/to/soffice");
  const decks = DECKS.map((dir, index) => buildBoth(cli, root, dir, work, index));
  const fonts = await writeFonts(root, work);
  // One start for all of them.
  call(office, [`-env:UserInstallation=${pathToFileURL(join(work, "profile")).href}`, "--headless", "--convert-to", "pdf", "--outdir", work, ...decks.map(({ pptx }) => pptx)], { FONTCONFIG_FILE: fonts });
  const pictures = join(root, "build/likeness");
  mkdirSync(pictures, { recursive: true });
  const found = new Map();
  for (const [index, { dir, pdf, converted, kinds }] of decks.entries()) {
    const [pages, slides] = [pagesOf(pdf, work, `page-${index}`, LARGE), pagesOf(converted, work, `slide-${index}`, LARGE)];
    if (pages.length !== kinds.length || slides.length !== kinds.length) throw new Error(`${dir}: ${pages.length} pages, ${slides.length} slides, not ${kinds.length}`);
    for (const [at, kind] of kinds.entries()) {
      const value = likeness(await greysOf(pages[at]), await greysOf(slides[at]));
      found.set(kind, [...(found.get(kind) ?? []), { value, place: `${dir} ${at + 1}` }]);
    }
    await writePairs(pages.map((page, at) => [page, slides[at]]), join(pictures, `${dir === "." ? "sample" : dir.replaceAll("/", "-")}.png`));
  }
  const low = [];
  for (const [kind, all] of [...found].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    record(`likeness of ${kind}`, "", all.map(({ value }) => value), `≥ ${FLOORS[kind]}`);
    const floorOf = (place) => LOWER[place] ?? FLOORS[kind];
    low.push(...all.filter(({ value, place }) => !(value >= floorOf(place))).map(({ value, place }) => `${kind}, ${place}: ${value.toFixed(2)} is below ${floorOf(place)}`));
  }
  return low;
}
