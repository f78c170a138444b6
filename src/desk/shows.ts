/** The show: the deck for the room and its speaker window, served from what was made for it. */
import type { DeskShow } from "../model/desk.ts";
import { findBuild } from "../serve/find-build.ts";
import { PortError } from "../serve/listen.ts";
import { serveShow, stagePage, type ServedShow } from "../serve/present.ts";
import { openWindows } from "../world/open-windows.ts";
import type { World } from "../world/world.ts";
import { folderOf } from "./made.ts";

export interface Shows {
  /** Opens both windows; the show goes on until the desk ends. */
  readonly open: () => Promise<DeskShow>;
  readonly close: () => Promise<void>;
}

/** That of `luduan present`: what a browser keeps of a show belongs to the address. */
const PORT = 5210;
const NOTHING = { zh: "还没有生成会场放映。", en: "The show has not been made yet." } as const;

export function createShows(dir: string, lang: "zh" | "en", world: World): Shows {
  let show: Promise<ServedShow> | null = null;
  return {
    open: async () => {
      const build = await findBuild(folderOf(dir, "show", lang), world);
      if (build === null || stagePage(build) === null) return { type: "refused", message: NOTHING[lang] };
      const serve = (port: number): Promise<ServedShow> => serveShow({ build, world, port, phones: null, lang: lang === "en" ? "en" : "zh-CN" });
      // Another show may run on this machine, such as that of another desk.
      show ??= serve(PORT).catch((failure: unknown) => {
        if (!(failure instanceof PortError)) throw failure;
        return serve(0);
      });
      const { deck, speaker } = await show;
      return { type: "show", deck, speaker, opened: await openWindows([deck, speaker]) };
    },
    close: async () => void (await (await show)?.close()),
  };
}
