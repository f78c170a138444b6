/** The world outside: everything impure that the stages may ask for, as one small object. */

export interface FolderEntry {
  readonly name: string;
  /** `elsewhere` is a link that leads out of the project, or nowhere: nothing behind it is read. */
  readonly type: "file" | "folder" | "elsewhere";
}

/** A picture beside the page that shows it: inside its HTML thirty photos would be a text of many megabytes. */
export interface PagePicture {
  /** Of its bytes, such as `image/jpeg`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A document without its fonts; nothing in it is run. */
export interface PrintPage {
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  /** A style sheet. */
  readonly style: string;
  readonly bodyClass: string;
  /** HTML of the body. */
  readonly body: string;
  /** By what stands in the `src` of its images; others are in their address themselves. */
  readonly pictures?: ReadonlyMap<string, PagePicture>;
}

/** A document with its fonts. */
export interface FontedPage extends PrintPage {
  /** Style sheets with fonts in them. Many documents share them: each goes to a tab once, and is known by its text. */
  readonly faces: readonly string[];
}

export interface PrintPaper {
  /** Page size in millimetres. */
  readonly width: number;
  readonly height: number;
  /** How much CSS pixels shrink on paper: a 1920 px slide on a 1280 px page is 2/3. */
  readonly scale: number;
}

/** A document for the shared browser to print; no network is there for it. */
export interface PdfRequest extends FontedPage, PrintPaper {}

/** A document that is measured as a screen shows it. */
export interface StageRequest {
  readonly content: FontedPage;
  /** Window in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A style sheet for the screen alone. */
  readonly style: string;
  /** An expression that gives what is asked of the page, or a promise of it. */
  readonly script: string;
  /** What it is printed on behind that; null for a document that is only measured. */
  readonly paper: PrintPaper | null;
}

/** A finished page to be looked at. */
export interface PageInspection {
  /** The whole page, with what it needs inside. */
  readonly html: Uint8Array;
  /** Window in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Takes the browser so much memory that what idles beside it gives back its own. */
  readonly heavy: boolean;
  /** Opened as a telephone does. */
  readonly phone: boolean;
  /** An expression that gives what is asked of the page, or a promise of it. */
  readonly script: string;
}

/** What a page did that a closed page does not: it asked for something outside, or failed at something. */
export interface PageComplaint {
  readonly type: "request" | "error";
  /** The address, or the browser's words. */
  readonly text: string;
}

export interface InspectedPage {
  /** What the script gave, as JSON carries it. */
  readonly answer: unknown;
  readonly complaints: readonly PageComplaint[];
}

export interface StagedPage extends InspectedPage {
  /** Empty where nothing was to be printed. */
  readonly pdf: Uint8Array;
}

/** A process beside this one that answers questions. */
export interface Helper {
  /** Question and answer are plain data, bytes included. Rejects with what failed there; with a WorldError when the process has ended or cannot start. */
  ask(question: unknown): Promise<unknown>;
  end(): void;
}

export interface World {
  /** Bytes of a file; null when it is absent. Other failures throw a WorldError. */
  readFile(path: string): Promise<Uint8Array | null>;
  /**
   * Bytes of a file that comes with the tool: `build/client/deck.js`, `themes/…` below its home, or `@scope/package/…` and
   * `node_modules/package/…` of what it depends on; null when it is absent.
   */
  readToolFile(path: string): Promise<Uint8Array | null>;
  /** Sorted entries of a folder; null when it is absent. Links are followed where they stay inside `root`. */
  listFolder(path: string, root: string): Promise<readonly FolderEntry[] | null>;
  /** Sorted full paths of the folders that match a pattern (`towns/*`), which is meant from `from`. */
  findFolders(pattern: string, from: string): Promise<readonly string[]>;
  /** Replaces one file, or leaves the old one. */
  replaceFile(path: string, bytes: Uint8Array): Promise<void>;
  /** Writes all files aside, then swaps the folder in whole; a failure or a kill leaves the old one. */
  replaceFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** Writes one file whole, with the folders above it; a failure leaves the old one. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /** Puts back and clears away what a killed `replaceFolder` left beside `path`; never fails. */
  recoverFolder(path: string): Promise<void>;
  /** Per-user cache by key; null on a miss. A broken or read-only cache only costs time. */
  readCache(key: string): Promise<Uint8Array | null>;
  writeCache(key: string, bytes: Uint8Array): Promise<void>;
  /** A script that is bundled with the tool, as a process of its own; null where the tool runs from its sources. Whoever asks for it ends it. */
  createHelper(script: string): Helper | null;
  /** Begins to start the shared browser with tabs for so many documents, so that they stand ready; what goes wrong is told by `printPdf`. */
  startBrowser(documents: number): void;
  /** Prints a document in the one shared browser, started on first use. */
  printPdf(request: PdfRequest): Promise<Uint8Array>;
  /** Measures a document in a tab of the shared browser that prints, and prints it in the same layout of its fonts and pictures. */
  measurePage(request: StageRequest): Promise<StagedPage>;
  /** Opens a page in the shared browser, in a context of its own, and asks it something. */
  inspectPage(request: PageInspection): Promise<InspectedPage>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Ends the browser and what else was started; may be called twice. */
  close(): Promise<void>;
}

/** A failure of the machine that is no bug: it becomes a diagnostic without a span. */
export class WorldError extends Error {
  readonly kind:
    | "missing-browser" | "browser-failed" | "browser-unreachable" | "unwritable-output" | "unreadable-file" | "disk-full"
    | "helper-failed" | "missing-git" | "not-a-repository" | "unknown-revision" | "git-failed";
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
