/** Types of the one function of `numfmt` that is used; version 4.0.1 names a file of types that it does not hold. */
declare module "numfmt" {
  /** A value as a sheet shows it under a number format (ECMA-376, 18.8.31); throws for a format that is none. */
  export function format(pattern: string, value: number | string): string;
}
