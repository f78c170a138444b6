/** A line as it was typed, and what Markdown reads in place of its first characters. */

/** A line of a slide or of its notes. */
export interface TypedLine {
  /** Index of its first character in the section. */
  readonly start: number;
  readonly text: string;
}

/** What stands in place of the first characters of a line. */
export interface Lead {
  /** Number of characters replaced. */
  readonly length: number;
  readonly text: string;
  /** True if the line begins a block, whatever stands before it. */
  readonly apart: boolean;
}
