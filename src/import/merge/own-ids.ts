/** A new document's indicators under the ids that the project gives them. */
import type { Indicator } from "../../model/indicator.ts";
import type { Reference } from "../reference.ts";
import type { Understanding } from "../understand.ts";

/** Ids by name: an indicator that the project knows by name or alias keeps its id, a new one gets a free id. What has another unit there, or what the check refused, gets no row and no reference. */
export function withOwnIds(understanding: Understanding, known: readonly Indicator[], refused: ReadonlySet<string>): Understanding {
  const taken = new Set(known.map(({ id }) => id));
  const ids = new Map<string, string>();
  const apart = new Set<string>();
  let count = 0;
  for (const { id, name, aliases, unit, kind } of understanding.indicators) {
    const names = [name, ...aliases];
    const own = known.find((one) => (one.kind === "rank") === (kind === "rank") && [one.name, ...one.aliases].some((word) => names.includes(word)));
    if (own !== undefined && unit !== "" && own.unit !== "" && own.unit !== unit) apart.add(id);
    if (own !== undefined) {
      ids.set(id, own.id);
      continue;
    }
    let fresh = id;
    while (taken.has(fresh)) fresh = `i${String((count += 1)).padStart(3, "0")}`;
    taken.add(fresh);
    ids.set(id, fresh);
  }
  const idOf = (id: string): string => ids.get(id) ?? id;
  const rename = (reference: Reference): Reference => ({ ...reference, reference: reference.reference.replace(/^\{\{([\w-]+)/, (_, id: string) => `{{${idOf(id)}`) });
  for (const { indicator, period } of understanding.rows) if (refused.has(`observations.csv ${idOf(indicator)} ${period}`)) apart.add(indicator);
  for (const { indicator, period } of understanding.targets) if (refused.has(`targets.csv ${idOf(indicator)} ${period}`)) apart.add(indicator);
  const isApart = ({ reference }: Reference): boolean => apart.has(/^\{\{([\w-]+)/.exec(reference)?.[1] ?? "");
  return {
    ...understanding,
    indicators: understanding.indicators.map((indicator) => ({ ...indicator, id: idOf(indicator.id) })),
    rows: understanding.rows.filter(({ indicator }) => !apart.has(indicator)).map((row) => ({ ...row, indicator: idOf(row.indicator) })),
    targets: understanding.targets.filter(({ indicator, period }) => !refused.has(`targets.csv ${idOf(indicator)} ${period}`)).map((row) => ({ ...row, indicator: idOf(row.indicator) })),
    references: new Map([...understanding.references].map(([paragraph, list]) => [paragraph, list.filter((reference) => !isApart(reference)).map(rename)])),
  };
}
