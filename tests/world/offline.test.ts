/** The browser of a build has no way out. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME } from "../support/project.ts";

test("a printed document reaches no server, whatever is in it", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const world = createWorld({ home: HOME });
  try {
    const body = `<img src="${url}/image"><iframe src="${url}/frame"></iframe><script src="${url}/script"></script><img src="x" onerror="fetch('${url}/handler')"><object data="${url}/object"></object><p style="background: url(${url}/style)">x</p><link rel="stylesheet" href="${url}/link">`;
    const style = `@import url("${url}/import"); @font-face { font-family: x; src: url("${url}/font") } p { font-family: x; background: url("${url}/css") }`;
    const pdf = await world.printPdf({ lang: "en", title: "x", style, bodyClass: "", body, faces: [], width: 100, height: 100, scale: 1 });
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    const page = await world.inspectPage({ html: Buffer.from(`<!doctype html><title>x</title>${body}`), width: 400, height: 300, heavy: false, phone: false, script: "document.title" });
    expect(page.complaints.filter(({ type }) => type === "request").length).toBeGreaterThan(3);
    expect(asked).toEqual([]);
  } finally {
    await world.close();
    server.close();
  }
});
