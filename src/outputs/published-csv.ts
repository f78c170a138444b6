/** Tables as they are published: without the columns that are for the office alone, and without cells that a spreadsheet program would run. */

/** What begins a formula, full-width forms included (OWASP, CSV injection). */
const FORMULA = /^[=@＝＠\t\r]/;
const SIGN = /^[+\-＋－]/;
/** A figure or words after a sign are none: a formula needs a bracket, a quote, an operator or a mark. */
const PLAIN_AFTER_SIGN = /^[+\-＋－][\p{L}\p{N}.,%‰：、（） ]*$/u;

interface Cell {
  readonly text: string;
  /** As it stands in the file, with its quotes. */
  readonly raw: string;
}

/** The text of a CSV file; `hidden` are names of columns to leave out. Everything else stays as it is written. */
export function publishCsv(text: string, hidden: ReadonlySet<string>): string {
  const delimiter = findDelimiter(text);
  const rows = splitRows(text, delimiter);
  const out = hiddenAt(rows[0]?.cells.map((cell) => cell.text) ?? [], hidden);
  return rows.map(({ cells, end }) => cells.filter((_, column) => !out.has(column)).map((cell) => (isFormula(cell.text) ? quote(defuse(cell.text)) : cell.raw)).join(delimiter) + end).join("");
}

/** The text of a sheet as comma-separated values (RFC 4180), without its blank rows. */
export function publishSheet(sheet: string, hidden: ReadonlySet<string>): string {
  const rows = sheet.split("\n").map((row) => row.split("\t"));
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  const out = hiddenAt(filled[0] ?? [], hidden);
  const width = filled.reduce((widest, row) => Math.max(widest, row.length), 0);
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => !out.has(column));
  return filled.map((row) => `${columns.map((column) => writeCell((row[column] ?? "").replaceAll("\u2028", "\n"))).join(",")}\n`).join("");
}

function hiddenAt(names: readonly string[], hidden: ReadonlySet<string>): ReadonlySet<number> {
  return new Set(names.flatMap((name, column) => (hidden.has(name.replace("\uFEFF", "").trim().toLowerCase()) ? [column] : [])));
}

function writeCell(text: string): string {
  const safe = isFormula(text) ? defuse(text) : text;
  return /[",\n]/.test(safe) ? quote(safe) : safe;
}

function isFormula(text: string): boolean {
  const shown = text.trimStart();
  return FORMULA.test(text) || FORMULA.test(shown) || (SIGN.test(shown) && !PLAIN_AFTER_SIGN.test(shown));
}

/** An apostrophe makes a cell text for every spreadsheet program. */
function defuse(text: string): string {
  return `'${text}`;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** As for reading: the most frequent in the first line. */
function findDelimiter(text: string): string {
  const first = text.slice(0, text.indexOf("\n") + 1 || text.length).replaceAll(/"[^"]*"/g, "");
  const count = (delimiter: string): number => first.split(delimiter).length;
  return [";", "\t"].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ",");
}

interface Row {
  readonly cells: readonly Cell[];
  /** Its line break, if it has one. */
  readonly end: string;
}

function splitRows(text: string, delimiter: string): readonly Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < text.length; ) {
    const cells: Cell[] = [];
    let mark = delimiter;
    while (mark === delimiter) {
      const end = endOfCell(text, at, delimiter);
      const raw = text.slice(at, end);
      cells.push({ raw, text: raw.startsWith('"') ? raw.replace(/^"|"$/g, "").replaceAll('""', '"') : raw });
      mark = text[end] ?? "";
      at = end + 1;
    }
    rows.push({ cells, end: mark });
  }
  return rows;
}

/** The next delimiter or line break outside quotes, or the end of the text. */
function endOfCell(text: string, start: number, delimiter: string): number {
  let at = start;
  if (text[at] === '"') {
    for (at += 1; at < text.length; at += 1) {
      if (text[at] !== '"') continue;
      if (text[at + 1] !== '"') break;
      at += 1;
    }
  }
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n") at += 1;
  return at;
}
