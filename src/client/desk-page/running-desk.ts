/** What runs on the desk's page. */
import type { DeskState } from "../../model/desk.ts";
import type { Bar } from "./bar.ts";
import type { DeskWords } from "./desk-words.ts";
import type { FileTabs } from "./file-tabs.ts";
import type { Frame } from "./frame-wire.ts";
import type { Problems } from "./problems.ts";
import type { Saving } from "./saving.ts";
import type { Surface } from "./surface.ts";

export interface Desk {
  readonly words: DeskWords;
  readonly bar: Bar;
  readonly surface: Surface;
  readonly saving: Saving;
  readonly files: FileTabs;
  readonly problems: Problems;
  readonly preview: Frame;
  readonly slides: Frame;
  state: DeskState | null;
  /** The slide of the preview. */
  shown: string;
}
