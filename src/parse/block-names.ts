/** What messages call each type of block. */
import type { BlockType } from "../model/deck.ts";

/** A type of block in words. */
export interface BlockName {
  readonly zh: string;
  readonly one: string;
  readonly many: string;
  /** The Chinese measure word. */
  readonly unit: string;
}
const name = (zh: string, unit: string, one: string, many: string): BlockName => ({ zh, unit, one, many });

/** Every type of block in both languages. */
export const BLOCK_NAMES: Readonly<Record<BlockType, BlockName>> = {
  paragraph: name("文字", "段", "a paragraph", "paragraphs"),
  list: name("列表", "个", "a list", "lists"),
  card: name("卡片（###）", "张", "a card", "cards"),
  quote: name("引用", "段", "a quote", "quotes"),
  table: name("表格", "张", "a table", "tables"),
  code: name("代码", "段", "a code block", "code blocks"),
  image: name("图片", "张", "an image", "images"),
  chart: name("图表", "个", "a chart", "charts"),
  figures: name("指标卡", "组", "a figures block", "figures blocks"),
  targets: name("目标卡", "组", "a targets block", "targets blocks"),
  zones: name("片区图", "幅", "a zones block", "zones blocks"),
  projects: name("项目板", "块", "a projects block", "projects blocks"),
  photos: name("项目照片", "组", "a photos block", "photos blocks"),
  units: name("计数画", "幅", "a units block", "units blocks"),
  review: name("今昔对比", "组", "a review", "reviews"),
  timeline: name("时间轴", "条", "a timeline", "timelines"),
  html: name("HTML", "段", "an HTML block", "HTML blocks"),
};
