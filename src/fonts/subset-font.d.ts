/** Types for the one function of `subset-font` that we use. */
declare module "subset-font" {
  interface Options {
    readonly targetFormat: "woff2" | "truetype";
    readonly variationAxes?: Readonly<Record<string, number>>;
    readonly noHinting?: boolean;
    readonly keepFeatures?: readonly string[];
  }
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
