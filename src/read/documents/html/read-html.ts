/** Reads a saved web page: its text without the furniture around it. */
import type { Report } from "../../../diagnostics/diagnostic.ts";
import type { DocumentBlock } from "../document.ts";
import { paragraphText } from "../document.ts";
import { Fault } from "../fault.ts";
import { settleLevels } from "../settle-levels.ts";
import { decodeLines } from "../text/read-text.ts";
import { Told } from "../told.ts";
import { CONTROLS, SILENT } from "./elements.ts";
import { HtmlBlocks } from "./html-blocks.ts";
import { findMain, findTitle } from "./main-text.ts";
import { allText, elementsBelow, isElement, lineOf, parsePage, type HtmlElement, type HtmlNode } from "./parse-html.ts";

/** Lines of a page that belong to its furniture, wherever they stand. */
const FURNITURE = /^(?:【?\s*(?:字号|字体|打印|下载|分享|关闭|收藏|复制链接|返回顶部|返回首页|扫一扫|上一篇|下一篇|相关链接|相关阅读|浏览次数|浏览量|阅读量|点击量|点击数|访问量|责任编辑|编辑|作者|来源|信息来源|文章来源|发布时间|发布日期|发布机构|时间|日期|当前位置|您的位置|您当前的位置|Share|Print|Published|Updated|Source)\s*[：:】\]（(|>]|(?:打印|下载|关闭|分享|收藏)(?:本页|本文|窗口|此页|到|至|按钮)?(?:\s|[：:]|$)|(?:大|中|小)(?:\s+(?:大|中|小)){2}|首页\s*[>›»])/i;
const LONGEST_FURNITURE = 80;

/** The blocks of a page. Throws a {@link Fault}. */
export function readHtml(path: string, bytes: Uint8Array, report: Report): readonly DocumentBlock[] {
  const page = elementsBelow(parsePage(decodeLines(bytes).join("\n")));
  const body = page.find(({ tagName }) => tagName === "body");
  if (body === undefined) throw new Fault("no-text");
  const told = new Told();
  const main = findMain(body);
  const title = findTitle(page, main);
  reportOutside(body, new Set([main, ...(title === null ? [] : [title])]), told);
  const reader = new HtmlBlocks({ told, notes: new Map(), lines: 0, paragraphs: 0, pictures: 0 });
  if (title !== null) reader.readAll(title.childNodes, { bold: false, level: 1 });
  reader.end(1);
  reader.readAll(main.childNodes);
  reader.end(null);
  const blocks = settleLevels(withoutFurniture(reader.blocks, told));
  told.report(path, report);
  return blocks;
}

/** What stands around the text is told, once for each piece that is no part of another. */
function reportOutside(element: HtmlElement, kept: ReadonlySet<HtmlNode>, told: Told): void {
  if (kept.has(element)) return;
  for (const node of element.childNodes) {
    if (kept.has(node) || (isElement(node) && SILENT.has(node.tagName))) continue;
    if (isElement(node) && !CONTROLS.has(node.tagName) && elementsBelow(node).some((below) => kept.has(below))) reportOutside(node, kept, told);
    else if (allText(node).trim() !== "") told.leftOut("furniture", lineOf(node) ?? 1, shownText(node));
  }
}

function shownText(node: HtmlNode): string {
  return isElement(node) ? (SILENT.has(node.tagName) ? "" : node.childNodes.map(shownText).join(" ")) : allText(node);
}

/** Paragraphs are counted without what is left out. */
function withoutFurniture(blocks: readonly DocumentBlock[], told: Told): readonly DocumentBlock[] {
  let gone = 0;
  return blocks.flatMap((block): readonly DocumentBlock[] => {
    const text = block.type === "paragraph" && block.level === null ? paragraphText(block) : "";
    if (text !== "" && text.length <= LONGEST_FURNITURE && FURNITURE.test(text) && !/[。！？]/.test(text)) {
      gone += 1;
      told.leftOut("furniture", block.place.line ?? 1, text);
      return [];
    }
    return [{ ...block, place: { ...block.place, paragraph: Math.max(block.place.paragraph - gone, 1) } }];
  });
}
