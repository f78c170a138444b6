/** A built folder is served on loopback, as it is, and nothing beside it. */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { portDiagnostic } from "../../src/cli/serving.ts";
import { nothingBuilt } from "../../src/diagnostics/messages/serving.ts";
import { createBuiltFolder } from "../../src/serve/built-folder.ts";
import { findBuild } from "../../src/serve/find-build.ts";
import { isLoopback } from "../../src/serve/gate.ts";
import { listen, PortError, type Listening } from "../../src/serve/listen.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { ask } from "./ask.ts";

const PAGE = `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'"></head><body>演示</body></html>\n`;
const world = createWorld({ home: process.cwd() });
let root = "";
let dir = "";
let server: Listening;
const serve = (port: number): Promise<Listening> => listen({ address: "127.0.0.1", port, isHost: isLoopback, answer: createBuiltFolder(dir, world, "index.html").answer });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "luduan-serve-"));
  dir = join(root, "dist");
  await mkdir(join(dir, "assets"), { recursive: true });
  await mkdir(join(dir, "internal"));
  await mkdir(join(root, "dist-old"));
  await writeFile(join(dir, "index.html"), PAGE);
  await writeFile(join(dir, "工作报告.html"), PAGE);
  await writeFile(join(dir, "bare.html"), "<script>alert(1)</script>");
  await writeFile(join(dir, "assets/deck-1.js"), "void 0;");
  await writeFile(join(dir, "internal/notes.json"), "[]");
  await writeFile(join(dir, ".hidden"), "hidden");
  await writeFile(join(root, "secret.txt"), "secret");
  await writeFile(join(root, "dist-old/secret.txt"), "secret");
  await symlink(join(root, "secret.txt"), join(dir, "link.txt"));
  await symlink(root, join(dir, "up"));
  await symlink(join(dir, "assets/deck-1.js"), join(dir, "inside.js"));
  execFileSync("mkfifo", [join(dir, "pipe")]);
  await writeFile(join(dir, "enormous.bin"), "");
  await truncate(join(dir, "enormous.bin"), 200 * 1024 * 1024);
  server = await serve(0);
});
afterAll(async () => {
  await server.close();
  await world.close();
  await rm(root, { recursive: true });
});

describe("files of the folder", () => {
  it("are sent as they are, pages with their own policy as a header", async () => {
    for (const path of ["/", "/index.html", `/${encodeURIComponent("工作报告.html")}`]) {
      const { status, headers, body } = await ask(server.port, path);
      expect([status, body.toString(), headers["content-type"], headers["content-security-policy"]]).toEqual([200, PAGE, "text/html; charset=utf-8", "default-src 'none'; script-src 'self'; frame-ancestors 'none'"]);
    }
    const script = await ask(server.port, "/assets/deck-1.js");
    expect([script.status, script.body.toString(), script.headers["content-type"], script.headers["x-content-type-options"]]).toEqual([200, "void 0;", "text/javascript; charset=utf-8", "nosniff"]);
    expect((await ask(server.port, "/inside.js")).status).toBe(200);
  });

  it("run nothing where a page has no policy of its own", async () => {
    expect((await ask(server.port, "/bare.html")).headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
  });

  it("are sent once, and again when they have changed", async () => {
    await writeFile(join(dir, "changing.txt"), "one");
    const first = await ask(server.port, "/changing.txt");
    const tag = String(first.headers["etag"]);
    const again = await ask(server.port, "/changing.txt", { "if-none-match": tag });
    // A policy in this answer would take the place of that of the page.
    expect([again.status, again.body.length, again.headers["etag"], again.headers["content-security-policy"]]).toEqual([304, 0, tag, undefined]);
    await writeFile(join(dir, "changing.txt"), "three");
    const changed = await ask(server.port, "/changing.txt", { "if-none-match": tag });
    expect([changed.status, changed.body.toString()]).toEqual([200, "three"]);
  });

  it("HEAD has the head alone", async () => {
    const { status, headers, body } = await ask(server.port, "/", {}, "HEAD");
    expect([status, headers["content-length"], body.length]).toEqual([200, String(Buffer.byteLength(PAGE)), 0]);
  });
});

describe("nothing else is served", () => {
  it.each([
    "/secret.txt", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/../../secret.txt", "/..%5csecret.txt", "/assets/%2e%2e/%2e%2e/secret.txt", "/dist-old/secret.txt", "/../dist-old/secret.txt",
    "/link.txt", "/up/secret.txt", "/up/", "/.hidden", "/internal/notes.json", "/assets", "/assets/", "/pipe", "/enormous.bin", "/index.html/", "/index.html/x", "/C:/secret.txt", "/none.html", "/./index.html",
  ])("%s", async (path) => {
    const { status, body } = await ask(server.port, path);
    expect([status, body.length]).toEqual([404, 0]);
  });

  it.each(["/%", "/%zz", "/%00", "/%c0%af", "//evil.example/", "http://evil.example/"])("%s is a bad request", async (path) => {
    expect((await ask(server.port, path)).status).toBe(400);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])("%s is refused", async (method) => {
    expect((await ask(server.port, "/", {}, method)).status).toBe(405);
  });

  it.each(["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "192.168.1.5", "0.0.0.0"])("to a host named %j", async (host) => {
    expect((await ask(server.port, "/", { host })).status).toBe(403);
  });

  it("to other pages, those of other ports included; a link may be followed", async () => {
    for (const site of ["cross-site", "same-site"]) expect((await ask(server.port, "/assets/deck-1.js", { "sec-fetch-site": site, "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" })).status).toBe(403);
    expect((await ask(server.port, "/", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" })).status).toBe(403);
    expect((await ask(server.port, "/", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" })).status).toBe(200);
    expect((await ask(server.port, "/")).headers).toMatchObject({ "cross-origin-resource-policy": "same-origin", "x-frame-options": "DENY" });
  });
});

describe("a build is found by its manifest", () => {
  const manifest = JSON.stringify({ generator: "luduan", outputs: { "index.html": "0" } });

  it("in the project's dist, or where it is", async () => {
    await writeFile(join(dir, "manifest.json"), manifest);
    expect(await findBuild(root, world)).toEqual({ dir: `${root}/dist`, files: ["index.html"] });
    expect(await findBuild(dir, world)).toEqual({ dir, files: ["index.html"] });
  });

  it.each(["", "[]", "null", "{", '{"generator":"other","outputs":{}}', '{"generator":"luduan"}', '{"generator":"luduan","outputs":7}'])("not by %j", async (text) => {
    await writeFile(join(dir, "manifest.json"), text);
    expect(await findBuild(root, world)).toBeNull();
    expect(nothingBuilt(root, "luduan build")).toMatchObject({ code: "nothing-built", span: null });
  });
});

describe("the server", () => {
  it("refuses a head that is too large, and what is not HTTP", async () => {
    expect((await ask(server.port, "/", { cookie: "x".repeat(20_000) })).status).toBe(431);
    const answer = await new Promise<string>((done, fail) => {
      let text = "";
      const socket = connect(server.port, "127.0.0.1", () => socket.write("\u0016\u0003\u0001 nonsense\r\n\r\n"));
      socket.setEncoding("utf8").on("data", (part) => (text += part)).on("close", () => done(text)).on("error", fail);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect((await ask(server.port, "/")).status).toBe(200);
  });

  it("says which port is taken", async () => {
    const failure = await serve(server.port).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(PortError);
    expect(failure).toMatchObject({ port: server.port, code: "EADDRINUSE" });
    expect(portDiagnostic(failure)).toMatchObject({ code: "port-taken", span: null });
    expect(portDiagnostic(new PortError(80, "EACCES"))).toMatchObject({ code: "port-refused", span: null });
    expect(() => portDiagnostic(new Error("another"))).toThrow("another");
  });

  it("closes with open connections, and its port is free again", async () => {
    const other = await serve(0);
    const socket = connect(other.port, "127.0.0.1");
    const ended = new Promise<void>((done) => socket.once("close", () => done()).on("error", () => undefined));
    await new Promise<void>((done) => socket.once("connect", () => done()));
    await other.close();
    await ended;
    await (await serve(other.port)).close();
  });
});
