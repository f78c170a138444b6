/** The words of the page before the desk. */
import { TABLE_NAMES } from "../desk-page/table-words.ts";

export interface BeginWords {
  readonly heading: string;
  readonly fresh: string;
  readonly beginnings: Readonly<Record<string, readonly [name: string, holds: string]>>;
  readonly invented: string;
  readonly drop: string;
  readonly dropHint: string;
  readonly choose: string;
  readonly recent: string;
  readonly noRecent: string;
  readonly open: string;
  readonly path: string;
  readonly browse: string;
  readonly folders: string;
  readonly above: string;
  readonly openHere: string;
  readonly holdsReport: string;
  readonly noFolders: string;
  readonly where: string;
  readonly create: string;
  readonly cancel: string;
  readonly reading: (name: string) => string;
  readonly waiting: (name: string) => string;
  readonly review: string;
  readonly doubts: (count: number) => string;
  readonly keep: string;
  /** Next year's draft into a report that is there. */
  readonly into: string;
  readonly plan: string;
  readonly merge: string;
  readonly merged: (changed: number, added: number) => string;
  readonly unplaced: string;
  readonly problems: string;
  readonly removed: string;
  readonly kept: string;
  readonly rows: string;
  readonly tables: Readonly<Record<string, string>>;
  readonly write: string;
  readonly empty: (dir: string) => string;
  readonly lost: string;
  readonly tooLarge: string;
  readonly untitled: string;
}

const ZH: BeginWords = {
  heading: "报告工作台",
  fresh: "新建一份报告",
  beginnings: {
    township: ["乡镇", "主要指标、项目、民生实事"],
    county: ["县、区", "目标完成、各镇排名、分项任务"],
    city: ["设区市", "产业结构、各项增速、片区"],
    province: ["省、自治区、直辖市", "五年回顾、位次、重点工作"],
    communique: ["统计公报", "指标长表、产品产量、注释"],
    english: ["英文报告", "主要指标、目标、重点工作"],
  },
  invented: "里面的地名和数字都是虚构的，换成自己的就行。",
  drop: "把写好的报告拖到这里",
  dropHint: "Word（.docx）、网页、Markdown、文本都可以；数据表（.xlsx）和报告一起拖进来。",
  choose: "选择文件……",
  recent: "最近打开",
  noRecent: "还没有打开过报告。",
  open: "打开文件夹",
  path: "文件夹",
  browse: "浏览……",
  folders: "选择文件夹",
  above: "上一级",
  openHere: "打开这个文件夹",
  holdsReport: "报告",
  noFolders: "里面没有文件夹。",
  where: "放在哪个文件夹（还没有的，会新建）",
  create: "新建",
  cancel: "取消",
  reading: (name) => `正在读“${name}”……`,
  waiting: (name) => `已收下数据表“${name}”，再把报告拖进来。`,
  review: "导入核对",
  doubts: (count) => (count === 0 ? "没有拿不准的地方。" : `拿不准的 ${count} 处排在最前面，都留在原文里；进了工作台还可以看。`),
  keep: "存好，进工作台",
  into: "或者，作为新稿并入已有的报告（文件夹）",
  plan: "看看会改什么……",
  merge: "并入已有的报告",
  merged: (changed, added) => `讲稿改写 ${changed} 段，新增 ${added} 段；页面不动。还没有写；写了以后，在工作台点一次“撤销”就全部收回。`,
  unplaced: "没有放下的段落，请自己放",
  problems: "写了以后要改的页面",
  removed: "从讲稿里删去",
  kept: "新稿里没有、您自己写的，保留",
  rows: "数据表",
  tables: TABLE_NAMES.zh,
  write: "写进这份报告",
  empty: (dir) => `“${dir}”里还没有报告。可以在这里新建一份，或把写好的报告拖进来。`,
  lost: "程序没有回答。请重新启动工作台。",
  tooLarge: "文件太大了。",
  untitled: "（没有标题）",
};

const EN: BeginWords = {
  heading: "Report desk",
  fresh: "Begin a report",
  beginnings: {
    township: ["Township", "main figures, projects, livelihood"],
    county: ["County or district", "targets met, rankings, tasks"],
    city: ["City", "industries, growth, zones"],
    province: ["Province", "five years, places, main tasks"],
    communique: ["Statistical communiqué", "long tables, output, notes"],
    english: ["Report in English", "main figures, targets, tasks"],
  },
  invented: "Places and figures in them are invented: put your own in their place.",
  drop: "Drop a finished report here",
  dropHint: "Word (.docx), web page, Markdown or text; drop a workbook of figures (.xlsx) together with it.",
  choose: "Choose a file …",
  recent: "Opened before",
  noRecent: "No report has been opened yet.",
  open: "Open a folder",
  path: "Folder",
  browse: "Browse …",
  folders: "Choose a folder",
  above: "Up",
  openHere: "Open this folder",
  holdsReport: "report",
  noFolders: "It holds no folders.",
  where: "In which folder (it is made if it is not there)",
  create: "Begin",
  cancel: "Cancel",
  reading: (name) => `Reading "${name}" …`,
  waiting: (name) => `The workbook "${name}" is here; now drop the report.`,
  review: "Review of the import",
  doubts: (count) => (count === 0 ? "Nothing is in doubt." : `${count} doubtful places come first. They stay as they are written; the desk shows them again.`),
  keep: "Keep it and go to the desk",
  into: "Or put it, as a new draft, into a report that is there (folder)",
  plan: "See what would change …",
  merge: "Into a report that is there",
  merged: (changed, added) => `${changed} paragraphs of the spoken text change, ${added} are new; slides stay. Nothing is written yet, and one undo at the desk takes all of it back.`,
  unplaced: "Paragraphs without a place: put them where they belong",
  problems: "Slides to mend afterwards",
  removed: "Taken out of the spoken text",
  kept: "Your own, not in the new document: kept",
  rows: "Tables",
  tables: TABLE_NAMES.en,
  write: "Write it into this report",
  empty: (dir) => `"${dir}" holds no report yet. Begin one here, or drop a finished one.`,
  lost: "The program does not answer. Start the desk again.",
  tooLarge: "The file is too large.",
  untitled: "(no title)",
};

export function beginWords(lang: string): BeginWords {
  return lang.startsWith("zh") ? ZH : EN;
}
