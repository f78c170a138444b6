/** `projects`: a board of the projects under way, by stage. */
import { noProjects, projectElsewhere, tooManyProjects, unknownProject, unknownProjectSection } from "../../diagnostics/messages/blocks.ts";
import type { ProjectGroup } from "../../model/deck.ts";
import { STAGES, type Project, type Stage } from "../../model/indicator.ts";
import { choice, list, located, nullable, optional, record, required, type Shaped } from "../shape.ts";
import { text } from "../values.ts";
import { shownText, allOrNull, type Desk } from "./desk.ts";

/** Projects of one block, also in docs/authoring.md; those that do not fit a slide go on. */
const MOST_PROJECTS = 40;

const GROUP = record({
  status: required(located(choice(STAGES))),
  title: optional(nullable(located(text)), null),
  caption: optional(nullable(located(text)), null),
  section: optional(nullable(located(text)), null),
  names: optional(nullable(list(located(text), 1)), null),
}, "projects groups");

export const PROJECTS = record({
  note: optional(nullable(located(text)), null),
  groups: optional(nullable(list(GROUP, 1)), null),
}, "projects");

export interface ProjectsBlock {
  readonly type: "projects";
  readonly note: string;
  readonly dense: boolean;
  readonly small: boolean;
  readonly groups: readonly ProjectGroup[];
}

/** Without groups, there is one for each stage that has projects, in the order of the stages. */
export function resolveProjects(keys: Shaped<typeof PROJECTS>, desk: Desk): ProjectsBlock | null {
  const groups = keys.groups === null ? allGroups(desk) : allOrNull(keys.groups.map((group) => groupOf(group, desk)));
  if (groups === null) return null;
  const count = groups.reduce((sum, { projects }) => sum + projects.length, 0);
  if (count > MOST_PROJECTS) {
    desk.context.report(tooManyProjects(desk.span, count, MOST_PROJECTS));
    return null;
  }
  return { type: "projects", note: keys.note === null ? desk.words.stagesNote : shownText(keys.note, desk), dense: false, small: false, groups };
}

function allGroups(desk: Desk): ProjectGroup[] | null {
  const { projects, report } = desk.context;
  if (projects.length === 0) {
    report(noProjects(desk.span, null));
    return null;
  }
  return STAGES.flatMap((status): ProjectGroup[] => {
    const own = projects.filter((project) => project.status === status);
    return own.length === 0 ? [] : [{ status, title: status, caption: "", projects: own, columns: 1 }];
  });
}

function groupOf(keys: Shaped<typeof GROUP>, desk: Desk): ProjectGroup | null {
  const status = keys.status.value;
  const projects = projectsOf(keys, status, desk);
  if (projects === null) return null;
  if (projects.length === 0) {
    desk.context.report(noProjects(keys.status.span, status));
    return null;
  }
  return {
    status,
    title: keys.title === null ? status : shownText(keys.title, desk),
    caption: keys.caption === null ? "" : shownText(keys.caption, desk),
    projects,
    columns: 1,
  };
}

function projectsOf(keys: Shaped<typeof GROUP>, status: Stage, desk: Desk): Project[] | null {
  const { projects, report } = desk.context;
  const { section } = keys;
  const known = [...new Set(projects.map((project) => project.section))];
  if (section !== null && !known.includes(section.value)) {
    report(unknownProjectSection(section.span, section.value, known));
    return null;
  }
  const listed = projects.filter((project) => section === null || project.section === section.value);
  if (keys.names === null) return listed.filter((project) => project.status === status);
  return allOrNull(keys.names.map(({ value, span }) => {
    const named = listed.filter((project) => project.name === value);
    const found = named.find((project) => project.status === status) ?? null;
    if (found === null) report(named[0] === undefined ? unknownProject(span, value, listed.map((project) => project.name)) : projectElsewhere(span, value, named[0].status));
    return found;
  }));
}
