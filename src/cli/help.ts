/** luduan help: what each command does, in both languages. */
import { COMMANDS, type Command, type CommandName } from "./arguments.ts";
import type { Output } from "./output.ts";

interface Page {
  readonly usage: string;
  readonly zh: { readonly what: string; readonly options: readonly (readonly [string, string])[] };
  readonly en: { readonly what: string; readonly options: readonly (readonly [string, string])[] };
}

const PAGES: Readonly<Record<CommandName, Page>> = {
  build: {
    usage: "luduan build [DIR …] [--out DIR] [--only NAME,…] [--steps] [--verbose] [--format NAME] [--print-deck] [--browser-url URL] [--lang zh|en]",
    zh: {
      what: "把 DIR（默认当前文件夹）编译成网页演示、单文件、PDF 讲义、循环屏，讲稿不保密时还有 PowerPoint 演示，写入 DIR/dist。有错误时不写任何文件，上一次的结果保留。可以一次写几个文件夹，或带 * 的名字。",
      options: [
        ["--out DIR", "输出文件夹（默认 DIR/dist），整个替换；几份报告时各在其中一个同名文件夹"],
        ["--only 名称", "只生成一部分，用逗号分隔：deck、single、slides、handout-2、handout-3、handout-6、notes、booklet、kiosk、pptx、data、audit；handout 是三种讲义；long（手机长图）、video（视频）要写明才做"],
        ["--steps", "slides.pdf 每一步出一页"],
        ["--verbose", "列出每页的版式和选用原因，写出全部提示，同类再多也逐条列出"],
        ["--format 名称", "诊断信息的格式：text、json、sarif、github、unix"],
        ["--json", "同 --format json"],
        ["--print-deck", "输出解析后的模型（JSON）"],
        ["--browser-url URL", "用别处的浏览器生成 PDF：ws://… 或 http://…（也可设 LUDUAN_BROWSER_URL）"],
      ],
    },
    en: {
      what: "Compiles DIR (default: this folder) into a web deck, a single file, PDF handouts, a kiosk loop and, unless the notes are private, a PowerPoint file in DIR/dist. With an error nothing is written and the last result stays. Several folders, or a pattern, are built one after the other.",
      options: [
        ["--out DIR", "output folder (default DIR/dist), replaced as a whole; of several decks each goes to a folder of its name in it"],
        ["--only NAMES", "a part, divided by commas: deck, single, slides, handout-2, handout-3, handout-6, notes, booklet, kiosk, pptx, data, audit; handout stands for three; long (a picture for phones) and video are made only when named"],
        ["--steps", "a page of slides.pdf for each step"],
        ["--verbose", "list each slide's layout and why it was chosen, tell all notes, and every one of a kind"],
        ["--format NAME", "shape of the diagnostics: text, json, sarif, github, unix"],
        ["--json", "the same as --format json"],
        ["--print-deck", "print the parsed model as JSON"],
        ["--browser-url URL", "print PDFs in a browser elsewhere: ws://… or http://… (or set LUDUAN_BROWSER_URL)"],
      ],
    },
  },
  check: {
    usage: "luduan check [DIR] [--fix | --pages | --pptx FILE] [--format NAME] [--json] [--report [--out DIR]] [--lang zh|en]",
    zh: {
      what: "只检查，不生成演示。",
      options: [
        ["--fix", "先改掉有把握的标点、空格等小错并列出每一处，从不改动数字"],
        ["--pages", "还在浏览器里量一遍版面：切掉、重叠、字太小、对比不足、断行、联网；出 PDF 的编译自动做"],
        ["--pptx 文件", "对照一份在 PowerPoint 或 WPS 里改过的演示：哪页哪处的数字、目标、文字与原文不同，原文在哪里"],
        ["--format 名称", "诊断信息的格式：text、json、sarif（代码平台）、github（工作流注解）、unix（编辑器）"],
        ["--json", "同 --format json"],
        ["--report", "写出数字出处清单 audit.html 和 audit.json"],
        ["--out DIR", "清单写到哪里（默认 DIR/audit）"],
      ],
    },
    en: {
      what: "Checks the project and makes no deck.",
      options: [
        ["--fix", "first mend slips that have one safe repair (never a digit) and list every change"],
        ["--pages", "also measure the pages in a browser: cut off, overlapping, small, pale, broken words, requests; a build of PDFs does so"],
        ["--pptx FILE", "compare a presentation edited in PowerPoint or WPS: each figure, target and wording that differs, and its place in the source"],
        ["--format NAME", "shape of the diagnostics: text, json, sarif (code hosts), github (workflow annotations), unix (editors)"],
        ["--json", "the same as --format json"],
        ["--report", "write the audit of figures, audit.html and audit.json"],
        ["--out DIR", "where the audit goes (default DIR/audit)"],
      ],
    },
  },
  diff: {
    usage: "luduan diff OLD [NEW] [--out FILE.html|FILE.pdf] [--json] [--exit-code] [--browser-url URL] [--lang zh|en]",
    zh: {
      what: "比较两稿：数字、目标、项目、文字改了什么，出现在哪些页。OLD、NEW 是项目文件夹、输出文件夹或 git 版本（HEAD~1、标签）；NEW 默认为当前文件夹。",
      options: [
        ["--out 文件", "另写一份供核对签字的对照表：.html 或 .pdf"],
        ["--json", "以 JSON 输出"],
        ["--exit-code", "有不同时以 1 结束（默认只要能比较就是 0）"],
        ["--browser-url URL", "用别处的浏览器生成 PDF"],
      ],
    },
    en: {
      what: "Compares two editions: which figures, targets, projects and wording changed, and every slide that shows them. OLD and NEW are project folders, output folders or git revisions (HEAD~1, a tag); NEW is this folder by default.",
      options: [
        ["--out FILE", "also write a sheet to sign: .html or .pdf"],
        ["--json", "print as JSON"],
        ["--exit-code", "end with 1 where there is a difference (else 0 whenever the two could be compared)"],
        ["--browser-url URL", "print the PDF in a browser elsewhere"],
      ],
    },
  },
  desk: {
    usage: "luduan desk [DIR] [--port N] [--no-open] [--lang zh|en]",
    zh: { what: "工作台：在本机浏览器里新建、导入、改稿、看片、检查、生成，不用命令。不写文件夹就先到首页。只有这台电脑能打开。", options: [["--port N", "端口（默认任选一个空闲的）"], ["--no-open", "不自动打开浏览器"]] },
    en: { what: "The desk: begin, import, edit, see, check and make a deck in the browser of this machine; without a folder it begins with a choice. No other machine can open it.", options: [["--port N", "port (default: any free one)"], ["--no-open", "leave the browser alone"]] },
  },
  dev: {
    usage: "luduan dev [DIR] [--port N] [--open] [--lang zh|en]",
    zh: { what: "边改边看：在本机预览，保存即更新，停在当前页。", options: [["--port N", "端口（默认 5180，被占用时顺延）"], ["--open", "打开浏览器"]] },
    en: { what: "Previews on this machine; a saved edit shows at once on the slide where you are.", options: [["--port N", "port (default 5180, the next free one when taken)"], ["--open", "open the browser"]] },
  },
  present: {
    usage: "luduan present [DIR] [--lan [--cert FILE --key FILE]] [--port N] [--no-open] [--lang zh|en]",
    zh: {
      what: "上台用：在本机打开编译好的演示和演讲者窗口，不联网；加 --lan，同一网络里的手机扫码就能遥控、看讲稿。",
      options: [
        ["--lan", "让手机进来：显示二维码和配对码，程序一结束就作废；错十次锁住"],
        ["--cert 文件", "手机用 https：证书（PEM），和 --key 一起用"],
        ["--key 文件", "证书的私钥（PEM）"],
        ["--port N", "本机端口（默认 5210）；手机用下一个"],
        ["--no-open", "不打开浏览器"],
      ],
    },
    en: {
      what: "For the stage: opens the built deck and its speaker window on this machine, without a network. With --lan, phones in the same network scan a code and become remotes with notes.",
      options: [
        ["--lan", "let phones in: a QR code and a PIN that ends with the program; ten wrong ones lock it"],
        ["--cert FILE", "serve phones by https: the certificate (PEM), with --key"],
        ["--key FILE", "its private key (PEM)"],
        ["--port N", "port on this machine (default 5210); phones have the next one"],
        ["--no-open", "open no browser"],
      ],
    },
  },
  rehearse: {
    usage: "luduan rehearse FILE [DIR] [--format NAME] [--json] [--lang zh|en]",
    zh: {
      what: "把排练用时（演讲者窗口存下的文件）写回各部分文件的 minutes，精确到 0.1 分；没讲到的部分不动。",
      options: [["--format 名称", "诊断信息的格式：text、json、sarif、github、unix"], ["--json", "同 --format json"]],
    },
    en: {
      what: "Writes the times of a rehearsal (the file that the speaker window saved) back as the minutes of each part, to a tenth; parts that were not spoken stay.",
      options: [["--format NAME", "shape of the diagnostics: text, json, sarif, github, unix"], ["--json", "the same as --format json"]],
    },
  },
  new: {
    usage: "luduan new DIR [--like NAME] [--lang zh|en]",
    zh: {
      what: "在新文件夹 DIR 里建立一份可以直接编译的小报告，地名和数字都是虚构的。",
      options: [
        ["--like 名称", "照哪一种报告建（不写：命令行用中文时是 township，用英文时是 english）："],
        ["  township", "乡镇政府工作报告：项目、民生实事"],
        ["  county", "县、区政府工作报告：目标、任务、各镇排名"],
        ["  city", "设区市政府工作报告：三次产业、增速、各区县"],
        ["  province", "省、自治区、直辖市政府工作报告：五年回顾、只公布增速的指标、地区比较"],
        ["  communique", "统计公报：指标表、构成、注释"],
        ["  english", "英文的政府工作报告"],
      ],
    },
    en: {
      what: "Makes a small report in the new folder DIR that builds as it is. Places and figures are invented.",
      options: [
        ["--like NAME", "the kind of report (default: english, or township if the command line speaks Chinese):"],
        ["  township", "work report of a township: projects and livelihood (in Chinese)"],
        ["  county", "work report of a county or district: targets, tasks, ranking of towns (in Chinese)"],
        ["  city", "work report of a city: structure of the economy, growth, districts (in Chinese)"],
        ["  province", "work report of a province: five years, growth without values, regions (in Chinese)"],
        ["  communique", "statistical communiqué: tables of indicators, shares, footnotes (in Chinese)"],
        ["  english", "work report in English"],
      ],
    },
  },
  import: {
    usage: "luduan import DOCUMENT [DIR] [--into DIR] [--data FILE] [--lang zh|en]",
    zh: {
      what: "把一份报告（.docx、.txt、.md 或存下来的网页 .html）变成可以直接编译的草稿：全文作讲稿，一字不改；指标、目标、项目进表格；拿不准的留在文字里，不写进表格。",
      options: [["DIR", "新项目的文件夹，要是空的（默认用文件的名字）"], ["--into DIR", "更新已有的项目：只改原文变了的讲稿和表格，自己做的页面不动，放不下的逐条列出"], ["--data FILE", "单位的指标表（.xlsx）：自己的格式，或统计局的表（指标、单位、绝对数、增长%）；填进表格，并与正文核对"]],
    },
    en: {
      what: "Makes a draft that builds of a report (.docx, .txt, .md or a saved web page): its whole text is spoken, to the letter; indicators, targets and projects go into tables. What is not certain stays text.",
      options: [["DIR", "folder of the new project, which has to be empty (default: the document's name)"], ["--into DIR", "bring a project up to date: only spoken text and tables that changed in the document; own slides stay, and what has no place is listed"], ["--data FILE", "the office's workbook of figures (.xlsx), in our format or a bureau's (指标, 单位, 绝对数, 增长%): it fills the tables and is held against the text"]],
    },
  },
  kiosk: {
    usage: "luduan kiosk [DIR|URL …] [--port N] [--keep DIR] [--no-window] [--status [--json]] [--install-unit [--out DIR]] [--lang zh|en]",
    zh: {
      what: "大厅屏幕：全屏播放编译好的演示，换上新的一版，坏了自己重来，把播放过什么记进日志。DIR 是项目或输出文件夹，URL 是放着输出文件夹的网址；可以写几个，轮流播放，时段接在后面：某镇@08:30-12:00。",
      options: [
        ["--port N", "本机端口（默认 5190）；状态在 http://127.0.0.1:5190/health"],
        ["--keep DIR", "收到的各版、日志、浏览器配置放在哪里（默认用户自己的数据文件夹下 luduan-kiosk）"],
        ["--no-window", "只提供服务，不打开窗口"],
        ["--status", "显示正在运行的屏幕：版本、轮数、重启次数、内存；在播放为 0，否则为 2"],
        ["--install-unit", "写好开机自动启动的文件（systemd、Kylin/UOS 等桌面、Windows 任务）；加 --out DIR 写到别处"],
        ["--json", "以 JSON 显示状态"],
      ],
    },
    en: {
      what: "A screen in a hall: plays built decks full screen, takes new editions, mends itself, and logs what showed when. DIR is a project or a built folder, URL where a built folder is on the web. Several play in turn; hours come after each: town@08:30-12:00.",
      options: [
        ["--port N", "port on this machine (default 5190); its state is at http://127.0.0.1:5190/health"],
        ["--keep DIR", "where editions, log and browser profile are kept (default: luduan-kiosk in the user's data folder)"],
        ["--no-window", "serve only, and open no window"],
        ["--status", "show the screen that runs: build, rounds, restarts, memory; 0 if it plays, else 2"],
        ["--install-unit", "write what starts it with the machine (systemd, desktops such as Kylin and UOS, a Windows task); --out DIR writes elsewhere"],
        ["--json", "show the state as JSON"],
      ],
    },
  },
  setup: {
    usage: "luduan setup [--lang zh|en]",
    zh: { what: "为生成 PDF 找一个浏览器；本机没有就取一个（Debian 类系统以 root 用 apt）。", options: [] },
    en: { what: "Finds a browser for PDFs and gets one if this machine has none (as root on Debian with apt).", options: [] },
  },
  version: {
    usage: "luduan --version",
    zh: { what: "显示版本。", options: [] },
    en: { what: "Shows the version.", options: [] },
  },
  help: {
    usage: "luduan help [COMMAND]",
    zh: { what: "显示命令说明。", options: [] },
    en: { what: "Shows what a command does.", options: [] },
  },
};

export function help(command: Command, output: Output): number {
  const topic = COMMANDS.find((name) => name === command.word);
  output.print(topic === undefined ? overview(output.lang) : page(topic, output.lang));
  return 0;
}

function overview(lang: "zh" | "en"): string {
  const title = lang === "zh" ? "Luduan 甪端：把工作报告编译成演示、讲义和循环屏，不让一个错误的数字上屏。" : "Luduan: compiles a work report into slides, handouts and a kiosk loop, and lets no wrong figure through.";
  const rows = COMMANDS.map((name) => `  ${name.padEnd(9)}${PAGES[name][lang].what}\n`).join("");
  const more = lang === "zh" ? "每个命令的选项：luduan help 命令名。" : "Options of a command: luduan help COMMAND.";
  return `${title}\n\n${rows}\n${more}\n`;
}

function page(name: CommandName, lang: "zh" | "en"): string {
  const { what, options } = PAGES[name][lang];
  const rows = options.map(([flag, text]) => `  ${flag.padEnd(20)}${text}\n`).join("");
  return `${PAGES[name].usage}\n\n${what}\n${rows === "" ? "" : `\n${rows}`}`;
}
