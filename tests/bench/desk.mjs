/** The desk: from its address to the shown slide, and from a key in the editor to the slide that shows it. */
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withBrowser } from "./browser.mjs";

/** Between two keys, in milliseconds, as a person types. */
const PAUSE = 150;

/** Milliseconds of `luduan desk` on a project; `processor` is the share of one core that it takes while nobody does anything, in per cent. */
export async function openDesk(dir, cli, runs) {
  const memory = await mkdtemp(join(tmpdir(), "luduan-desk-"));
  const started = performance.now();
  const server = spawn(process.execPath, [cli, "desk", dir, "--no-open"], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, XDG_STATE_HOME: memory } });
  const files = (await readdir(join(dir, "slides"))).filter((name) => name.endsWith(".md")).toSorted();
  const first = join(dir, "slides", files[0]);
  const original = await readFile(first);
  try {
    const url = await addressOf(server);
    return await withBrowser(async (browser) => {
      const page = await browser.newPage();
      await page.setViewport({ width: 1366, height: 768 });
      await page.goto(url);
      const preview = await page.waitForFrame((frame) => frame.url().includes("/preview"));
      await preview.waitForSelector("html.started section.present");
      const opened = performance.now() - started;
      const title = await page.waitForSelector('.desk-form [data-field="slide/title"]');
      await title.click();
      const press = keyIn(page, preview, first);
      const inForm = await press(runs, 0x3401);
      await page.click(".desk-toggle");
      await page.waitForSelector(".cm-line");
      const line = await page.evaluateHandle(() => [...document.querySelectorAll(".cm-line")].find((one) => one.textContent.startsWith("## ")));
      await line.click();
      const keys = await press(runs, 0x3501);
      const before = await processorOf(server.pid);
      await new Promise((done) => setTimeout(done, 5000));
      return { opened, keys, inForm, processor: ((await processorOf(server.pid)) - before) / 50 };
    });
  } finally {
    server.kill();
    await writeFile(first, original);
    await rm(memory, { recursive: true, force: true });
  }
}

/** Presses keys where the cursor is, each after the one before is seen and on the disk; the first is not counted. */
function keyIn(page, preview, file) {
  return async (runs, character) => {
    const times = [];
    for (let i = 0; i <= runs; i += 1) {
      await page.keyboard.press("End");
      const mark = String.fromCodePoint(character + i);
      const seen = preview.waitForFunction((text) => document.querySelector(".slides").textContent.includes(text), { polling: "mutation", timeout: 10_000 }, mark);
      const pressed = performance.now();
      await page.keyboard.sendCharacter(mark);
      await seen;
      if (i > 0) times.push(performance.now() - pressed);
      while (!(await readFile(file, "utf8")).includes(mark)) await new Promise((done) => setTimeout(done, 5));
      await new Promise((done) => setTimeout(done, PAUSE));
    }
    return times;
  };
}

/** Milliseconds of the processor that a process has had; 0 where the system does not say. */
async function processorOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(")") + 2).split(" ").slice(11, 13).map(Number);
  return (user + system) * 10;
}

function addressOf(server) {
  return new Promise((done, fail) => {
    let text = "";
    server.stdout.on("data", (chunk) => {
      text += chunk;
      const found = /http:\/\/\S+/.exec(text);
      if (found) done(found[0]);
    });
    server.on("exit", (code) => fail(new Error(`the desk ended with ${code}`)));
  });
}
