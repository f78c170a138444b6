/** A name that may be an indicator's. */
/** With what it was seen with. */
export interface Candidate {
  readonly name: string;
  readonly start: number;
  /** The unit of its level as written; null where only a growth was seen. */
  readonly unit: string | null;
  readonly rank: boolean;
  /** The name without 的 where the text has a share with it: both are one indicator. */
  readonly share?: string;
}
