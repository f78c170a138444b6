/** Reads data/projects.csv into the projects under way. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { duplicateProject, invalidFocus } from "../diagnostics/messages/data.ts";
import { STAGES, type Project, type Stage } from "../model/indicator.ts";
import type { SourceFile } from "../model/sources.ts";
import { CENTRE, parseFocus, type Focus } from "../model/photo.ts";
import { cellOrNull, cellText, neededCell, openTable, spanOfCell, spanOfRow, wordCell, type Columns, type Table } from "./cells.ts";
import type { CsvRow } from "./csv.ts";

const COLUMNS: Columns = { required: ["name", "section", "status"], optional: ["role", "due", "photo", "focus", "credit"] };
const STAGE_WORDS: ReadonlyMap<string, Stage> = new Map(STAGES.map((stage) => [stage, stage]));
const ROLES: ReadonlyMap<string, "主体" | "配合"> = new Map([["主体", "主体"], ["配合", "配合"]]);
/** Words that a column takes, and no others. */
export const PROJECT_WORDS = { status: [...STAGES], role: [...ROLES.keys()] };

/** Reads projects.csv; wrong rows are reported and left out. */
export function parseProjects(file: SourceFile, report: Report): Project[] {
  const table = openTable(file, COLUMNS, report);
  if (table === null) return [];
  const projects = new Map<string, Project>();
  for (const row of table.rows) {
    const project = parseRow(table, row);
    if (project === null) continue;
    const key = `${project.section}\n${project.name}\n${project.status}`;
    const first = projects.get(key);
    if (first !== undefined) report(duplicateProject(spanOfRow(table, row), project.name, first.span));
    else projects.set(key, project);
  }
  return [...projects.values()];
}

function parseRow(table: Table, row: CsvRow): Project | null {
  const name = neededCell(table, row, "name");
  const section = neededCell(table, row, "section");
  const status = neededCell(table, row, "status") === null ? undefined : wordCell(table, row, "status", STAGE_WORDS);
  const photo = cellOrNull(table, row, "photo");
  const focus = focusCell(table, row);
  const role = wordCell(table, row, "role", ROLES);
  if (name === null || section === null || status === undefined || status === null || role === undefined || focus === null) return null;
  return { name, section, status, role, due: cellOrNull(table, row, "due"), photo: photo === null ? null : { path: photo, focus, credit: cellText(table, row, "credit"), span: spanOfCell(table, row, "photo") }, span: spanOfRow(table, row) };
}

/** What stays in view of the photo; null after reporting. */
function focusCell(table: Table, row: CsvRow): Focus | null {
  const text = cellText(table, row, "focus");
  const focus = text === "" ? CENTRE : parseFocus(text);
  if (focus === null) table.report(invalidFocus(spanOfCell(table, row, "focus"), text));
  return focus;
}
