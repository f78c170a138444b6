/** Faults of a presentation that is read back, and what differs in one that somebody has edited. */
import type { Span } from "../../model/span.ts";
import { error, warning, type Diagnostic, type Text } from "../diagnostic.ts";

const NOTHING_WRITTEN = { zh: "没有写出任何文件。请把 luduan --version 和这份报告发给维护者。", en: "nothing was written; please send the maintainers `luduan --version` and this report" };

function shorten(text: string): string {
  const characters = [...text.replaceAll(/\s+/gu, " ").trim()];
  return characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : characters.join("");
}

/** V11: PowerPoint might repair the file, or not open it; `detail` names the part. */
export const pptxNotWhole = (file: string, detail: string): Diagnostic =>
  error("pptx-not-whole", null, { zh: `${file} 写成后核对不过：${detail}`, en: `${file} does not read back whole: ${detail}` }, { rule: "V11", hint: NOTHING_WRITTEN });

/** V11: words of the slide or of its notes are not in the file. */
export const pptxTextLost = (file: string, span: Span, page: number, text: string): Diagnostic =>
  error("pptx-text-lost", span, { zh: `${file} 第 ${page} 页少了原文里的字：“${shorten(text)}”。`, en: `Text is missing from slide ${page} of ${file}: "${shorten(text)}".` }, { rule: "V11", hint: NOTHING_WRITTEN });

/** Why a file is not read: encrypted; of the time before .pptx; something else; broken; with too much in it. */
export type PptxFault = "protected" | "old" | "other" | "damaged" | "too-large";

const SAVE_AGAIN: Text = { zh: "在 PowerPoint 或 WPS 里打开，另存为 .pptx 后再试；只改文件名不行。", en: "open it in PowerPoint or WPS and save it as .pptx; renaming is not enough" };

const FAULTS: Readonly<Record<PptxFault, readonly [why: Text, hint: Text]>> = {
  protected: [{ zh: "设了打开密码", en: "it is protected by a password" }, { zh: "在 PowerPoint 或 WPS 里去掉打开密码，再保存。", en: "take the password off in PowerPoint or WPS and save it again" }],
  old: [{ zh: "这是旧格式（.ppt、.dps）", en: "it has the old format (.ppt, .dps)" }, SAVE_AGAIN],
  other: [{ zh: "这不是 .pptx 演示文稿", en: "it is no .pptx presentation" }, SAVE_AGAIN],
  damaged: [{ zh: "文件已损坏或没有传完", en: "it is damaged or incomplete" }, SAVE_AGAIN],
  "too-large": [{ zh: "展开后太大", en: "it unpacks to too much" }, { zh: "请确认这是从本项目生成的演示。", en: "make sure that it was made from this project" }],
};

export const pptxUnreadable = (file: string, fault: PptxFault): Diagnostic => {
  const [why, hint] = FAULTS[fault];
  return error("pptx-unreadable", null, { zh: `“${file}”读不了：${why.zh}。`, en: `"${file}" cannot be read: ${why.en}.` }, { hint });
};

/** Words in the edited file and in the source; an empty one is absent. `place` is the shape, as the selection pane names it; null for the notes. */
export const pptxDiffers = (span: Span, page: number, place: string | null, before: string, after: string): Diagnostic => {
  const [old, now] = [shorten(before), shorten(after)];
  const zh = before === "" ? `多了“${now}”` : after === "" ? `没有“${old}”` : `是“${now}”，原文是“${old}”`;
  const en = before === "" ? `has "${now}", which the source has not` : after === "" ? `lacks "${old}"` : `has "${now}" where the source has "${old}"`;
  return warning("pptx-differs", span, { zh: `演示第 ${page} 页（${place ?? "备注"}）${zh}。`, en: `Slide ${page} of the presentation (${place ?? "notes"}) ${en}.` }, {
    hint: { zh: "改动要保留，就在这里改原文或数据，再编译一次；演示重做时，没有写回来的改动会丢。", en: "to keep the change, make it here in the source or the data and build again: what is not brought back is lost then" },
  });
};

/** A slide of the source that the edited file does not have. */
export const pptxSlideGone = (span: Span, title: string): Diagnostic =>
  warning("pptx-slide-gone", span, { zh: `演示里没有这一页：“${shorten(title)}”。`, en: `The presentation has no such slide: "${shorten(title)}".` }, {
    hint: { zh: "要删去，就在原文里删；在演示里隐藏的页不算删去。", en: "to drop it, delete it in the source; a hidden slide is not gone" },
  });

/** A slide of the edited file that no slide of the source has made. */
export const pptxSlideAdded = (page: number, title: string): Diagnostic =>
  warning("pptx-slide-added", null, { zh: `演示第 ${page} 页是后加的：“${shorten(title)}”。`, en: `Slide ${page} of the presentation was added: "${shorten(title)}".` }, {
    hint: { zh: "要保留，就在 slides/ 里加一页；演示重做时它会丢。", en: "to keep it, add it to slides/: it is lost when the presentation is built again" },
  });
