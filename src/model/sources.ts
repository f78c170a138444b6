/** The files of a project after reading and before parsing. */

/** Replaces a line break inside a cell in the text of a sheet. */
export const BREAK_IN_CELL = "\u2028";
/** Ends a sheet's cell whose content was reported on reading, so that nobody takes it for a figure. */
export const REPORTED = "\uFFFC";

/**
 * A text file: decoded (UTF-8 with or without BOM, GB 18030 for tables), line ends normalised to LF. A sheet of a workbook is one
 * too: one line per row, tabs between cells, {@link BREAK_IN_CELL} and {@link REPORTED} inside them.
 */
export interface SourceFile {
  /** Relative to the project folder, forward slashes; for a sheet, `data/report.xlsx!observations`. */
  readonly path: string;
  readonly text: string;
}

/** A link that leads out of the project, or nowhere; a pipe, a socket or a device; a file that is too large. */
export type RefusedImage = "elsewhere" | "special" | "too-large";

/** A picture found below the project folder, or a link in its place. */
export interface ImageFile {
  readonly path: string;
  /** Why it was not read, if it was not. */
  readonly refused?: RefusedImage;
  /** Null when it was not read, or the bytes are not a picture that can be shown. */
  readonly size: {
    /** Pixels after EXIF rotation. */
    readonly width: number;
    readonly height: number;
    readonly format: "jpeg" | "png" | "webp" | "avif" | "gif" | "svg";
  } | null;
  /** SHA-256 of the bytes, hex; empty when it was not read. */
  readonly hash: string;
}

/** theme.yaml and theme.css of the theme that deck.yaml names. */
export interface ThemeSources {
  readonly name: string;
  readonly tokens: SourceFile;
  readonly css: SourceFile;
}

export interface Sources {
  readonly settings: SourceFile | null;
  /** slides/*.md in file-name order. */
  readonly slides: readonly SourceFile[];
  /** data/*.csv in file-name order, then the sheets of data/*.xlsx. */
  readonly tables: readonly SourceFile[];
  /** By path. */
  readonly images: ReadonlyMap<string, ImageFile>;
  /** Themes to choose from, by name: the project's own and those that come with Luduan. */
  readonly themes: ReadonlyMap<string, ThemeSources>;
}
