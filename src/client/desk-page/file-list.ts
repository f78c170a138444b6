/** The files of the project, to open in the editor. */
import { element } from "../dom.ts";
import type { DeskFile } from "../../model/desk.ts";
import type { DeskWords } from "./desk-words.ts";

export interface FileList {
  readonly node: HTMLElement;
  readonly show: (files: readonly DeskFile[]) => void;
  readonly mark: (path: string) => void;
}

export function createFileList(words: DeskWords, onOpen: (path: string) => void): FileList {
  const node = element(document, "div", "desk-files");
  const label = element(document, "label", "", words.files);
  const select = element(document, "select", "");
  label.append(select);
  node.append(label);
  let open = "";
  select.addEventListener("change", () => onOpen(select.value));
  return {
    node,
    show: (files) => {
      if (files.map(({ path }) => path).join("\n") === [...select.options].map(({ value }) => value).join("\n")) return;
      select.replaceChildren(...files.map(({ path }) => new Option(path.replace(/^slides\//, ""), path, false, path === open)));
    },
    mark: (path) => {
      open = path;
      select.value = path;
    },
  };
}
