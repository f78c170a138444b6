/** The preview is for its own page only: no other page, program name or address gets anything out of it. */
import { request } from "node:http";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDevServer, type DevServer } from "../../src/dev.ts";
import { serve, sharedBrowser } from "./shared-browser.ts";

const shared = sharedBrowser();
const THEMES = fileURLToPath(new URL("../../themes", import.meta.url));
const SECRET = "不公开的备注";

let dir = "";
let server: DevServer;
const editor = process.env["LAUNCH_EDITOR"];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "luduan-dev-"));
  await mkdir(join(dir, "slides"));
  await mkdir(join(dir, "data"));
  await writeFile(join(dir, "slides/deck.yaml"), "title: 工作报告\norganisation: 某镇\nperiod: 2021\n");
  await writeFile(join(dir, "slides/10-review.md"), `# 工作回顾\n\n## 强产业\n\n\`\`\`chart\ntype: growth\nindicators: [gdp]\n\`\`\`\n\n备注：\n${SECRET}。\n`);
  await writeFile(join(dir, "slides/bridge.svg"), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"></svg>');
  await writeFile(join(dir, "data/indicators.csv"), "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\n");
  await writeFile(join(dir, "data/observations.csv"), "indicator,period,value,growth\ngdp,2020,132.6,3.2%\ngdp,2021,148,11.6%\n");
  // What an editor would be: a program that leaves a mark.
  await writeFile(join(dir, "editor"), `#!/bin/sh\ntouch "${dir}/edited"\n`);
  await chmod(join(dir, "editor"), 0o755);
  process.env["LAUNCH_EDITOR"] = join(dir, "editor");
  server = await startDevServer({ dir, themes: [join(dir, "themes"), THEMES], port: 0, open: false, lang: "zh" });
});
afterAll(async () => {
  if (editor === undefined) delete process.env["LAUNCH_EDITOR"];
  else process.env["LAUNCH_EDITOR"] = editor;
  await server.close();
  await rm(dir, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** An address exactly as written: `fetch` would tidy it up. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Answer> {
  return new Promise((done, fail) => {
    const asking = request({ host: "127.0.0.1", port: server.port, path, method, headers: { host: `127.0.0.1:${server.port}`, ...headers } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asking.on("error", fail).end();
  });
}

describe("addresses", () => {
  it.each([
    "/slides/10-review.md", "/slides/deck.yaml", "/data/indicators.csv", "/data/terms.csv", "/dist/notes.pdf", "/package.json", "/README.md", "/.git/HEAD", "/src/cli.ts", "/src/dev/gate.ts", "/src/world/door.ts",
    "/@fs/etc/passwd", `/@fs${fileURLToPath(new URL("../../", import.meta.url))}package.json`, "/@id/vite", "/__open-in-editor?file=package.json", "/node_modules/vite/package.json", "/node_modules/.vite/x.js", "/favicon.ico",
    "/src/client/dev.ts", "/src/client/deck.css", "/build/cli.js", "/@luduan/page", "/@luduan/page.ts", "/@luduan/page.js/", "/@luduan/page.js/../../package.json", "/@luduan/page%2ejs", "/@luduan//page.js", "/@luduan/", "/@vite/client?raw", "/@vite/client?url", "/@vite/client/../../package.json",
    "/@fs/etc/node_modules/vite/dist/client/env.mjs/../../../../../passwd", "/node_modules/vite/dist/client/client.mjs", "/node_modules/reveal.js/package.json",
    "/@luduan/asset/slides/deck.yaml", "/@luduan/asset/../slides/deck.yaml", "/@luduan/asset/%2e%2e/package.json", "/@luduan/font/../../package.json", "/index.html/", "/index.htm", "/\\etc\\passwd",
  ])("%s is not served", async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: "" });
  });

  it.each(["/%", "/%zz", "/%00", "/%c0%af", "/@luduan/asset/%e4%bd", "/@luduan/font/%", "/@luduan/page%ff.js", "//evil.example/", "http://evil.example/"])("%s is a bad request", async (path) => {
    expect((await ask(path)).status).toBe(400);
  });

  it("the page, its scripts, styles, fonts and pictures are served", async () => {
    const { page, complaints } = await shared.open();
    const asked: string[] = [];
    page.on("response", (response) => void asked.push(`${response.status()} ${new URL(response.url()).pathname}`));
    await page.goto(server.url);
    await page.waitForSelector("html.started .reveal.ready svg");
    await page.evaluate(() => document.fonts.ready);
    // Fonts may come from the browser's memory, as 304.
    expect(asked.filter((one) => !/^(?:200|304) /.test(one))).toEqual([]);
    expect(asked.map((one) => one.slice(4)).filter((path) => !path.endsWith(".woff2"))).toEqual(["/", "/@luduan/page.css", "/@luduan/page.js", "/@vite/client", "/node_modules/vite/dist/client/env.mjs"]);
    // A violation of the policy is an error in the console.
    expect(complaints).toEqual([]);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("%s is not a method of the preview", async (method) => {
    expect((await ask("/", {}, method)).status).toBe(405);
  });
});

describe("names and origins", () => {
  it.each(["evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.7", "x@localhost"])("the name %j is refused", async (host) => {
    expect(await ask("/", { host })).toMatchObject({ status: 403, body: expect.not.stringContaining(SECRET) });
  });

  it.each([
    ["an image or a script of another port", "/@vite/client", { "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" }, 403],
    ["a script of another site", "/@luduan/page.js", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "script" }, 403],
    ["a frame of another site", "/", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" }, 403],
    ["a frame of another port", "/", { "sec-fetch-site": "same-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" }, 403],
    ["a fetch of another site", "/", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" }, 403],
    ["a link to a picture", "/@luduan/asset/slides/bridge.svg", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" }, 403],
    ["a link that somebody follows", "/", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" }, 200],
    ["an address typed in", "/", { "sec-fetch-site": "none", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" }, 200],
    ["the page itself", "/@luduan/page.js", { "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors", "sec-fetch-dest": "script" }, 200],
    ["a program", "/", {}, 200],
  ])("%s", async (_name, path, headers, status) => {
    expect((await ask(path, headers)).status).toBe(status);
  });

  it("no answer may be read, embedded or framed elsewhere, and the page has the policy of the deck", async () => {
    for (const path of ["/", "/@vite/client", "/@luduan/page.css", "/@luduan/asset/slides/bridge.svg", "/none", "/%"]) {
      const { headers } = await ask(path, { origin: "http://evil.example" });
      expect([path, headers["access-control-allow-origin"], headers["x-frame-options"], headers["cross-origin-resource-policy"], headers["x-content-type-options"]]).toEqual([path, undefined, "DENY", "same-origin", "nosniff"]);
      expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    }
    const [first, second] = [await ask("/"), await ask("/")];
    const nonce = /'nonce-([\w-]{22})'/.exec(String(first.headers["content-security-policy"]))?.[1] ?? "";
    expect(first.body).toContain(`nonce="${nonce}"`);
    expect(second.body).not.toContain(nonce);
    expect(first.headers["content-security-policy"]).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; font-src 'self'; img-src 'self' data:; connect-src 'self' ws://127.0.0.1:${server.port}; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });

  it("a page of another port reads nothing, frames nothing and starts no editor", async () => {
    const foreign = await serve(new Map([["/", `<!doctype html><title>x</title>`]]));
    const { page } = await shared.open();
    // As a stranger's page would be: without a policy of its own.
    await page.setBypassCSP(true);
    await page.goto(foreign.url);
    const got = await page.evaluate(async (target) => {
      const reading = async (path: string, mode: RequestMode): Promise<string> => {
        try {
          return (await (await fetch(target + path, { mode })).text()) || "nothing";
        } catch {
          return "refused";
        }
      };
      const loading = (tag: "img" | "script" | "link", path: string): Promise<string> =>
        new Promise((done) => {
          const element = document.createElement(tag);
          element.addEventListener("load", () => done("loaded"));
          element.addEventListener("error", () => done("refused"));
          if (tag === "link") Object.assign(element, { rel: "stylesheet", href: target + path });
          else Object.assign(element, { src: target + path });
          document.body.append(element);
        });
      const socket = new Promise<string>((done) => {
        const opened = new WebSocket(target.replace("http", "ws"), "vite-hmr");
        opened.addEventListener("message", () => done("heard"));
        opened.addEventListener("error", () => done("refused"));
      });
      return {
        page: await reading("", "cors"),
        opaque: await reading("", "no-cors"),
        client: await reading("@vite/client", "cors"),
        editor: await loading("img", "__open-in-editor?file=package.json"),
        picture: await loading("img", "@luduan/asset/slides/bridge.svg"),
        script: await loading("script", "@vite/client"),
        style: await loading("link", "@luduan/page.css"),
        socket: await socket,
      };
    }, server.url);
    expect(got).toEqual({ page: "refused", opaque: "refused", client: "refused", editor: "refused", picture: "refused", script: "refused", style: "refused", socket: "refused" });
    await page.evaluate((target) => {
      const frame = document.createElement("iframe");
      frame.src = target;
      document.body.append(frame);
      return new Promise((done) => frame.addEventListener("load", done));
    }, server.url);
    const framed = await Promise.all(page.frames().filter((frame) => frame !== page.mainFrame()).map((frame) => frame.content().catch(() => "")));
    expect(framed.join("")).not.toContain(SECRET);
    expect(existsSync(join(dir, "edited"))).toBe(false);
    foreign.close();
  });
});

it("follows a file that is a link inside the project, and no link out of it", async () => {
  const { page } = await shared.open();
  await mkdir(join(dir, "texts"));
  await writeFile(join(dir, "texts/more.md"), "# 工作安排\n\n## 先说一句\n\n- 第一句\n");
  await symlink("../texts/more.md", join(dir, "slides/20-more.md"));
  await page.goto(server.url);
  await page.waitForFunction(() => document.querySelector(".slides")?.textContent?.includes("第一句") === true);
  await symlink("/etc/hostname", join(dir, "slides/30-out.md"));
  await page.waitForSelector("vite-error-overlay");
  expect(await page.$eval("vite-error-overlay", (overlay) => overlay.shadowRoot?.querySelector(".message-body")?.textContent ?? "")).toContain("slides/30-out.md:1:1");
  await rm(join(dir, "slides/30-out.md"));
  await page.waitForFunction(() => document.querySelector("vite-error-overlay") === null);
});
