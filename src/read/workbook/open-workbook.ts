/** Turns the bytes of a workbook into its sheets; whatever the bytes are, the result is sheets or what is wrong with the file. */
import type { Sheet } from "hucre";
import type { WorkbookFault } from "../../diagnostics/messages/workbook.ts";
import { findSheetTable } from "../../model/table-name.ts";
import { findWideCell, LAST_COLUMN, type WideCell } from "./find-wide-cell.ts";
import { measureArchive, openArchive, type Archive } from "./measure-archive.ts";

export type Opened =
  | { readonly type: "sheets"; readonly sheets: readonly Sheet[]; readonly otherNames: readonly string[]; readonly wide: WideCell | null }
  | { readonly type: "fault"; readonly fault: WorkbookFault };

/** Most unpacked bytes and cells: 300,000 rows of nine columns are 2.7 million in 130 MB of XML. A million cells take 350 MB of memory. */
const [LARGEST, MOST_CELLS] = [256 * 1024 * 1024, 4_000_000] as const;
/** XML packs to a tenth, a table of repetitions to a fiftieth; an archive made to fill the memory, to a thousandth. */
const [DENSEST, SMALL] = [200, 8 * 1024 * 1024] as const;
/** What is read of a sheet: all rows that a program can write. Formatted cells beyond are not even filled up to. */
const READ = `A1:${LAST_COLUMN}1048576`;
/** What the reader says of a sheet whose rows times columns would fill the memory. */
const TOO_MANY = /over the \d+ limit/;
/** MS-CFB 2.2: the container of .xls files and of encrypted workbooks (MS-OFFCRYPTO 2.3.4.4). */
const CONTAINER = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

/** Opens the sheets that are wanted, those that are tables unless told otherwise, and lists the names of the others. */
export async function openWorkbook(bytes: Uint8Array, isWanted: (sheet: string) => boolean = (sheet) => findSheetTable(sheet) !== null): Promise<Opened> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const archive = openArchive(buffer);
  const fault = findFault(buffer, archive);
  if (fault !== null || archive === null) return { type: "fault", fault: fault ?? "damaged" };
  const otherNames: string[] = [];
  const wanted = ({ name }: { readonly name: string }): boolean => isWanted(name) || otherNames.push(name) === 0;
  const { readXlsx } = await import("hucre/xlsx");
  try {
    const { sheets } = await readXlsx(bytes, { readStyles: true, sheets: wanted, range: READ });
    return { type: "sheets", sheets, otherNames, wide: findWideCell(archive) };
  } catch (failure) {
    // The reader throws for everything it cannot read; its reasons name parts of the archive that no office knows.
    return { type: "fault", fault: failure instanceof Error && TOO_MANY.test(failure.message) ? "too-large" : "damaged" };
  }
}

function findFault(bytes: Buffer, archive: Archive | null): WorkbookFault | null {
  if (bytes.subarray(0, CONTAINER.length).equals(CONTAINER)) return bytes.includes(ENCRYPTED) ? "protected" : "old-format";
  const size = archive === null ? null : measureArchive(archive, LARGEST);
  if (size === null) return "damaged";
  const dense = size.bytes > SMALL && size.bytes / bytes.length > DENSEST;
  return size.bytes > LARGEST || size.cells > MOST_CELLS || dense ? "too-large" : null;
}
