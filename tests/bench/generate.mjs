/** Writes a made-up Chinese deck of any number of slides: text, notes and a figure reference on each, a chart on every tenth. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const TOPICS = ["产业升级", "城乡建设", "生态治理", "民生服务", "交通路网", "文化旅游", "安全生产", "基层治理"];
const PHRASES = ["规划先行", "项目落地", "提质增效", "环境整治", "长效管理", "服务到家", "补齐短板", "协同发展"];
const SENTENCES = [
  "坚持稳中求进，把重点工作一件一件抓到底，把群众关心的事一桩一桩办好。",
  "围绕年度目标，明确责任，倒排工期，确保各项任务按时完成。",
  "统筹发展和安全，守住底线，持续提升治理能力和服务水平。",
];

/** A deterministic sequence, so that every run measures the same text. */
function sequence(seed) {
  let state = seed;
  return (length) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % length;
  };
}

export async function generateDeck(dir, slides, title = "工作报告") {
  await mkdir(join(dir, "slides"), { recursive: true });
  await mkdir(join(dir, "data"), { recursive: true });
  const pick = sequence(slides + 7);
  const count = 40;
  const indicators = Array.from({ length: count }, (_, i) => `m${i},指标${i + 1},亿元,flow`);
  const observations = Array.from({ length: count }, (_, i) => `m${i},2021,${100 + pick(900)}.${pick(10)},${1 + pick(14)}.${pick(10)}%`);
  await writeFile(join(dir, "data/indicators.csv"), `id,name,unit,kind\n${indicators.join("\n")}\n`);
  await writeFile(join(dir, "data/observations.csv"), `indicator,period,value,growth\n${observations.join("\n")}\n`);
  await writeFile(join(dir, "slides/deck.yaml"), `title: ${title}\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n`);
  let file = "";
  let section = 0;
  for (let page = 1; page <= slides; page += 1) {
    if (page % 30 === 1) {
      if (file !== "") await writeFile(join(dir, `slides/${String(section).padStart(3, "0")}-part.md`.replace("part", `part${section}`)), file);
      section += 1;
      file = `# 第${section}部分工作\n\n备注：\n${SENTENCES[pick(3)]}\n\n`;
      continue;
    }
    file += page % 10 === 0 ? chartSlide(pick, count) : listSlide(pick, count);
  }
  await writeFile(join(dir, `slides/${String(section).padStart(3, "0")}-part${section}.md`), file);
}

/** A deck of many figures: ten on each slide, half typed and half by reference, with three years of each indicator. */
export async function generateFigures(dir, slides) {
  await mkdir(join(dir, "slides"), { recursive: true });
  await mkdir(join(dir, "data"), { recursive: true });
  const count = 40;
  const level = (i) => `${100 + i}.1`;
  const rate = (i) => `${1 + (i % 14)}.${i % 10}%`;
  const indexes = Array.from({ length: count }, (_, i) => i);
  const observations = indexes.flatMap((i) => [2019, 2020, 2021].map((year) => `m${i},${year},${level(i)},${rate(i)}`));
  await writeFile(join(dir, "data/indicators.csv"), `id,name,unit,kind,basis\n${indexes.map((i) => `m${i},指标${i + 1},亿元,flow,constant`).join("\n")}\n`);
  await writeFile(join(dir, "data/observations.csv"), `indicator,period,value,growth\n${observations.join("\n")}\n`);
  await writeFile(join(dir, "slides/deck.yaml"), "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n");
  const pick = sequence(slides + 11);
  const tell = (i, typed) => (typed ? `指标${i + 1}完成${level(i)}亿元，同比增长${rate(i)}。` : `{{m${i}.name}}完成{{m${i}}}，同比增长{{m${i}.growth}}。`);
  for (let from = 0; from < slides; from += 30) {
    const pages = Array.from({ length: Math.min(30, slides - from) }, () => {
      const figures = Array.from({ length: 5 }, (_, k) => tell(pick(count), k % 2 === 1)).join("");
      return `## ${TOPICS[pick(8)]}${PHRASES[pick(8)]}\n\n- ${PHRASES[pick(8)]}\n\n备注：\n${figures}${SENTENCES[pick(3)]}\n`;
    });
    const name = String(from / 30 + 1).padStart(3, "0");
    await writeFile(join(dir, `slides/${name}-part${from / 30 + 1}.md`), `# 第${from / 30 + 1}部分工作\n\n${pages.join("\n")}`);
  }
}

function chartSlide(pick, count) {
  const start = pick(count - 6);
  const ids = Array.from({ length: 5 }, (_, i) => `m${start + i}`);
  return `## ${TOPICS[pick(8)]}指标增速\n\n\`\`\`chart\ntype: growth\nindicators: [${ids.join(", ")}]\nhighlight: ${ids[0]}\n\`\`\`\n\n备注：\n${SENTENCES[pick(3)]}\n\n`;
}

function listSlide(pick, count) {
  const id = `m${pick(count)}`;
  const items = Array.from({ length: 3 }, () => `- **${TOPICS[pick(8)]}** ${PHRASES[pick(8)]}`).join("\n");
  return `## ${TOPICS[pick(8)]}${PHRASES[pick(8)]}\n\n${items}\n\n备注：\n{{${id}.name}}完成{{${id}}}，同比增长{{${id}.growth}}。${SENTENCES[pick(3)]}${SENTENCES[pick(3)]}\n\n`;
}

/** A small deck over a table of 300,000 observations: 500 indicators, 50 areas, 12 years; as CSV or as a workbook. */
export async function generateTable(dir, kind) {
  await mkdir(join(dir, "slides"), { recursive: true });
  await mkdir(join(dir, "data"), { recursive: true });
  await writeFile(join(dir, "slides/deck.yaml"), "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n");
  await writeFile(join(dir, "slides/10-part.md"), "# 回顾\n\n## 指标\n\n- 全年{{m0}}\n");
  const ids = Array.from({ length: 500 }, (_, i) => `m${i}`);
  await writeFile(join(dir, "data/indicators.csv"), `id,name,unit,kind,basis\n${ids.map((id, i) => `${id},指标${i + 1},亿元,flow,constant`).join("\n")}\n`);
  const rows = ids.flatMap((id, i) => Array.from({ length: 600 }, (_, k) => [id, 2010 + (k % 12), k < 12 ? null : `区${Math.floor(k / 12)}`, 100 + ((i * 7 + k) % 97) / 10, ((i + k) % 200) / 1000]));
  if (kind === "csv") {
    const text = rows.map(([id, year, area, value, growth]) => `${id},${year},${area ?? ""},${value.toFixed(1)},${(growth * 100).toFixed(1)}%`).join("\n");
    await writeFile(join(dir, "data/observations.csv"), `indicator,period,area,value,growth\n${text}\n`);
    return;
  }
  const { writeXlsx } = await import("hucre/xlsx");
  const columns = [{}, {}, {}, { numFmt: "0.0" }, { numFmt: "0.0%" }];
  await writeFile(join(dir, "data/report.xlsx"), await writeXlsx({ sheets: [{ name: "observations", columns, rows: [["indicator", "period", "area", "value", "growth"], ...rows] }] }));
}

/** Photos of 20 megapixels with camera grain, each different: landscape, portrait, and landscape with the camera's mark that it was turned. */
export async function generatePhotos(dir, photos) {
  const { default: sharp } = await import("sharp");
  for (const folder of ["slides", "data", "images"]) await mkdir(join(dir, folder), { recursive: true });
  await writeFile(join(dir, "slides/deck.yaml"), "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n");
  await writeFile(join(dir, "data/indicators.csv"), "id,name,unit,kind\nm0,指标1,亿元,flow\n");
  await writeFile(join(dir, "data/observations.csv"), "indicator,period,value\nm0,2021,148\n");
  const pick = sequence(photos + 13);
  let file = "# 走进测试镇\n\n";
  for (let index = 0; index < photos; index += 1) {
    const [width, height] = index % 3 === 1 ? [912, 1368] : [1368, 912];
    const noise = (scale, sigma) => ({ create: { width: width / scale, height: height / scale, channels: 3, background: "grey", noise: { type: "gaussian", mean: 128, sigma } } });
    // Large shapes, overlaid with detail as fine as leaves and faces in a photo.
    const shapes = await sharp(noise(19, 70)).resize(width, height, { kernel: "cubic" }).png().toBuffer();
    const fine = await sharp(noise(1, 30)).png().toBuffer();
    const scene = await sharp(shapes).composite([{ input: fine, blend: "soft-light" }]).png().toBuffer();
    const taken = sharp(scene).resize(width * 4, height * 4).withMetadata(index % 3 === 2 ? { orientation: 6 } : {});
    await writeFile(join(dir, `images/photo-${index + 1}.jpg`), await taken.jpeg({ quality: 90 }).toBuffer());
    file += `## ${TOPICS[pick(8)]}${PHRASES[pick(8)]} {layout=picture}\n\n![${TOPICS[pick(8)]}](images/photo-${index + 1}.jpg)\n\n- ${PHRASES[pick(8)]}\n\n备注：\n${SENTENCES[pick(3)]}\n\n`;
  }
  await writeFile(join(dir, "slides/10-part.md"), file);
}
