/** Faults of a presentation that is read back, and what differs in one that somebody has edited. */
import type { Span } from "../../model/span.ts";
import { error, warning, type Diagnostic } from "../diagnostic.ts";

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

export const pptxUnreadable = (file: string): Diagnostic =>
  error("pptx-unreadable", null, { zh: `“${file}”读不了：不是 .pptx，或文件损坏、有密码。`, en: `"${file}" cannot be read: it is no .pptx, or damaged, or protected.` }, {
    hint: { zh: "在 PowerPoint 或 WPS 里打开，另存为 .pptx（不加密码）后再试。", en: "open it in PowerPoint or WPS and save it as .pptx without a password" },
  });

/** Words in the edited file and in the source; an empty one is absent. `place` is the shape, as the selection pane names it. */
export const pptxDiffers = (span: Span, page: number, place: string, before: string, after: string): Diagnostic => {
  const [old, now] = [shorten(before), shorten(after)];
  const zh = before === "" ? `多了“${now}”` : after === "" ? `没有“${old}”` : `是“${now}”，原文是“${old}”`;
  const en = before === "" ? `has "${now}", which the source has not` : after === "" ? `lacks "${old}"` : `has "${now}" where the source has "${old}"`;
  return warning("pptx-differs", span, { zh: `演示第 ${page} 页（${place}）${zh}。`, en: `Slide ${page} of the presentation (${place}) ${en}.` }, {
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
