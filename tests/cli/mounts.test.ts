/** An output folder that is a mount point, holds one, or lies in a layer of a container image: refused with the reason, and the last good result stays. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLI, makeRoom, removeRoom, runCommand, writeProject } from "./luduan.ts";

let room: string;
beforeAll(() => void (room = makeRoom()));
afterAll(() => removeRoom(room));

/** What `script` prints in a world of mounts of its own; null where this machine allows none. `build` builds into the folder named, "good" or "again". */
async function inMounts(name: string, script: string): Promise<string | null> {
  const place = join(room, name);
  const project = writeProject(join(place, "报告"));
  mkdirSync(join(place, "other"));
  writeFileSync(join(place, "other/mine.txt"), "mine");
  const tools = `set -u; place=$1 project=$2 node=$3 cli=$4; cd "$place"
    build() { "$node" "$cli" build "$project" --only data --out "$1" --lang en 2>&1 | grep -E "written|hint|^Output" | sed "s#$place##g"; }
    sums() { (cd "$1" && find . -type f | sort | xargs -d "\\n" sha256sum | sha256sum); }
    mount -t tmpfs none other 2>/dev/null && umount other || exit 77
    ${script}`;
  const ended = await runCommand("unshare", ["-m", "bash", "-c", tools, "bash", place, project, process.execPath, CLI]);
  return ended.code === 77 || ended.code === 1 ? null : ended.stdout;
}

// Mounting needs permission. Without it nothing is asserted.
describe.runIf(process.platform === "linux" && process.getuid?.() === 0)("an output folder", () => {
  it.concurrent.each<readonly [name: string, script: string, reason: RegExp]>([
    ["that is a volume", `mkdir dist; mount -t tmpfs none dist; build "$place/dist"; ls -A dist .`, /cannot be written \(mount point\)[^]*name a folder inside it with --out/],
    ["that is another folder, bound, with a result of its own", `build "$place/first"; mkdir dist; mount --bind first dist; before=$(sums first); build "$place/dist"; [ "$before" = "$(sums first)" ] && echo same`, /Output[^]*\(mount point\)[^]*same/],
    ["of the project that is a volume", `mkdir "$project/dist"; mount -t tmpfs none "$project/dist"; build "$project/dist"`, /\(mount point\)/],
    ["with somebody's volume inside", `build "$place/dist"; mkdir dist/volume; mount --bind other dist/volume; build "$place/dist"; cat other/mine.txt; ls dist`, /Output[^]*\(mount inside\)[^]*unmount it first[^]*mine[^]*manifest\.json/],
    ["with a volume over what was built", `build "$place/dist"; cp -r dist/data kept; mount --bind kept dist/data; before=$(sums dist); build "$place/dist"; [ "$before" = "$(sums dist)" ] && echo same`, /Output[^]*\(mount inside\)[^]*same/],
    ["with a bound file inside", `build "$place/dist"; mount --bind other/mine.txt dist/manifest.json; build "$place/dist"; cat other/mine.txt`, /Output[^]*\(mount inside\)[^]*mine/],
    ["in a layer of a container image", `mkdir top work all; build "$place/layer/dist"; mount -t overlay overlay -o "lowerdir=layer,upperdir=top,workdir=work" all || exit 77; before=$(sums all/dist); build "$place/all/dist"; [ "$before" = "$(sums all/dist)" ] && echo same; ls -A all`, /Output[^]*\(EXDEV\)[^]*remove it first[^]*same\ndist\n$/],
  ])("%s is refused, and nothing is lost", async (name, script, reason) => {
    const printed = await inMounts(name, script);
    if (printed !== null) expect(printed).toMatch(reason);
  });

  it.concurrent.each<readonly [name: string, script: string]>([
    ["inside a volume", `mkdir volume; mount -t tmpfs none volume; build "$place/volume/dist"; build "$place/volume/dist"; ls -A volume`],
    ["beside a volume whose name begins like its own", `mkdir dist-volume; mount -t tmpfs none dist-volume; build "$place/dist"; build "$place/dist"`],
    ["in a container, first built there", `mkdir layer top work all; mount -t overlay overlay -o "lowerdir=layer,upperdir=top,workdir=work" all || exit 77; build "$place/all/dist"; build "$place/all/dist"`],
  ])("%s is written, and written again", async (name, script) => {
    const printed = await inMounts(name, script);
    if (printed !== null) expect(printed.match(/^Output/gm)).toHaveLength(2);
  });
});
