/** The parts of an Office file (ECMA-376 part 2): what a slide, a chart or a layout adds to the package. */
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

/** What a slide gives to something that is drawn apart. */
export interface FramePlace {
  /** The number of the outermost shape (`p:cNvPr@id`), and further ones that no other shape of the slide has. */
  readonly id: number;
  readonly nextId: () => number;
  /** The id of the slide's relation to a chart part. */
  readonly relate: (path: string) => string;
}

/** A chart made for a slide: its parts, and the shapes that show it. */
export interface ChartParts {
  /** Each chart with its workbook after it; a chart of panels has several. */
  readonly parts: readonly Part[];
  /** One `p:graphicFrame`, or a `p:grpSp` with words beside the bars. */
  readonly frame: (place: FramePlace) => string;
}

const OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
/** Types whose address is none of the office document's own. */
const OTHER_TYPES: Readonly<Record<string, string>> = { "core-properties": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" };

/** The address of a relation's type. */
export function relationType(type: string): string {
  return OTHER_TYPES[type] ?? OFFICE_RELATIONS + type;
}
