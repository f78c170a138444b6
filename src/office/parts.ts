/** The parts of an Office file (ECMA-376 part 2): what a slide, a chart or a layout adds to the package. */
import type { Box } from "./units.ts";

/** A relationship of a part; `target` is the name of another part, absolute (`/ppt/charts/chart1.xml`), or an address outside. */
export interface Relation {
  /** Unique in its part: `rId1`. */
  readonly id: string;
  /** The last segment of the type's address: `slideLayout`, `chart`. */
  readonly type: string;
  readonly target: string;
  readonly external?: true;
}

/** One file of the package. */
export interface Part {
  /** Absolute: `/ppt/slides/slide1.xml`. */
  readonly path: string;
  /** Its content type. */
  readonly type: string;
  readonly bytes: Uint8Array | string;
  readonly relations: readonly Relation[];
}

/** Where something drawn apart goes on its slide. */
export interface FramePlace {
  readonly box: Box;
  /** Id of the slide's relation to the chart. */
  readonly relation: string;
  /** A number that no other shape of the slide has (`p:cNvPr@id`). */
  readonly nextId: () => number;
}

/** A chart made for a slide: its parts, what the slide refers to, and the frame that shows it. */
export interface ChartParts {
  /** The chart first, then its workbook; the slide's relation of type `chart` goes to the first. */
  readonly parts: readonly Part[];
  /** The `<p:graphicFrame>`, with shapes beside it where words have no bar. */
  readonly frame: (place: FramePlace) => string;
}

const OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
/** Types whose address is none of the office document's own. */
const OTHER_TYPES: Readonly<Record<string, string>> = { "core-properties": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" };

/** The address of a relation's type. */
export function relationType(type: string): string {
  return OTHER_TYPES[type] ?? OFFICE_RELATIONS + type;
}
