/** A printed figure split into the parts that are set differently. */

/** Each part may be empty. */
export interface FigureParts {
  /** 近, 约, 增长 … before the number. */
  readonly before: string;
  /** Digits with sign, separators and per cent sign; both ends of a range. */
  readonly number: string;
  /** Scale, unit and what follows it: 亿元, 多万件, 左右. */
  readonly after: string;
}

const NUMBER = "[+\\-−]?\\d[\\d,]*(?:\\.\\d+)?[%％]?";
const PARTS = new RegExp(`^(\\D*?)(${NUMBER}(?:[—–\\-~～至]${NUMBER})?)(.*)$`, "su");

/** Splits a figure as printed; null where there is no number in it. */
export function splitFigure(text: string): FigureParts | null {
  const match = PARTS.exec(text);
  return match === null ? null : { before: match[1]!, number: match[2]!, after: match[3]! };
}
