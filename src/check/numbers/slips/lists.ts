/** Numbers side by side, each of the thing in its place: A and B rose by 4% and 6%; 石桥、云溪、白渡三镇…分别达到. */
import type { Anchor, Mention, Raw, Written } from "./said.ts";

type Said = Pick<Raw, "text" | "numbers" | "areas" | "mentions"> & { readonly anchors: readonly Anchor[] };

/** Whose the numbers of lists are, by their start: as many numbers as in a list before, or as names. */
export function listsIn({ text, numbers, mentions, anchors, areas }: Said, joint: RegExp): Map<number, Mention | Anchor> {
  const listed = new Map<number, Mention | Anchor>();
  const groups = groupsOf(text, numbers, joint);
  for (const [index, group] of groups.entries()) {
    if (group.length < 2) continue;
    const start = group[0]!.start;
    const earlier = groups.slice(0, index).findLast(({ length }) => length === group.length);
    const before = numbers.filter(({ end }) => end <= start).slice(-group.length);
    const whose = earlier === undefined ? (inAreas(areas.filter(({ end }) => end <= start).slice(-group.length), mentions, anchors, start) ?? oneByOne(before, anchors) ?? namesBefore(mentions, start).slice(-group.length)) : earlier.map((one) => listed.get(one.start) ?? anchors.find((anchor) => anchor.start === one.start) ?? null);
    if (whose.length !== group.length) continue;
    for (const [at, one] of group.entries()) if (whose[at] != null) listed.set(one.start, { ...whose[at], start: one.start, end: one.start });
  }
  return listed;
}

function groupsOf(text: string, numbers: readonly Written[], joint: RegExp): Written[][] {
  const groups: Written[][] = [];
  for (const [index, number] of numbers.entries()) {
    const last = numbers[index - 1];
    if (last !== undefined && last.kind === number.kind && joint.test(text.slice(last.end, number.start))) groups.at(-1)!.push(number);
    else groups.push([number]);
  }
  return groups;
}

/** One thing in as many areas as there are numbers: what was named last, or the only one that has them all. */
function inAreas(areas: readonly { readonly name: string }[], mentions: readonly Mention[], anchors: readonly Anchor[], start: number): Anchor[] | null {
  if (areas.length < 2) return null;
  const ofAll = [...new Set(anchors.map(({ id }) => id))].filter((one) => areas.every(({ name }) => anchors.some(({ id, area, period }) => id === one && area === name && period === null)));
  const last = mentions.findLast(({ id, evidence, end }) => evidence > 1 && end > 0 && end <= start && ofAll.includes(id)) ?? mentions.findLast(({ id, evidence }) => evidence === 0 && ofAll.includes(id));
  const id = last?.id ?? (ofAll.length === 1 ? ofAll[0] : undefined);
  return id === undefined ? null : areas.flatMap(({ name }) => anchors.find((one) => one.id === id && one.area === name && one.period === null) ?? []).map((one) => ({ ...one, evidence: 3 }));
}

/** Deposits were 1,024 million, and loans 913 million, up 8.7% and 9.2%: the figures before are of as many things. */
function oneByOne(before: readonly Written[], anchors: readonly Anchor[]): Anchor[] | null {
  const whose = before.flatMap(({ start }) => anchors.find((one) => one.start === start && one.field === "figure") ?? []);
  return whose.length > 1 && whose.length === before.length && new Set(whose.map(({ id }) => id)).size === whose.length ? whose : null;
}

/** The different things named before, in order. */
function namesBefore(mentions: readonly Mention[], start: number): Mention[] {
  const names = new Map<string, Mention>();
  for (const one of mentions) if (one.evidence > (one.loose === true ? 1 : 2) && one.end > 0 && one.end <= start) names.set(one.id, one);
  return [...names.values()].toSorted((a, b) => a.start - b.start);
}
