/** The desk is for its own page only: no other page, name or address gets anything out of it or into it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { serve, sharedBrowser } from "../browser/shared-browser.ts";
import { ask, createDeskRoom } from "./desk-room.ts";

const shared = sharedBrowser();
const room = createDeskRoom();
beforeAll(async () => {
  writeFileSync(join(dirname(room.dir), "secret.md"), "不公开");
  symlinkSync(join(dirname(room.dir), "secret.md"), join(room.dir, "slides/90-link.md"));
  await room.start();
});
afterAll(() => room.remove());

const edit = (): { readonly method: string; readonly body: string } => ({ method: "POST", body: JSON.stringify({ path: "slides/10-part.md", sum: "", text: "" }) });
const JSON_TYPE = { "content-type": "application/json" };

describe("requests that are refused", () => {
  it.each([
    ["without the key", () => ({ path: "/" }), 404],
    ["with a key of its own", () => ({ path: `/${"A".repeat(32)}/` }), 404],
    ["with the beginning of the key", () => ({ path: new URL(room.url()).pathname.slice(0, -3) }), 404],
    ["under another name of this machine", () => ({ headers: { host: "evil.example" } }), 403],
    ["from a page of another origin", () => ({ headers: { origin: "http://127.0.0.1:1" } }), 403],
    ["from another site, as browsers say", () => ({ headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" } }), 403],
    ["from another port, as browsers say", () => ({ headers: { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" } }), 403],
    ["by an odd method", () => ({ method: "PUT" }), 405],
    ["as a form sends it", () => ({ ...edit(), headers: { "content-type": "text/plain" } }), 415],
  ] as const)("%s", async (_, options, status) => {
    expect((await ask(room.url(), options())).status).toBe(status);
  });

  it.each(["../secret.md", "slides/../../secret.md", "/etc/passwd", "slides/90-link.md", "data/indicators.csv/../../x", "themes/x/theme.yaml", "dist/index.html", ""])("a file that is not the project's: %s", async (path) => {
    const answer = await ask(`${room.url()}file?path=${encodeURIComponent(path)}`);
    expect(answer.body).not.toContain("不公开");
    expect([404, 500]).toContain(answer.status);
  });

  it.each(["", "{", "[]", "null", '{"path":1}', '{"path":"slides/10-part.md","sum":"x"}'])("an edit that is none: %s", async (body) => {
    expect((await ask(`${room.url()}edit`, { method: "POST", headers: JSON_TYPE, body })).status).toBe(400);
  });

  it("an enormous edit, and goes on", async () => {
    const body = JSON.stringify({ path: "slides/10-part.md", sum: "", text: "字".repeat(4_000_000) });
    await ask(`${room.url()}edit`, { method: "POST", headers: JSON_TYPE, body }).catch(() => null);
    expect((await ask(room.url())).status).toBe(200);
  });
});

it("its pages cannot be framed elsewhere, and load nothing from elsewhere", async () => {
  for (const page of ["", "preview", "slides"]) {
    const { headers } = await ask(`${room.url()}${page}`);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).toContain(`frame-ancestors ${page === "" ? "'none'" : "'self'"}`);
    expect(headers["referrer-policy"]).toBe("no-referrer");
  }
});

it("a foreign page that knows the address can neither read nor write nor frame it", async () => {
  const before = readFileSync(join(room.dir, "slides/10-part.md"));
  const foreign = await serve(new Map([["/", "<!doctype html><title>foreign</title>"]]));
  const { page } = await shared.open();
  await page.goto(foreign.url);
  const tries = await page.evaluate(async (url: string) => {
    const read = await fetch(`${url}file?path=slides/10-part.md`).then(() => "read", () => "refused");
    const write = await fetch(`${url}edit`, { method: "POST", mode: "no-cors", body: JSON.stringify({ path: "slides/10-part.md", sum: "", text: "" }) }).then(() => "sent", () => "refused");
    return { read, write };
  }, room.url());
  expect(tries.read).toBe("refused");
  expect(readFileSync(join(room.dir, "slides/10-part.md")).equals(before)).toBe(true);
  foreign.close();
});
