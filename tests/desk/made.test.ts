/** What the desk makes is served to its own page, shown to the hall from this machine, and opened only where it was made. */
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../../src/build.ts";
import type { DeskMade, DeskShow } from "../../src/model/desk.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, THEMES } from "../support/project.ts";
import { ask, createDeskRoom, post } from "./desk-room.ts";

const room = createDeskRoom();
beforeAll(() => room.start());
afterAll(async () => {
  vi.unstubAllEnvs();
  await room.remove();
});

const made = async (): Promise<readonly DeskMade[]> => JSON.parse((await ask(`${room.url()}made`)).body) as readonly DeskMade[];

it("before anything is made there is nothing to open or to show", async () => {
  expect(await made()).toEqual([]);
  expect(await post(room.url(), "show", {})).toMatchObject({ type: "refused" });
  expect(await post(room.url(), "open", { output: "show", file: "../../slides/deck.yaml" })).toEqual({ opened: false });
  expect((await ask(`${room.url()}build`, { method: "POST", headers: { "content-type": "application/json" }, body: '{"output":"everything"}' })).status).toBe(400);
});

it("one output is made in a folder of its own, served from there alone, and shown on its own address", async () => {
  expect(await post(room.url(), "build", { output: "show" })).toEqual({ started: true });
  expect(await post(room.url(), "build", { output: "site" })).toEqual({ started: false });
  await expect.poll(async () => (await made()).map(({ output }) => output), { timeout: 60_000 }).toEqual(["show"]);
  const [{ folder, files }] = (await made()) as [DeskMade];
  expect(folder).toBe(join(room.dir, "成品/会场放映"));
  expect(files).toHaveLength(1);
  const page = await ask(`${room.url()}made/show/${encodeURIComponent(files[0]!)}`);
  expect(page.status).toBe(200);
  expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  for (const path of ["../../slides/deck.yaml", "..%2f..%2fslides%2fdeck.yaml", ""]) expect((await ask(`${room.url()}made/show/${path}`)).status).toBe(404);
  expect((await ask(`${room.url()}made/slides/deck.yaml`)).status).toBe(404);
  vi.stubEnv("BROWSER", "true");
  const show = await post<Extract<DeskShow, { type: "show" }>>(room.url(), "show", {});
  expect(show.opened).toBe(2);
  expect((await ask(show.deck)).status).toBe(200);
  expect((await post<typeof show>(room.url(), "show", {})).deck).toBe(show.deck);
});

it("what has changed since the last complete edition is a sheet to sign", async () => {
  expect((await ask(`${room.url()}changes`)).status).toBe(404);
  const world = createWorld({ home: HOME });
  await build({ dir: room.dir, out: join(room.dir, "dist"), themes: [THEMES], only: ["data"], steps: false, onOutput: () => undefined }, world);
  await world.close();
  const table = join(room.dir, "data/observations.csv");
  writeFileSync(table, readFileSync(table, "utf8").replace("148", "156.5"));
  await expect.poll(async () => (await ask(`${room.url()}changes`)).body, { timeout: 20_000 }).toContain("156.5");
  const { body, headers } = await ask(`${room.url()}changes`);
  for (const word of ["148", "核对人", "上次生成的全部成果"]) expect(body).toContain(word);
  expect(headers["content-security-policy"]).toContain("sandbox");
});
