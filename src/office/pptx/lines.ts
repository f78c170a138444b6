/** Where lines of large type end: PowerPoint knows no phrases, so headlines carry their breaks. */
import { textWidth } from "../../model/text-width.ts";
import { clauseBreaks, type LineBreaker } from "../../render/line-break.ts";

/** Latin words of a heavy face are this much wider than others. */
const LATIN = 1.16;

function widthOf(text: string): number {
  return textWidth(text.trim()) * (/[A-Za-z]{3}/.test(text) ? LATIN : 1);
}

/** Pieces that no line may break. */
function piecesOf(text: string, width: number, findBreaks: LineBreaker): readonly string[] {
  const breaks = clauseBreaks(text, findBreaks(text), width);
  const pieces: string[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && !breaks.has(at) && text[at - 1] !== " ") continue;
    pieces.push(text.slice(from, at));
    from = at;
  }
  return pieces;
}

function linesIn(pieces: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + piece) <= width) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines;
}

/** A paragraph in as few lines of `width` em as it needs, all about as long, as `text-wrap: balance` sets them: of lines that are equally even, the later ones are longer. */
function balanced(text: string, width: number, findBreaks: LineBreaker): readonly string[] {
  if (widthOf(text) <= width) return [text];
  const pieces = piecesOf(text, width, findBreaks);
  const count = linesIn(pieces, width).length;
  // The most even lines from each piece to the end, by their number.
  const known = new Map<string, Ending | null>();
  const endings = (from: number, lines: number): Ending | null => {
    if (lines === 0) return from === pieces.length ? { uneven: 0, lines: [] } : null;
    const name = `${from} ${lines}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    let best: Ending | null = null;
    for (let to = from + 1; to <= pieces.length; to += 1) {
      const line = pieces.slice(from, to).join("");
      const long = widthOf(line);
      if (long > width && to > from + 1) break;
      const rest = endings(to, lines - 1);
      // Equal but for the rounding of widths.
      if (rest !== null && (best === null || rest.uneven + long ** 2 < best.uneven - 0.01)) best = { uneven: rest.uneven + long ** 2, lines: [line, ...rest.lines] };
    }
    known.set(name, best);
    return best;
  };
  return endings(0, count)?.lines ?? linesIn(pieces, width);
}

/** Lines to the end of a paragraph; the sum of the squares of their lengths is least where they are even. */
interface Ending {
  readonly uneven: number;
  readonly lines: readonly string[];
}

/** The lines of a headline; a newline in it stays. */
export function headlineLines(text: string, width: number, findBreaks: LineBreaker): readonly string[] {
  return text.split("\n").flatMap((paragraph) => balanced(paragraph, width, findBreaks));
}

/** Where lines end beside the breaks that the text has: offsets into the text without its newlines. */
export function addedBreaks(text: string, width: number, findBreaks: LineBreaker): ReadonlySet<number> {
  const ends = new Set<number>();
  let at = 0;
  for (const paragraph of text.split("\n")) {
    const lines = balanced(paragraph, width, findBreaks);
    for (const [index, line] of lines.entries()) {
      at += line.length;
      if (index < lines.length - 1) ends.add(at);
    }
  }
  return ends;
}

/** Lines that a running text takes at most in this width. */
export function countLines(text: string, size: number, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidth(line) * size * 1.03) / width)), 0);
}
