/** The doubts of an import: listed with what the tables hold by now, and written into them when a person accepts one. */
import { acceptRow, emptyTable, namedCells, readDoubts, REVIEW_NAMES, type Doubt, type TableLine } from "../import.ts";
import type { State } from "../dev/session.ts";
import type { DeskAnswer, DeskDoubt, DeskDoubtRow } from "../model/desk.ts";
import { splitSheet } from "../model/span.ts";
import { tableName } from "../model/table-name.ts";
import type { World } from "../world/world.ts";
import type { DeskFiles } from "./files.ts";

interface Options {
  readonly dir: string;
  readonly lang: "zh" | "en";
  readonly world: World;
  readonly files: DeskFiles;
  readonly state: () => Promise<Pick<State, "model" | "sources">>;
}

export interface Doubts {
  readonly list: () => Promise<readonly DeskDoubt[]>;
  /** Writes the rows of a doubt, by its number. */
  readonly accept: (number: unknown) => Promise<DeskAnswer>;
}

/** The review of 200 pages has some 2 MB. */
const MOST = 16 * 1024 * 1024;
const WORDS = {
  zh: { gone: "核对页里没有这一条了。", taken: "表里这一项已经写了别的数，没有改动。" },
  en: { gone: "The review has no such doubt any more.", taken: "The table says something else there; nothing was changed." },
} as const;

export function createDoubts({ dir, lang, world, files, state }: Options): Doubts {
  const read = async (): Promise<readonly Doubt[]> => {
    for (const name of Object.values(REVIEW_NAMES)) {
      const bytes = await world.readFile(`${dir}/${name}.json`, dir, MOST).catch(() => null);
      if (bytes !== null) return readDoubts(new TextDecoder().decode(bytes));
    }
    return [];
  };
  const textOf = async ({ table, line }: TableLine): Promise<string> => (await files.read(`data/${table}`))?.text ?? emptyTable({ table, line });
  const rowOf = async (row: TableLine): Promise<DeskDoubtRow> => {
    const inWorkbook = [...(await state()).sources.keys()].some((path) => splitSheet(path).sheet !== null && tableName(path) === row.table);
    return { path: `data/${row.table}`, cells: namedCells(row), state: inWorkbook ? "workbook" : acceptRow(row, await textOf(row)).type };
  };
  /** Without the indicator where the deck has it: then nothing is to be done about it. */
  const rowsOf = async ({ lines }: Doubt): Promise<readonly { readonly line: TableLine; readonly row: DeskDoubtRow }[]> => {
    const known = new Set((await state()).model?.indicators.map(({ id }) => id));
    const rows = await Promise.all(lines.map(async (line) => ({ line, row: await rowOf(line) })));
    return rows.filter(({ line, row }) => line.table !== "indicators.csv" || (row.state !== "there" && !known.has(row.cells[0]?.[1] ?? "")));
  };
  return {
    list: async () => Promise.all((await read()).map(async (doubt) => ({ ...withoutLines(doubt), reason: doubt.reason[lang], rows: (await rowsOf(doubt)).map(({ row }) => row) }))),
    accept: async (number) => {
      const doubt = (await read()).find((one) => one.number === number);
      if (doubt === undefined) return { type: "refused", message: WORDS[lang].gone };
      const rows = await rowsOf(doubt);
      // All of its rows, or none.
      if (rows.length === 0 || rows.some(({ row }) => row.state !== "open")) return { type: "refused", message: WORDS[lang].taken };
      let last: DeskAnswer = { type: "refused", message: WORDS[lang].taken };
      for (const [index, { line }] of rows.entries()) {
        const make = (text: string): string => {
          const accepted = acceptRow(line, text);
          return accepted.type === "open" ? accepted.text : text;
        };
        last = await files.change(`data/${line.table}`, emptyTable(line), make, index === 0 ? "alone" : "joined");
        if (last.type !== "written") return last;
      }
      return last;
    },
  };
}

function withoutLines({ number, place, sentence, words, title, detail }: Doubt): Omit<DeskDoubt, "reason" | "rows"> {
  return { number, place, sentence, words, title, detail };
}
