/** Boards with more projects than fit one slide: columns of a few lines, up to four on a slide. */
import type { BlockOf, ProjectGroup } from "../../model/deck.ts";
import type { Project } from "../../model/indicator.ts";
import { divideEvenly, evenSizes, roomBelow, type TableText } from "../../model/table-plan.ts";
import { textWidth } from "../../model/text-width.ts";
import type { Words } from "../../model/words.ts";

type Board = BlockOf<"projects">;

/** Width of a column, lines it holds below a vessel of the full size, and type in pixels, by the number of columns (waterline.css). */
const OPEN: readonly { readonly size: number; readonly lines: number }[] = [{ size: 56, lines: 5 }, { size: 56, lines: 5 }, { size: 56, lines: 5 }, { size: 52, lines: 5 }, { size: 44, lines: 5 }, { size: 40, lines: 5 }];
/** The same where vessels stand beside their heads, four columns on a slide; long names are set smaller. */
const COLUMNS = 4;
const DENSE = [{ small: false, size: 44, line: 60, holds: 20 }, { small: true, size: 36, line: 50, holds: Infinity }] as const;
/** The head of a group, with the rule above it and the space around it, and the space below the slide's own head. */
const HEAD = 136;
const ABOVE = 36;
/** Em of a line that phrases leave empty where a name takes several. */
const RAGGED = 1.6;

function columnWidth(columns: number): number {
  return (1696 - 32 * (columns - 1)) / columns;
}

/** The board in parts of one slide each, with the number of projects on each. */
export function divideBoard(board: Board, above: Pick<TableText, "title" | "lead">, words: Words): { readonly parts: readonly Board[]; readonly counts: readonly number[] } {
  const open = OPEN[board.groups.length - 1];
  // In narrow columns a name that takes two lines would be broken within a word.
  const whole = open !== undefined && (board.groups.length <= COLUMNS || board.groups.every(({ projects }) => projects.every(({ name }) => textWidth(name) * open.size <= columnWidth(board.groups.length))));
  const fits = open !== undefined && whole && board.groups.every(({ projects, caption }) => linesOf(projects, open.size, columnWidth(board.groups.length)) + (caption === "" ? 0 : 1) <= open.lines);
  if (fits) return { parts: [board], counts: [countOf(board)] };
  const widest = Math.max(...board.groups.flatMap(({ projects }) => projects.map(({ name }) => textWidth(name))));
  const form = DENSE.find(({ holds }) => widest <= holds)!;
  const lines = Math.floor((roomBelow(above) + 48 - ABOVE - HEAD) / form.line);
  const columns = board.groups.flatMap((group) => columnsOf(group, form.size, lines));
  const pages = evenSizes(columns.length, Math.ceil(columns.length / COLUMNS));
  let from = 0;
  const parts = pages.map((size): Board => ({ ...board, dense: true, small: form.small, groups: joinColumns(columns.slice(from, (from += size)), words) }));
  return { parts, counts: parts.map(countOf) };
}

function countOf({ groups }: Board): number {
  return groups.reduce((sum, { projects }) => sum + projects.length, 0);
}

interface Column {
  readonly group: ProjectGroup;
  readonly projects: readonly Project[];
  /** Whether an earlier column has the group's first projects. */
  readonly later: boolean;
}

/** A group in columns that are as even as possible. */
function columnsOf(group: ProjectGroup, size: number, lines: number): readonly Column[] {
  const room = lines - (group.caption === "" ? 0 : 1);
  const sizes = divideEvenly(group.projects, (some) => linesOf(some, size, columnWidth(COLUMNS)) <= room);
  let from = 0;
  return sizes.map((count, index) => ({ group, projects: group.projects.slice(from, (from += count)), later: index > 0 }));
}

/** Neighbouring columns of one group share its head; a head on a later slide says that the group goes on. */
function joinColumns(columns: readonly Column[], words: Words): ProjectGroup[] {
  const groups: ProjectGroup[] = [];
  let open: ProjectGroup | null = null;
  for (const { group, projects, later } of columns) {
    const last = groups.at(-1);
    if (last !== undefined && open === group) groups[groups.length - 1] = { ...last, projects: [...last.projects, ...projects], columns: last.columns + 1 };
    else groups.push({ ...group, title: later ? `${group.title}${words.continued}` : group.title, projects, columns: 1 });
    open = group;
  }
  return groups;
}

/** Lines of a column, with the words that follow a name (renderProject). */
function linesOf(projects: readonly Project[], size: number, width: number): number {
  return projects.reduce((sum, { name, role, due }) => {
    const after = (role === "配合" ? 2.4 : 0) + (due === null ? 0 : 0.4 + textWidth(due) * 0.72);
    const whole = (textWidth(name) + after) * size;
    return sum + (whole <= width ? 1 : Math.ceil(whole / (width - RAGGED * size)));
  }, 0);
}
