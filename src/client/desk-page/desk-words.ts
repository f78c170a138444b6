/** The desk's own words. */
import type { DeskDoubtRow, DeskFile } from "../../model/desk.ts";
import { OUT_WORDS, type OutWords } from "./out-words.ts";
import { TABLE_NAMES } from "./table-words.ts";

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
  readonly doubts: string;
  readonly doubtsCount: (count: number, written: number) => string;
  readonly doubtStates: Readonly<Record<DeskDoubtRow["state"], (table: string) => string>>;
  readonly noRow: string;
  readonly accept: string;
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
  tables: TABLE_NAMES.zh,
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
  reviewHint: "拿不准的没有写进数据表，讲稿里仍是原文。对照原句看一看，认为对的，点“写进数据表”；写错了点“撤销”。",
  doubts: "拿不准的",
  doubtsCount: (count, written) => (count === 0 ? "没有拿不准的。" : `拿不准的 ${count} 处${written === 0 ? "" : `，已写进数据表 ${written} 处`}。`),
  doubtStates: { open: (table) => `可以写进“${table}”表`, there: (table) => `✓ 已在“${table}”表里`, taken: (table) => `“${table}”表里这一项已有别的数，请到表里核对`, workbook: (table) => `“${table}”表在 Excel 文件里，请在那里改` },
  noRow: "没有对应的数据表，留在原文里。",
  accept: "写进数据表",
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
  tables: TABLE_NAMES.en,
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
  reviewHint: "What is in doubt is in no table; the notes have the document's words. Compare each with its sentence, and put it into the table where it is right. Undo takes it back.",
  doubts: "In doubt",
  doubtsCount: (count, written) => (count === 0 ? "Nothing is in doubt." : `${count} in doubt${written === 0 ? "" : `, ${written} in the tables by now`}.`),
  doubtStates: { open: (table) => `may go into the table "${table}"`, there: (table) => `✓ in the table "${table}"`, taken: (table) => `the table "${table}" has another figure there: compare them in the table`, workbook: (table) => `the table "${table}" is in an Excel file: change it there` },
  noRow: "No table can hold it; it stays as it is written.",
  accept: "Put into the table",
  close: "Close",
};

export function deskWords(lang: string): DeskWords {
  return lang.startsWith("zh") ? ZH : EN;
}
