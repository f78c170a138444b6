/** Mistakes on the command line, and failures of the tool itself. */
import { error, type Diagnostic, type Text } from "../diagnostic.ts";
import { findNearest } from "../suggest.ts";

export const unknownCommand = (word: string, known: readonly string[]): Diagnostic =>
  error("unknown-command", null, { zh: `没有“${word}”这个命令。`, en: `There is no command "${word}".` }, { hint: suggestion(word, known, { zh: "全部命令", en: "Commands" }) });

/** `command` is set where the flag belongs to another command. */
export const unknownFlag = (flag: string, known: readonly string[], command: string | null = null): Diagnostic =>
  error("bad-flag", null, command === null ? { zh: `没有“${flag}”这个选项。`, en: `There is no option "${flag}".` } : { zh: `${command} 没有“${flag}”这个选项。`, en: `${command} has no option "${flag}".` }, {
    hint: suggestion(flag, known, { zh: "可用的选项", en: "Options" }),
  });

export const flagNeedsValue = (flag: string): Diagnostic => error("bad-flag", null, { zh: `${flag} 后面要写一个值。`, en: `${flag} needs a value.` }, { hint: SEE_HELP });

export const flagTakesNoValue = (flag: string): Diagnostic => error("bad-flag", null, { zh: `${flag} 不带值。`, en: `${flag} takes no value.` }, { hint: SEE_HELP });

export const flagsApart = (one: string, other: string): Diagnostic =>
  error("bad-flag", null, { zh: `${one} 和 ${other} 不能同时用。`, en: `${one} and ${other} cannot be used together.` }, { hint: { zh: "分两次运行。", en: "run the command twice" } });

/** `flag` has a meaning only together with `other`. */
export const flagNeedsFlag = (flag: string, other: string): Diagnostic =>
  error("bad-flag", null, { zh: `${flag} 要和 ${other} 一起用。`, en: `${flag} is used together with ${other}.` }, { hint: { zh: `加上 ${other}，或去掉 ${flag}。`, en: `add ${other}, or leave ${flag} out` } });

export const unknownFormat = (word: string, known: readonly string[]): Diagnostic =>
  error("bad-flag", null, { zh: `--format 不认识“${word}”。`, en: `--format does not know "${word}".` }, { hint: suggestion(word, known, { zh: "可用的格式", en: "Formats" }) });

export const reportName = (file: string): Diagnostic =>
  error("bad-flag", null, { zh: `--out 的文件名“${file}”要以 .html 或 .pdf 结尾。`, en: `The name "${file}" after --out has to end in .html or .pdf.` }, {
    hint: { zh: "例如：luduan diff HEAD~1 --out 修改说明.pdf", en: "for example: luduan diff HEAD~1 --out changes.pdf" },
  });

export const badPort = (word: string): Diagnostic =>
  error("bad-flag", null, { zh: `“${word}”不是端口号。`, en: `"${word}" is no port.` }, { hint: { zh: "写 0 到 65535 的整数。", en: "write a whole number from 0 to 65535" } });

/** `word` is a source of `luduan kiosk` that cannot be read. */
export const badSource = (word: string): Diagnostic =>
  error("bad-flag", null, { zh: `看不懂“${word}”。`, en: `"${word}" cannot be read.` }, {
    hint: { zh: "写文件夹或 http 地址，需要时段就接在后面，如 某镇@08:30-12:00,14:00-17:30；最多 50 个。", en: "write a folder or an http address, with its hours after it where it has them: town@08:30-12:00,14:00-17:30; 50 at most" },
  });

export const badBrowserUrl = (word: string): Diagnostic =>
  error("bad-flag", null, { zh: `“${word}”不是浏览器的地址。`, en: `"${word}" is no address of a browser.` }, {
    hint: { zh: "写 ws://主机:端口/devtools/browser/…，或 http://主机:端口。", en: "write ws://HOST:PORT/devtools/browser/…, or http://HOST:PORT" },
  });

/** `flag` makes sense for one deck only. */
export const flagForOneDeck = (flag: string): Diagnostic =>
  error("bad-flag", null, { zh: `${flag} 一次只能用于一份报告。`, en: `${flag} is for one deck at a time.` }, { hint: { zh: "只写一个文件夹。", en: "name one folder" } });

export const badLanguage = (word: string): Diagnostic =>
  error("bad-flag", null, { zh: `--lang 不认识“${word}”。`, en: `--lang does not know "${word}".` }, { hint: { zh: "可用 zh 或 en。", en: "use zh or en" } });

export const tooManyFolders = (command: string, words: readonly string[]): Diagnostic => {
  const takes = command === "help" ? { zh: "一个命令名", en: "one command" } : command === "diff" ? { zh: "两个", en: "two" } : command === "rehearse" ? { zh: "一个文件和一个文件夹", en: "a file and a folder" } : command === "setup" ? { zh: "零个", en: "no folder" } : command === "import" ? { zh: "一份文件和一个文件夹", en: "a document and a folder" } : { zh: "一个文件夹", en: "one folder" };
  return error("too-many-folders", null, { zh: `${command} 一次只接受${takes.zh}，收到 ${words.length} 个：${words.join("、")}。`, en: `${command} takes ${takes.en}, not ${words.length}: ${words.join(", ")}.` }, {
    hint: command === "help" ? null : { zh: "文件夹名里有空格时，请用引号括起来。", en: "put quotes around a folder name that has spaces" },
  });
};

/** A quoted pattern, which the shell does not expand. */
export const noSuchFolders = (pattern: string): Diagnostic =>
  error("no-such-folders", null, { zh: `没有一个文件夹符合“${pattern}”。`, en: `No folder matches "${pattern}".` }, {
    hint: { zh: "从现在所在的文件夹算起；* 代表一级里的任何名字。", en: "it is meant from where you stand; * is any name on one level" },
  });

/** `name` is the last part of both folders, so both outputs would have it. */
export const sameDeckName = (name: string, one: string, other: string): Diagnostic =>
  error("same-deck-name", null, { zh: `“${one}”和“${other}”都叫“${name}”，用 --out 时输出会互相覆盖。`, en: `"${one}" and "${other}" are both called "${name}": below --out their outputs would replace each other.` }, {
    hint: { zh: "给其中一个改名，或不写 --out，各自输出到自己的 dist。", en: "rename one, or leave --out away: each then goes to its own dist" },
  });

export const unknownOutput = (word: string, known: readonly string[]): Diagnostic =>
  error("unknown-output", null, { zh: `--only 不认识“${word}”。`, en: `--only does not know "${word}".` }, { hint: suggestion(word, known, { zh: "可用的名称", en: "Names" }) });

export const unknownBeginning = (word: string, known: readonly string[]): Diagnostic =>
  error("bad-flag", null, { zh: `--like 不认识“${word}”。`, en: `--like does not know "${word}".` }, { hint: suggestion(word, known, { zh: "可用的名称", en: "Names" }) });

export const folderNotEmpty = (dir: string): Diagnostic =>
  error("folder-not-empty", null, { zh: `文件夹“${dir}”已有内容，没有改动它。`, en: `The folder "${dir}" is not empty; nothing was changed.` }, {
    hint: { zh: "换一个新的名字。", en: "choose a new name" },
  });

export const missingName = (): Diagnostic =>
  error("missing-name", null, { zh: "请给出新项目的文件夹名。", en: "Name the folder of the new project." }, {
    hint: { zh: "例如：luduan new my-town", en: "for example: luduan new my-town" },
  });

export const missingDocument = (): Diagnostic =>
  error("missing-document", null, { zh: "请写出要导入的文件。", en: "Name the document to import." }, { hint: { zh: "例如：luduan import 报告.docx 我的报告", en: "for example: luduan import report.docx my-report" } });

/** There is no file of that name. */
export const noDocument = (path: string): Diagnostic =>
  error("missing-document", null, { zh: `没有“${path}”这个文件。`, en: `There is no file "${path}".` }, { hint: { zh: "文件名里有空格时，请用引号括起来。", en: "put quotes around a file name that has spaces" } });

/** `foreign` are files in the folder that no build of Luduan wrote. */
export const unsafeOutput = (out: string, foreign: readonly string[]): Diagnostic => {
  const shown = foreign.slice(0, 3);
  const more = foreign.length > shown.length;
  return error("unsafe-output", null, {
    zh: `不能把“${out}”当作输出文件夹：里面有不是 Luduan 生成的、或生成后改过的文件（${shown.join("、")}${more ? "等" : ""}），替换会丢失它们。`,
    en: `"${out}" cannot be the output folder: it holds files that Luduan did not make, or that were changed since (${shown.join(", ")}${more ? " …" : ""}), and replacing it would lose them.`,
  }, { hint: { zh: "把这些文件移到别处，或用 --out 指定一个新的或空的文件夹。", en: "move these files elsewhere, or name a new or empty folder with --out" } });
};

/** A bug; `versions` are those of the tool and of what it runs on. */
export const internalError = (detail: string, versions: string): Diagnostic =>
  error("internal-error", null, { zh: `Luduan 自己出了错：${detail}`, en: `Luduan itself failed: ${detail}` }, {
    hint: {
      zh: `这不是您的错，上一次的结果没有改动。请把这段话（${versions}）和能重现的项目报告给维护者；设 LUDUAN_DEBUG=1 再运行可看到出错的位置。`,
      en: `this is no mistake of yours, and the last result is untouched. Please report this text (${versions}) with a project that shows it to the maintainers; LUDUAN_DEBUG=1 shows where it happened`,
    },
  });

const SEE_HELP: Text = { zh: "用 luduan help 命令名 查看该命令的全部选项。", en: "luduan help COMMAND lists the command's options" };

function suggestion(word: string, known: readonly string[], names: Text): Text {
  const near = findNearest(word, known);
  const list = { zh: `${names.zh}：${known.join("、")}。`, en: `${names.en}: ${known.join(", ")}` };
  return near === null ? list : { zh: `是不是“${near}”？${list.zh}`, en: `did you mean "${near}"? ${list.en}` };
}
