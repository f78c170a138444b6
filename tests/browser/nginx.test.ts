/** A built folder as it is behind nginx, and as a layout in the frames of signage players: it plays in all of them. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sharedBrowser } from "./shared-browser.ts";
import { luduan, writeProject } from "../cli/luduan.ts";

const shared = sharedBrowser();
let room = "";
let url = "";
let nginx: ChildProcess;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

const build = async (words: string): Promise<void> => {
  const dir = writeProject(join(room, "project"), { "slides/10-part.md": `# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}}${words}\n`, "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\nkiosk: { seconds: 1 }\n" });
  const { code, stderr } = await luduan(["build", dir, "--only", "kiosk"]);
  if (code !== 0) throw new Error(stderr);
};

/** Debian's nginx with its own types and nothing set for us: no headers, no rules of caching. */
beforeAll(async () => {
  room = mkdtempSync(join(tmpdir(), "luduan-nginx-"));
  const site = join(room, "site");
  mkdirSync(join(room, "tmp"));
  await build("");
  cpSync(join(room, "project/dist"), join(site, "report"), { recursive: true });
  const icon = `<link rel="icon" href="data:,">`;
  await build("，超过预期");
  cpSync(join(room, "project/dist"), join(room, "next"), { recursive: true });
  writeFileSync(join(site, "xibo.html"), `${icon}<iframe sandbox="allow-scripts" src="report/kiosk.html" width="1280" height="720"></iframe>`);
  writeFileSync(join(site, "anthias.html"), `${icon}<iframe sandbox="allow-scripts allow-same-origin" src="report/kiosk.html" width="1280" height="720"></iframe>`);
  writeFileSync(join(site, "player.html"), `${icon}<iframe sandbox="allow-scripts allow-same-origin" src="report/kiosk/" width="1280" height="720"></iframe>`);
  const port = await freePort();
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${room}/tmp/${name};`).join(" ");
  // The worker has the rights of whoever runs the tests, and reads this folder alone.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  writeFileSync(join(room, "nginx.conf"), `${user} daemon off; pid ${room}/pid; error_log ${room}/error.log; events {} http { include /etc/nginx/mime.types; access_log off; ${paths} server { listen 127.0.0.1:${port}; root ${site}; } }`);
  execFileSync("nginx", ["-t", "-q", "-e", join(room, "error.log"), "-c", join(room, "nginx.conf")], { stdio: "pipe" });
  nginx = spawn("nginx", ["-e", join(room, "error.log"), "-c", join(room, "nginx.conf")], { stdio: "ignore" });
  url = `http://127.0.0.1:${port}/`;
  while (!(await fetch(url).then(() => true, () => false))) await new Promise((done) => setTimeout(done, 50));
});
afterAll(async () => {
  if (nginx.exitCode === null && nginx.kill("SIGTERM")) await once(nginx, "exit");
  rmSync(room, { recursive: true, force: true });
});

it.each([["xibo.html", "allow-scripts"], ["anthias.html", "allow-scripts and allow-same-origin"]])("%s: the loop plays in a frame with %s", async (file) => {
  const { page, complaints } = await shared.open();
  await page.goto(url + file);
  const frame = await (await page.waitForSelector("iframe"))?.contentFrame();
  await frame?.waitForSelector("html.loop.started .slides > .present");
  const first = await frame?.evaluate(() => document.documentElement.dataset["slide"]);
  await frame?.waitForFunction((before) => document.documentElement.dataset["slide"] !== before || document.querySelectorAll(".slides > section").length === 1, {}, first);
  expect(await frame?.evaluate(() => document.querySelectorAll(".slides > .present").length)).toBe(1);
  // What the browser thinks of such frames is the signage system's affair.
  expect(complaints.filter((complaint) => !complaint.startsWith("An iframe which has both allow-scripts and allow-same-origin"))).toEqual([]);
});

it("the player plays in a frame too", async () => {
  const { page } = await shared.open();
  await page.goto(`${url}player.html`);
  const frame = await (await page.waitForSelector("iframe"))?.contentFrame();
  const inner = await (await frame?.waitForSelector("iframe.up"))?.contentFrame();
  await inner?.waitForSelector("html.loop.started .slides > .present");
  expect(await inner?.evaluate(() => document.querySelectorAll(".slides > .present").length)).toBe(1);
});

it("plays in the player, takes the next build, and starts again when nginx is away", async () => {
  const { page, complaints } = await shared.open();
  await page.goto(`${url}report/kiosk/`);
  const textOf = async (): Promise<string> => {
    const frame = await (await page.waitForSelector("iframe.up:not(.old)"))?.contentFrame();
    return String(await frame?.evaluate(`document.querySelector(".slides").textContent`));
  };
  expect(await textOf()).toContain("148");
  cpSync(join(room, "next"), join(room, "site/report"), { recursive: true });
  // A player looks each minute and when it starts; what was kept plays first, then the new one.
  await page.waitForFunction(async () => (await (await caches.open("luduan-editions")).keys()).length === 2 && (await navigator.serviceWorker.ready).active?.state === "activated");
  await page.reload();
  while (!(await textOf().catch(() => "")).includes("超过预期")) await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => done(true))));
  await page.waitForFunction(async () => (await (await (await caches.open("luduan-editions")).match(new URL("../manifest.json", location.href).href))!.text()).length > 0);
  expect(complaints).toEqual([]);
  nginx.kill("SIGTERM");
  await once(nginx, "exit");
  await page.reload();
  expect(await textOf()).toContain("超过预期");
});
