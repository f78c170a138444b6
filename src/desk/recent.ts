/** The projects that were opened last, kept between starts; their folders may be gone by now. */
import type { DeskRecent } from "../model/desk.ts";
import type { World } from "../world/world.ts";

export interface Recent {
  /** Those whose folder is still there, the newest first. */
  readonly list: () => Promise<readonly DeskRecent[]>;
  /** Puts a project on top; an empty title leaves the one that is known. */
  readonly note: (dir: string, title: string) => Promise<void>;
}

/** Projects that are kept: a page shows no more. */
const MOST = 12;
const LARGEST = 64 * 1024;
const LONGEST = 4096;

/** `folder` holds the list; one that is missing, broken or cannot be written only costs the memory. */
export function createRecent(folder: string, world: World): Recent {
  const file = `${folder}/recent.json`;
  let busy: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<readonly DeskRecent[]> => parse(await world.readFile(file, folder, LARGEST).catch(() => null));
  return {
    list: async () => {
      const known = await read();
      const there = await Promise.all(known.map(({ dir }) => isProject(dir, world)));
      return known.filter((_, index) => there[index]);
    },
    note: (dir, title) => {
      const noted = busy.then(async () => {
        const known = await read();
        const named = title === "" ? (known.find((one) => one.dir === dir)?.title ?? "") : title;
        const now = [{ dir, title: named }, ...known.filter((one) => one.dir !== dir)].slice(0, MOST);
        await world.writeFile(file, new TextEncoder().encode(JSON.stringify(now))).catch(() => undefined);
      });
      busy = noted;
      return noted;
    },
  };
}

/** Whether a folder holds a report, even one with mistakes. */
export async function isProject(dir: string, world: World): Promise<boolean> {
  return (await world.listFolder(`${dir}/slides`, dir).catch(() => null)) !== null;
}

function parse(bytes: Uint8Array | null): readonly DeskRecent[] {
  try {
    const list: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()));
    return Array.isArray(list) ? list.filter(isRecent).slice(0, MOST).map(({ dir, title }) => ({ dir, title })) : [];
  } catch {
    return [];
  }
}

function isRecent(one: unknown): one is DeskRecent {
  const { dir, title } = (one ?? {}) as Partial<Record<keyof DeskRecent, unknown>>;
  return typeof dir === "string" && typeof title === "string" && dir !== "" && dir.length <= LONGEST && title.length <= LONGEST;
}
