/** Types of the parts of css-tree in use, which its own types do not cover: a parser without its dictionary of values. */
declare module "css-tree/parser" {
  export interface CssPlace {
    readonly offset: number;
    readonly line: number;
    readonly column: number;
  }
  export interface CssNode {
    readonly type: string;
    /** Of functions, at-rules and pseudo-classes, as written. */
    readonly name?: string;
    /** Of declarations, as written. */
    readonly property?: string;
    /** Of raw text and strings. */
    readonly value?: unknown;
    readonly loc?: { readonly start: CssPlace; readonly end: CssPlace } | null;
  }
  /** The place of a node in the list that holds it. */
  export interface CssItem {
    readonly data: CssNode;
  }
  export interface CssList {
    readonly remove: (item: CssItem) => void;
  }
  export interface CssOptions {
    readonly context?: "stylesheet" | "declarationList" | "value";
    readonly positions?: boolean;
    readonly parseCustomProperty?: boolean;
    readonly onParseError?: (failure: { readonly message: string; readonly offset: number; readonly line: number; readonly column: number }) => void;
  }
  export default function parse(css: string, options?: CssOptions): CssNode;
}
declare module "css-tree/generator" {
  import type { CssNode } from "css-tree/parser";
  export default function generate(node: CssNode): string;
}
declare module "css-tree/walker" {
  import type { CssItem, CssList, CssNode } from "css-tree/parser";
  /** Visits a node and what is in it; not what is in one for which `enter` returns `skip`. */
  function walk(node: CssNode, enter: (node: CssNode, item: CssItem, list: CssList | null) => unknown): void;
  namespace walk {
    const skip: symbol;
  }
  export default walk;
}
declare module "css-tree/utils" {
  export const ident: { readonly decode: (written: string) => string };
}
