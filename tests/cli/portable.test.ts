/** The archive for offices without a network: unpacked into a root that holds nothing but a shell and the C library, it builds the sample. */
import { cpSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HOME } from "../support/project.ts";
import { hashesOf, luduan, makeRoom, removeRoom, runCommand } from "./luduan.ts";

const MINUTES = 60_000;
let room: string;
let root: string;

beforeAll(() => {
  room = makeRoom();
  root = join(room, "root");
});
afterAll(() => removeRoom(room));

/** Puts a program's part of the C library, and its loader, where they are on this machine. */
async function copyLoader(program: string): Promise<void> {
  const { stdout } = await runCommand("ldd", [program]);
  for (const [, path = ""] of stdout.matchAll(/(\/\S*\/(?:ld-linux[\w-]*|lib(?:c|m|dl|rt|pthread|resolv|util|nsl|anl))\.so\S*) \(/g)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(realpathSync(path), join(root, path));
  }
}

/** In namespaces of its own: no other process, no network but the loopback, and what it mounts goes with it. */
const INSIDE = `
set -e
mount -t proc proc "$1/proc"
for device in null zero urandom random; do : > "$1/dev/$device"; mount --bind "/dev/$device" "$1/dev/$device"; done
mkdir "$1/dev/shm"; mount -t tmpfs tmpfs "$1/dev/shm"
exec chroot "$1" /bin/sh -c 'cd /deck && HOME=/tmp PATH=/bin LANG=C.UTF-8 exec ./luduan build sample --out /tmp/out'
`;

test.runIf(process.platform === "linux")("builds the sample with the same bytes where there is no Node.js, no package, no browser, no font and no network", async () => {
  const made = await runCommand(process.execPath, [join(HOME, "src/portable.mjs"), room], { cwd: room });
  expect(made).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(/luduan-[\d.]+-linux-\w+\.tar\.gz\n$/) });
  for (const folder of ["bin", "proc", "dev", "tmp"]) mkdirSync(join(root, folder), { recursive: true });
  expect(await runCommand("tar", ["-xzf", made.stdout.trim(), "--directory", root])).toMatchObject({ code: 0 });
  const deck = readdirSync(root).find((name) => name.startsWith("luduan-")) ?? "";
  expect(await runCommand("mv", [join(root, deck), join(root, "deck")])).toMatchObject({ code: 0 });
  cpSync(realpathSync("/bin/sh"), join(root, "bin/sh"));
  // Beside a repository of git the manifest names the commit.
  cpSync(join(root, "deck/sample"), join(room, "sample"), { recursive: true });
  const shell = readdirSync(join(root, "deck/browser")).find((name) => /headless[-_]shell$/.test(name)) ?? "";
  for (const program of ["bin/sh", "deck/bin/node", join("deck/browser", shell)]) await copyLoader(join(root, program));
  writeFileSync(join(room, "inside.sh"), INSIDE);
  const [there, here] = await Promise.all([
    runCommand("unshare", ["--map-root-user", "--user", "--mount", "--pid", "--fork", "--net", "sh", join(room, "inside.sh"), root], { env: { NODE_EXTRA_CA_CERTS: undefined } }),
    luduan(["build", join(room, "sample"), "--out", join(room, "own")]),
  ]);
  expect([there.code, there.stderr.slice(-500), here.code]).toEqual([0, expect.stringContaining("/tmp/out"), 0]);
  expect(hashesOf(join(root, "tmp/out"))).toEqual(hashesOf(join(room, "own")));
  expect(basename(made.stdout.trim())).toContain(process.arch);
}, 5 * MINUTES);
