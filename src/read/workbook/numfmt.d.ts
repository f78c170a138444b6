/** Types of the only `numfmt` function in use; version 4.0.1 names a types file that it does not contain. */
declare module "numfmt" {
  /** A value as a sheet shows it under a number format (ECMA-376, 18.8.31); throws for an invalid format. */
  export function format(pattern: string, value: number | string): string;
}
