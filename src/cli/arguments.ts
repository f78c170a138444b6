/** argv → command: only known flags are accepted; every mistake is a usage diagnostic. */
import { parseArgs } from "node:util";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { FORMATS, type Format } from "../diagnostics/formats.ts";
import { badBrowserUrl, badLanguage, badPort, flagNeedsFlag, flagNeedsValue, flagTakesNoValue, flagsApart, tooManyFolders, unknownCommand, unknownBeginning, unknownFlag, unknownFormat, unknownOutput } from "../diagnostics/messages/usage.ts";
import { BEGINNINGS, type Beginning } from "../model/beginnings.ts";
import { OUTPUT_GROUPS, OUTPUT_NAMES, type OutputName } from "../model/output-names.ts";

export const COMMANDS = ["desk", "build", "check", "diff", "dev", "present", "rehearse", "new", "import", "kiosk", "setup", "help", "version"] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface Command {
  readonly name: CommandName;
  /** The folder; for `help`, the command to explain. */
  readonly word: string | null;
  /** All folders: `build` takes any number, `diff` two, `import` a document and a folder, `rehearse` a file and a folder. */
  readonly words: readonly string[];
  readonly out: string | null;
  readonly only: readonly OutputName[] | null;
  /** Whether slides.pdf has a page for each step. */
  readonly steps: boolean;
  readonly verbose: boolean;
  /** Format of the printed results. */
  readonly format: Format;
  readonly fix: boolean;
  readonly printDeck: boolean;
  /** Whether `check` writes the audit. */
  readonly report: boolean;
  /** The presentation that `check` compares with the source; null for none. */
  readonly pptx: string | null;
  /** Whether `check` measures the pages in a browser. */
  readonly pages: boolean;
  /** Whether `diff` exits with 1 if there is a difference. */
  readonly exitCode: boolean;
  /** The beginning that `new` copies; null takes that of the tool's language. */
  readonly like: Beginning | null;
  /** The project that `import` brings up to date; null makes a new one. */
  readonly into: string | null;
  /** The office's workbook of figures, for `import`. */
  readonly data: string | null;
  readonly port: number | null;
  readonly open: boolean;
  /** Leaves the browser and its windows to the user. */
  readonly noOpen: boolean;
  /** Where `kiosk` keeps editions, log and profile; null is the user's own folder. */
  readonly keep: string | null;
  /** `kiosk` only serves. */
  readonly noWindow: boolean;
  readonly status: boolean;
  readonly installUnit: boolean;
  /** Whether phones in the same network may come in. */
  readonly lan: boolean;
  /** The certificate and its private key, for phones; both or neither. */
  readonly cert: string | null;
  readonly key: string | null;
  /** Address of a browser that runs elsewhere. */
  readonly browserUrl: string | null;
}

/** What the words after `luduan` ask for; mistakes are reported in the same language and format as results. */
export interface Request {
  readonly command: Command | Diagnostic;
  readonly lang: "zh" | "en";
  readonly format: Format;
}

const FLAGS = {
  out: { type: "string" },
  only: { type: "string" },
  lang: { type: "string" },
  steps: { type: "boolean" },
  verbose: { type: "boolean" },
  json: { type: "boolean" },
  format: { type: "string" },
  report: { type: "boolean" },
  pages: { type: "boolean" },
  pptx: { type: "string" },
  "exit-code": { type: "boolean" },
  fix: { type: "boolean" },
  "print-deck": { type: "boolean" },
  "browser-url": { type: "string" },
  like: { type: "string" },
  into: { type: "string" },
  data: { type: "string" },
  port: { type: "string" },
  open: { type: "boolean" },
  "no-open": { type: "boolean" },
  keep: { type: "string" },
  "no-window": { type: "boolean" },
  status: { type: "boolean" },
  "install-unit": { type: "boolean" },
  lan: { type: "boolean" },
  cert: { type: "string" },
  key: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** Flags of every command. */
const COMMON = ["lang", "help", "version"];
/** The flags of each command, in addition to the common ones. */
const FLAGS_OF: Readonly<Record<CommandName, readonly string[]>> = {
  build: ["out", "only", "steps", "verbose", "json", "format", "print-deck", "browser-url"],
  check: ["fix", "json", "format", "pages", "pptx", "report", "out"],
  diff: ["out", "json", "exit-code", "browser-url"],
  desk: ["port", "no-open"],
  dev: ["port", "open"],
  present: ["port", "lan", "cert", "key", "no-open"],
  rehearse: ["json", "format"],
  new: ["like"],
  import: ["into", "data"],
  kiosk: ["port", "keep", "no-window", "status", "json", "install-unit", "out"],
  setup: [],
  help: [],
  version: [],
};

/** How many folders a command takes; for `help`, how many commands, for `import` and `rehearse` a file and a folder. */
const MOST_FOLDERS: Readonly<Record<CommandName, number>> = { desk: 1, build: Infinity, check: 1, diff: 2, dev: 1, present: 1, rehearse: 2, new: 1, import: 2, kiosk: Infinity, setup: 0, help: 1, version: 1 };

interface Words {
  readonly positionals: readonly string[];
  /** The last value of each flag; "" for flags without one. */
  readonly values: ReadonlyMap<string, string>;
  /** The first flag that is wrong by itself. */
  readonly mistake: Diagnostic | null;
}

/** Parses the words after `luduan`; the environment gives the language if `--lang` does not. */
export function parseRequest(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): Request {
  const words = splitWords(argv);
  const lang = words.values.get("lang");
  const known = lang === undefined || lang === "zh" || lang === "en";
  const command = known ? parseCommand(words) : (words.mistake ?? badLanguage(lang));
  return { command, lang: languageOf(lang ?? null, environment), format: formatOf(words.values) };
}

/** The format requested by `--format` or `--json`; text if the word is not one of them. */
function formatOf(values: ReadonlyMap<string, string>): Format {
  return values.has("json") ? "json" : (FORMATS.find((format) => format === values.get("format")) ?? "text");
}

function splitWords(argv: readonly string[]): Words {
  const { tokens, positionals } = parseArgs({ args: [...argv], options: FLAGS, allowPositionals: true, strict: false, tokens: true });
  const values = new Map<string, string>();
  let mistake: Diagnostic | null = null;
  const first = COMMANDS.find((name) => name === positionals[0]);
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const kind = Object.hasOwn(FLAGS, name) ? FLAGS[name as keyof typeof FLAGS].type : null;
    if (kind === null) mistake ??= unknownFlag(rawName, flagsOf(first ?? "build"));
    else if (kind === "boolean" && value !== undefined) mistake ??= flagTakesNoValue(rawName);
    else if (kind === "string" && (value === undefined || value === "" || (inlineValue === false && value.startsWith("-")))) mistake ??= flagNeedsValue(rawName);
    else values.set(name, value ?? "");
  }
  return { positionals, values, mistake };
}

function flagsOf(name: CommandName): readonly string[] {
  return [...FLAGS_OF[name], ...COMMON].map((flag) => `--${flag}`);
}

function parseCommand({ positionals, values, mistake }: Words): Command | Diagnostic {
  if (mistake !== null) return mistake;
  if (values.has("version")) return plain("version", null);
  const first = positionals[0] ?? "help";
  const name = COMMANDS.find((command) => command === first);
  if (name === undefined) return unknownCommand(first, COMMANDS);
  if (values.has("help")) return plain("help", name === "help" ? (positionals[1] ?? null) : name);
  const stray = [...values.keys()].find((flag) => !COMMON.includes(flag) && !FLAGS_OF[name].includes(flag));
  if (stray !== undefined) return unknownFlag(`--${stray}`, flagsOf(name), name);
  const words = positionals.slice(1);
  if (words.length > MOST_FOLDERS[name]) return tooManyFolders(name, words);
  const [word = null] = words;
  if (name === "help" && word !== null && !COMMANDS.some((command) => command === word)) return unknownCommand(word, COMMANDS);
  return withFlags({ ...plain(name, word), words }, values);
}

function withFlags(command: Command, values: ReadonlyMap<string, string>): Command | Diagnostic {
  const only = parseOnly(values.get("only") ?? null);
  if (only !== null && "code" in only) return only;
  const port = values.get("port");
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65536)) return badPort(port);
  const browserUrl = values.get("browser-url") ?? null;
  if (browserUrl !== null && !isBrowserUrl(browserUrl)) return badBrowserUrl(browserUrl);
  const like = values.get("like") ?? null;
  const beginning = BEGINNINGS.find((name) => name === like) ?? null;
  if (like !== null && beginning === null) return unknownBeginning(like, BEGINNINGS);
  const format = values.get("format");
  if (format !== undefined && !FORMATS.some((known) => known === format)) return unknownFormat(format, FORMATS);
  if (format !== undefined && values.has("json")) return flagsApart("--json", "--format");
  // Both go to standard output, where a program reads one value.
  if (formatOf(values) !== "text" && values.has("print-deck")) return flagsApart(values.has("json") ? "--json" : "--format", "--print-deck");
  // A repair must be written before pages are made from the repaired text: two runs, each with its own report.
  if (values.has("fix") && values.has("pages")) return flagsApart("--fix", "--pages");
  if (values.has("fix") && values.has("pptx")) return flagsApart("--fix", "--pptx");
  if (command.name === "import" && values.has("into") && command.words.length > 1) return flagsApart("--into", "DIR");
  if (values.has("status") && values.has("install-unit")) return flagsApart("--status", "--install-unit");
  if (command.name === "kiosk" && values.has("out") && !values.has("install-unit")) return flagNeedsFlag("--out", "--install-unit");
  if (command.name === "check" && values.has("out") && !values.has("report")) return flagNeedsFlag("--out", "--report");
  const alone = (["cert", "key", "lan"] as const).find((flag) => !values.has(flag));
  if (alone !== undefined && (values.has("cert") || values.has("key"))) return flagNeedsFlag(values.has("cert") ? "--cert" : "--key", `--${alone}`);
  return {
    ...command,
    out: values.get("out") ?? null,
    only,
    steps: values.has("steps"),
    verbose: values.has("verbose"),
    format: formatOf(values),
    report: values.has("report"),
    pages: values.has("pages"),
    pptx: values.get("pptx") ?? null,
    exitCode: values.has("exit-code"),
    fix: values.has("fix"),
    printDeck: values.has("print-deck"),
    browserUrl,
    like: beginning,
    into: values.get("into") ?? null,
    data: values.get("data") ?? null,
    port: port === undefined ? null : Number(port),
    open: values.has("open"),
    noOpen: values.has("no-open"),
    keep: values.get("keep") ?? null,
    noWindow: values.has("no-window"),
    status: values.has("status"),
    installUnit: values.has("install-unit"),
    lan: values.has("lan"),
    cert: values.get("cert") ?? null,
    key: values.get("key") ?? null,
  };
}

function plain(name: CommandName, word: string | null): Command {
  return { name, word, words: word === null ? [] : [word], out: null, only: null, steps: false, verbose: false, format: "text", fix: false, printDeck: false, report: false, pages: false, pptx: null, exitCode: false, port: null, open: false, lan: false, cert: null, key: null, noOpen: false, keep: null, noWindow: false, status: false, installUnit: false, browserUrl: null, like: null, into: null, data: null };
}

function isBrowserUrl(text: string): boolean {
  return URL.canParse(text) && /^(?:wss?|https?):\/\/[^/]/i.test(text);
}

/** Names of outputs or of output groups, separated by commas; Chinese keyboards give ， and 、. */
function parseOnly(text: string | null): readonly OutputName[] | Diagnostic | null {
  if (text === null) return null;
  const names: OutputName[] = [];
  for (const word of text.split(/[,，、]/).map((part) => part.trim())) {
    const named = word === "handout" ? OUTPUT_GROUPS[word] : OUTPUT_NAMES.filter((output) => output === word);
    if (named.length === 0) return unknownOutput(word, [...OUTPUT_NAMES, ...Object.keys(OUTPUT_GROUPS)]);
    names.push(...named);
  }
  return names;
}

/** `--lang` if given, otherwise the environment's language, otherwise the system's. */
function languageOf(given: string | null, environment: Readonly<Record<string, string | undefined>>): "zh" | "en" {
  const system = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || Intl.DateTimeFormat().resolvedOptions().locale;
  return (given === "zh" || given === "en" ? given : system).toLowerCase().startsWith("zh") ? "zh" : "en";
}
