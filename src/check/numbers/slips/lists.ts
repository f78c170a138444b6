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
    const whose = earlier === undefined ? (inAreas(areas.filter(({ end }) => end <= start).slice(-group.length), mentions, anchors, start) ?? namesBefore(mentions, start).slice(-group.length)) : earlier.map((one) => listed.get(one.start) ?? anchors.find((anchor) => anchor.start === one.start) ?? null);
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

/** One thing in as many areas as there are numbers. */
function inAreas(areas: readonly { readonly name: string }[], mentions: readonly Mention[], anchors: readonly Anchor[], start: number): Anchor[] | null {
  const last = mentions.findLast((one) => one.evidence > 1 && one.end > 0 && one.end <= start);
  if (last === undefined || areas.length < 2) return null;
  const own = areas.map(({ name }) => anchors.find(({ id, area }) => id === last.id && area === name));
  return own.every((one) => one !== undefined) ? own.map((one) => ({ ...one, evidence: 3 })) : null;
}

/** The different things named before, in order. */
function namesBefore(mentions: readonly Mention[], start: number): Mention[] {
  const names = new Map<string, Mention>();
  for (const one of mentions) if (one.evidence > 1 && one.end > 0 && one.end <= start) names.set(one.id, one);
  return [...names.values()].toSorted((a, b) => a.start - b.start);
}
