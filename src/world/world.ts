/** The outside world: everything impure that the stages may use, as one small object. */

export interface FolderEntry {
  readonly name: string;
  /** `elsewhere` is a link that leads out of the project, or nowhere; `special` a pipe, a socket or a device. Neither is ever opened. */
  readonly type: "file" | "folder" | "elsewhere" | "special";
  /** Where a link inside the project leads, relative to its root, with forward slashes. */
  readonly target?: string;
}

/** Largest file that is read, in bytes, where the reader names no smaller bound. */
export const LARGEST_FILE = 256 * 1024 * 1024;

/** A picture beside the page that shows it: inside the HTML thirty photos would make a text of many megabytes. */
export interface PagePicture {
  /** Media type, such as `image/jpeg`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A document without its fonts; nothing in it is executed. */
export interface PrintPage {
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  /** A style sheet. */
  readonly style: string;
  readonly bodyClass: string;
  /** HTML of the body. */
  readonly body: string;
  /** By the `src` of its images; other images are contained in their address. */
  readonly pictures?: ReadonlyMap<string, PagePicture>;
}

/** A document with its fonts. */
export interface FontedPage extends PrintPage {
  /** Style sheets with fonts inside. Many documents share them: each goes to a tab once, and its text identifies it. */
  readonly faces: readonly string[];
}

export interface PrintPaper {
  /** Page size in millimetres. */
  readonly width: number;
  readonly height: number;
  /** Scale of CSS pixels on paper: a 1920 px slide on a 1280 px page is 2/3. */
  readonly scale: number;
}

/** A document for the shared browser to print, without a network. */
export interface PdfRequest extends FontedPage, PrintPaper {}

/** A document measured as on a screen. */
export interface StageRequest {
  readonly content: FontedPage;
  /** Window in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A style sheet only for the screen. */
  readonly style: string;
  /** An expression that gives the answer, or a promise of it. */
  readonly script: string;
  /** Paper to print it on afterwards; null for a document that is only measured. */
  readonly paper: PrintPaper | null;
}

/** A finished page to check. */
export interface PageInspection {
  /** The whole page, with everything it needs inside. */
  readonly html: Uint8Array;
  /** Window in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** True if the page takes so much memory that idle tabs must give up theirs. */
  readonly heavy: boolean;
  /** Whether to open it as a phone does. */
  readonly phone: boolean;
  /** An expression that gives the answer, or a promise of it. */
  readonly script: string;
}

/** Something that a self-contained page must not do: it requested something outside, or had an error. */
export interface PageComplaint {
  readonly type: "request" | "error";
  /** The address, or the browser's message. */
  readonly text: string;
}

export interface InspectedPage {
  /** The result of the script, as JSON. */
  readonly answer: unknown;
  readonly complaints: readonly PageComplaint[];
}

/** A stretch of a page; in CSS pixels from its top. */
export interface PageStrip {
  readonly top: number;
  readonly bottom: number;
}

/** A finished page to draw. */
export interface PageDrawing {
  /** The whole page, with everything it needs inside. */
  readonly html: Uint8Array;
  /** Width of the window in CSS pixels, and pixels of the pictures for each of them. */
  readonly width: number;
  readonly scale: number;
  /** An expression that measures the page, or a promise of the measures. */
  readonly script: string;
  /** The strips to draw, from what was measured. */
  readonly strips: (answer: unknown) => readonly PageStrip[];
}

export interface DrawnPage extends InspectedPage {
  /** PNG, one for each strip. */
  readonly pictures: readonly Uint8Array[];
  /** Name and version of the browser, on which the pixels depend. */
  readonly browser: string;
}

export interface FilmFormat {
  /** Pixels, even. */
  readonly width: number;
  readonly height: number;
  /** Pictures a second. */
  readonly rate: number;
}

/** A stretch of a film that begins with a key picture. */
export interface FilmShot {
  /** An expression that brings the page to the first moment of the shot; gives the milliseconds until it stands still, or a promise of them. */
  readonly show: string;
  /** An expression that brings it to a moment of the shot, in milliseconds. */
  readonly seek: (milliseconds: number) => string;
  /** The moments to draw, one for each picture, and how many pictures more show the last; from the milliseconds until it stands still. */
  readonly plan: (still: number) => { readonly times: readonly number[]; readonly hold: number };
}

/** A page to draw moment by moment. */
export interface FilmDrawing {
  /** The whole page, with everything it needs inside. */
  readonly html: Uint8Array;
  readonly format: FilmFormat;
  readonly shots: readonly FilmShot[];
  /** The bundled script that encodes in a browser, where there is no ffmpeg. */
  readonly encoder: string;
  /** Called after each shot with how many there are. */
  readonly onShot: (done: number, all: number) => void;
}

export interface DrawnFilm {
  /** H.264 (Annex B), one stream for each shot that has pictures. */
  readonly streams: readonly Uint8Array[];
  readonly complaints: readonly PageComplaint[];
  /** Names and versions of the browser and the encoder. */
  readonly drawnBy: string;
  readonly encodedBy: string;
}

export interface StagedPage extends InspectedPage {
  /** Empty if nothing was to be printed. */
  readonly pdf: Uint8Array;
}

/** A separate process that answers questions. */
export interface Helper {
  /**
   * Question and answer are plain data, including bytes. Rejects with the failure
   * there, or with a WorldError when the process has ended or cannot start.
   */
  ask(question: unknown): Promise<unknown>;
  end(): void;
}

/** A file as it was read, null where it was absent, and as it becomes. */
export interface FileChange {
  readonly before: Uint8Array | null;
  readonly after: Uint8Array;
}

export interface World {
  /**
   * Bytes of a file below `root`; null when it is absent. Throws a WorldError for a file larger than `most` bytes (default:
   * {@link LARGEST_FILE}), for what is no file, for a link that leads out of `root`, for a disk that is silent for 20 s, and for failures of the machine.
   */
  readFile(path: string, root: string, most?: number): Promise<Uint8Array | null>;
  /**
   * Bytes of a file that comes with the tool: `build/client/deck.js`, `themes/…` below its home,
   * or `@scope/package/…` of its dependencies; null when it is absent.
   */
  readToolFile(path: string): Promise<Uint8Array | null>;
  /** Sorted entries of a folder below `root`; null when it is absent. A link that leads out of `root` is named, and throws a WorldError as the folder itself. */
  listFolder(path: string, root: string): Promise<readonly FolderEntry[] | null>;
  /** Changes whenever a file or folder below `root` is written: its time and size; null when it is absent. Throws like `readFile`. */
  stamp(path: string, root: string): Promise<string | null>;
  /** Sorted full paths of the folders that match a pattern (`towns/*`), which is relative to `from`. */
  findFolders(pattern: string, from: string): Promise<readonly string[]>;
  /** Replaces one file below `root`, or leaves the old one. */
  replaceFile(path: string, bytes: Uint8Array, root: string): Promise<void>;
  /** The real path of a folder, or of its nearest folder above with the rest of the path. */
  resolveFolder(path: string): Promise<string>;
  /** The real path of an output folder; throws a WorldError if it is a link, or is written as a folder of `project` but lies elsewhere. */
  resolveOutput(path: string, project: string | null): Promise<string>;
  /** Writes all files aside, then swaps the folder as a whole; a failure or a kill leaves the old one. A link is refused. */
  replaceFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** The same for a folder that is absent or empty; one that has been filled since is left, and throws a WorldError ("not empty"). */
  createFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** Changes several files below `dir`: all of them or none, whatever happens. A file that is not as it was read throws a WorldError, and none is changed. */
  changeFiles(dir: string, changes: ReadonlyMap<string, FileChange>): Promise<void>;
  /** Finishes what a killed `changeFiles` has begun in `dir`; throws a WorldError where the disk refuses. */
  finishChange(dir: string): Promise<void>;
  /** Writes one complete file, and the folders above it; a failure leaves the old one. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /** Restores and clears up what a killed `replaceFolder` left beside `path`; never fails. */
  recoverFolder(path: string): Promise<void>;
  /** Per-user cache by key; null on a miss. A broken or read-only cache only costs time. */
  readCache(key: string): Promise<Uint8Array | null>;
  writeCache(key: string, bytes: Uint8Array): Promise<void>;
  /** A script bundled with the tool, as a process of its own; null when the tool runs from source. The caller ends it. */
  createHelper(script: string): Helper | null;
  /** Begins to start the shared browser with tabs for this many documents, so that they are ready in time; `printPdf` reports any failure. */
  startBrowser(documents: number): void;
  /** Prints a document in the one shared browser, started on first use. */
  printPdf(request: PdfRequest): Promise<Uint8Array>;
  /** Measures a document in a printing tab of the shared browser, and prints it with the same fonts and pictures. */
  measurePage(request: StageRequest): Promise<StagedPage>;
  /** Opens a page in the shared browser, in a context of its own, and runs a script on it. */
  inspectPage(request: PageInspection): Promise<InspectedPage>;
  /** Opens a page in the shared browser, in a context of its own, and draws it. */
  drawPage(request: PageDrawing): Promise<DrawnPage>;
  /** Opens a page in the shared browser, in a context of its own, and makes a film of it. Throws a WorldError if nothing here encodes H.264. */
  drawFilm(request: FilmDrawing): Promise<DrawnFilm>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** The time that a build may say of itself, from `SOURCE_DATE_EPOCH`, in milliseconds since the epoch; null where none is given. */
  readonly sourceDate: number | null;
  /** Ends the browser and everything else that was started; may be called twice. */
  close(): Promise<void>;
}

/** A failure of the machine, or a file that is refused; not a bug. It becomes a diagnostic, with a place where a file is refused. */
export class WorldError extends Error {
  readonly kind:
    | "missing-browser" | "browser-failed" | "browser-unreachable" | "unwritable-output" | "unreadable-file" | "disk-full"
    | "outside-folder" | "not-a-file" | "file-too-large" | "too-many-files" | "no-answer"
    | "missing-encoder" | "encoder-failed"
    | "helper-failed" | "unusable-font" | "missing-git" | "not-a-repository" | "unknown-revision" | "git-failed";
  readonly path: string;
  readonly detail: string;

  constructor(kind: WorldError["kind"], path: string, detail: string) {
    super(`${kind}: ${path}: ${detail}`);
    this.name = "WorldError";
    this.kind = kind;
    this.path = path;
    this.detail = detail;
  }
}
