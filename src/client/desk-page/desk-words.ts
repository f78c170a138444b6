/** The desk's own words. */
import type { DeskFile } from "../../model/desk.ts";
import { OUT_WORDS, type OutWords } from "./out-words.ts";

export interface DeskWords {
  readonly zh: boolean;
  /** Leads to the page before the desk. */
  readonly begin: string;
  readonly slides: string;
  readonly preview: string;
  readonly source: string;
  readonly files: string;
  readonly tabs: Readonly<Record<DeskFile["kind"], string>>;
  /** By the name of a table's file. */
  readonly tables: Readonly<Record<string, string>>;
  readonly problems: string;
  readonly noProblems: string;
  readonly untold: (count: number) => string;
  readonly severity: Readonly<Record<"error" | "warning" | "note", string>>;
  readonly repair: string;
  readonly undo: string;
  readonly redo: string;
  readonly saved: string;
  readonly saving: string;
  readonly unsaved: string;
  readonly lost: string;
  readonly out: OutWords;
  readonly changedElsewhere: string;
  readonly keepMine: string;
  readonly takeTheirs: string;
  readonly mine: string;
  readonly theirs: string;
  readonly addRow: string;
  readonly dropRow: string;
  readonly asText: string;
  readonly asTable: string;
  readonly asForm: string;
  /** Before the slides that show a figure. */
  readonly shownOn: string;
  readonly shownNowhere: string;
  /** Takes a finding out for one place. */
  readonly except: string;
  readonly reason: string;
  readonly cancel: string;
  readonly review: string;
  readonly reviewHint: string;
  readonly close: string;
}

const ZH: DeskWords = {
  zh: true,
  begin: "‹ 首页",
  slides: "幻灯片",
  preview: "预览",
  source: "原稿",
  files: "文件",
  tabs: { slides: "幻灯片", table: "数据表", settings: "设置" },
  tables: { indicators: "指标", observations: "数值", targets: "目标", projects: "项目", terms: "用语" },
  problems: "检查",
  noProblems: "没有发现问题。",
  untold: (count) => `还有 ${count} 条，改好上面的再看。`,
  severity: { error: "错误", warning: "警告", note: "提示" },
  repair: "改成",
  undo: "撤销",
  redo: "重做",
  saved: "已保存",
  saving: "正在保存……",
  unsaved: "没有保存",
  lost: "与程序的连接断开了。修改还在本页，程序重新启动后请另存。",
  out: OUT_WORDS.zh,
  changedElsewhere: "这个文件刚在别处改过。两边都在这里，请选用哪一份：",
  keepMine: "用我的",
  takeTheirs: "用别处的",
  mine: "我的修改",
  theirs: "别处的修改",
  addRow: "加一行",
  dropRow: "删去这一行",
  asText: "原稿",
  asTable: "表格",
  asForm: "表单",
  shownOn: "用在：",
  shownNowhere: "没有一页用到这一行。",
  except: "作为例外",
  reason: "理由（写在文件里，别人也看得到）",
  cancel: "取消",
  review: "导入核对",
  reviewHint: "拿不准的排在最前面。认为可以写进数据表的，复制页上给的那一行，到那张表里加一行，直接粘贴。",
  close: "关闭",
};

const EN: DeskWords = {
  zh: false,
  begin: "‹ Begin",
  slides: "Slides",
  preview: "Preview",
  source: "Source",
  files: "Files",
  tabs: { slides: "Slides", table: "Tables", settings: "Settings" },
  tables: { indicators: "Indicators", observations: "Figures", targets: "Targets", projects: "Projects", terms: "Terms" },
  problems: "Checks",
  noProblems: "Nothing was found.",
  untold: (count) => `${count} more; mend these first.`,
  severity: { error: "Error", warning: "Warning", note: "Note" },
  repair: "Change to",
  undo: "Undo",
  redo: "Redo",
  saved: "Saved",
  saving: "Saving …",
  unsaved: "Not saved",
  lost: "The program does not answer. Your changes are still on this page; save them elsewhere until it runs again.",
  out: OUT_WORDS.en,
  changedElsewhere: "This file has just been changed elsewhere. Both are here; choose one:",
  keepMine: "Use mine",
  takeTheirs: "Use the other",
  mine: "My changes",
  theirs: "The other changes",
  addRow: "Add a row",
  dropRow: "Delete this row",
  asText: "As text",
  asTable: "As a table",
  asForm: "As a form",
  shownOn: "Shown on:",
  shownNowhere: "No slide shows this row.",
  except: "Make an exception",
  reason: "Reason (it stands in the file for all to read)",
  cancel: "Cancel",
  review: "Import review",
  reviewHint: "What is in doubt comes first. Where it belongs in a table, copy the line that the page gives, add a row to that table, and paste it.",
  close: "Close",
};

export function deskWords(lang: string): DeskWords {
  return lang.startsWith("zh") ? ZH : EN;
}
