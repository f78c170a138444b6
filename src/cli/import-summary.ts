/** What an import tells on a terminal: ten lines. */
import type { Imported } from "../import.ts";
import type { Updated } from "../update.ts";

/** Lines of changes that are listed one by one; the review and `luduan diff` have all. */
const MOST_LISTED = 40;
/** Characters of a paragraph that a list quotes. */
const QUOTED = 30;

/** What an update changed, and what it did not touch: nothing that a person wrote goes without a line. */
export function updateSummary({ changed, added, removed, kept, unplaced, rows }: NonNullable<Updated["told"]>, dir: string, luduan: string, lang: "zh" | "en"): string {
  const quote = (text: string): string => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);
  const zh = lang === "zh";
  const list = (lines: readonly string[]): string[] => [...lines.slice(0, MOST_LISTED).map((line) => `    ${line}`), ...(lines.length > MOST_LISTED ? [`    … ${lines.length - MOST_LISTED}`] : [])];
  const lines = [
    zh ? `已更新：${dir}` : `Brought up to date: ${dir}`,
    zh ? `  讲稿：改写 ${changed.length} 段，新增 ${added.length} 段，删去 ${removed.length} 段；自己写的 ${kept.length} 段保留` : `  spoken text: ${changed.length} paragraphs changed, ${added.length} added, ${removed.length} taken away; ${kept.length} of your own kept`,
    ...list(removed.map((text) => (zh ? `删去：${quote(text)}` : `taken away: ${quote(text)}`))),
    ...list(kept.map((text) => (zh ? `保留（新稿里没有）：${quote(text)}` : `kept (not in the document): ${quote(text)}`))),
    zh ? `  表格：${rows.length} 行` : `  tables: ${rows.length} rows`,
    ...list(rows.map(({ name, before, now }) => (before === "" ? `${name}: + ${now}` : `${name}: ${before} → ${now}`))),
    ...(unplaced.length === 0 ? [] : [zh ? `  没有放下的段落（文件里的第几段）：${unplaced.join("、")}` : `  paragraphs without a place (their numbers in the document): ${unplaced.join(", ")}`]),
    zh ? `页面没有改动。数字的变化：${luduan} diff` : `No slide was changed. What changed of the figures: ${luduan} diff`,
  ];
  return `${lines.join("\n")}\n`;
}

export function importSummary({ review, understanding, deck, diagnostics }: Imported, dir: string, luduan: string, lang: "zh" | "en"): string {
  const { decisions, replacements } = review;
  const slides = deck?.sections.reduce((sum, section) => sum + section.slides.length, 0) ?? 0;
  const count = (type: string, certainty: string): number => decisions.filter((one) => one.type === type && one.certainty === certainty).length;
  const headings = review.paragraphs.filter(({ heading }) => heading !== null).length;
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  const references = [...understanding.references.values()].reduce((sum, { length }) => sum + length, 0);
  const characters = review.paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const organisation = review.organisation === "" ? null : review.organisation;
  const lines =
    lang === "zh"
      ? [
          `已建立草稿：${dir}`,
          `  ${review.title || "（没有标题）"}，${organisation ?? "报告单位没有写明，请在 slides/deck.yaml 里填上"}，${review.period}年${review.plan === "" ? "" : `，计划${review.plan}年`}`,
          `  ${review.paragraphs.length} 段 ${characters} 字，一字不差地成为讲稿；标题 ${headings} 个，页面 ${slides} 页`,
          `  指标数 ${count("figure", "sure")} 个写进表格，文中 ${references} 处改成引用；拿不准的 ${count("figure", "unsure")} 个留在文字里`,
          `  目标 ${count("target", "sure")} 项写进表格，拿不准的 ${count("target", "unsure")} 项；项目 ${count("project", "sure")} 个，拿不准的 ${count("project", "unsure")} 个；用语 ${count("term", "sure")} 条`,
          `  其他数 ${count("count", "unsure")} 处（计数等），都留在文字里`,
          ...(replacements.length === 0 ? [] : [`  ${replacements.length} 处看不见的或冒充的字符没有带进来`]),
          `  核对后有 ${warnings} 条警告，可用 ${luduan} check "${dir}" 查看`,
          `先看：${dir}/${review.lang === "en" ? "import-review" : "导入核对"}.html，拿不准的排在前面；`,
          `再用 ${luduan} dev "${dir}" --open 边看边改，${luduan} build "${dir}" 生成`,
        ]
      : [
          `Made a draft: ${dir}`,
          `  ${review.title || "(no title)"}, ${organisation ?? "who reports is not said: fill it in in slides/deck.yaml"}, ${review.period}${review.plan === "" ? "" : `, plan for ${review.plan}`}`,
          `  ${review.paragraphs.length} paragraphs, ${characters} characters, spoken to the letter; headings ${headings}, slides ${slides}`,
          `  indicator figures in tables ${count("figure", "sure")}, references in the text ${references}; not certain and left as text ${count("figure", "unsure")}`,
          `  targets in tables ${count("target", "sure")}, not certain ${count("target", "unsure")}; projects ${count("project", "sure")}, not certain ${count("project", "unsure")}; terms ${count("term", "sure")}`,
          `  other numbers (counts and the like), all left as text: ${count("count", "unsure")}`,
          ...(replacements.length === 0 ? [] : [`  hidden or disguised characters left out: ${replacements.length}`]),
          `  the check has ${warnings} warnings: ${luduan} check "${dir}" shows them`,
          `Look first at ${dir}/${review.lang === "en" ? "import-review" : "导入核对"}.html, the doubtful first;`,
          `then ${luduan} dev "${dir}" --open to look and edit, ${luduan} build "${dir}" to build`,
        ];
  return `${lines.join("\n")}\n`;
}
