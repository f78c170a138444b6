/** A page that hangs inside a browser that lives: the browser is given up with all its processes, and the next document gets a new one. */
import { describe, test, type ExpectStatic } from "vitest";
import { createWorld } from "../../src/world/node-world.ts";
import type { FontedPage, World } from "../../src/world/world.ts";
import { childrenOf, fileOf, groupOf } from "../support/processes.ts";
import { HOME } from "../support/project.ts";

const content: FontedPage = { lang: "en", title: "x", style: "", bodyClass: "", body: "<p>x</p>", faces: [] };
const paper = { width: 100, height: 100, scale: 1 };
const LOOP = "for (;;) ;";
/** Twenty seconds of a processor, on a machine that others use as well; far below the five minutes of an endless layout. */
const SOON = 240_000;
const given = { name: "WorldError", kind: "browser-failed", detail: "no answer within 20 s" };

/** A world with a running browser, and the group of its processes. */
interface Started {
  readonly world: World;
  readonly group: number;
}

async function start(): Promise<Started> {
  const world = createWorld({ home: HOME });
  const before = childrenOf(process.pid, "--remote-debugging-pipe");
  await world.printPdf({ ...content, ...paper });
  return { world, group: childrenOf(process.pid, "--remote-debugging-pipe").find((pid) => !before.includes(pid)) ?? 0 };
}

/** One after the other, so that each knows its own. */
let starting: Promise<unknown> = Promise.resolve();

async function withBrowser(action: (started: Started) => Promise<void>): Promise<void> {
  const mine = starting.then(start);
  starting = mine.catch(() => undefined);
  const started = await mine;
  try {
    await action(started);
  } finally {
    await started.world.close();
  }
}

const renderersOf = (group: number): readonly number[] => groupOf(group).filter((pid) => fileOf(pid, "cmdline").includes("--type=renderer"));

async function expectGivenUp({ world, group }: Started, work: Promise<unknown>, expect: ExpectStatic): Promise<void> {
  expect(groupOf(group).length).toBeGreaterThan(2);
  await expect(work).rejects.toMatchObject(given);
  await expect.poll(() => groupOf(group), { timeout: 10_000 }).toEqual([]);
  expect((await world.printPdf({ ...content, ...paper })).length).toBeGreaterThan(500);
}

describe.runIf(process.platform === "linux").concurrent("a page that hangs is given up", () => {
  test("in a script of a finished page", ({ expect }) => withBrowser(async (started) => {
    const page = { html: Buffer.from("<!doctype html><title>x</title>"), width: 400, height: 300, heavy: false, phone: false };
    await expectGivenUp(started, started.world.inspectPage({ ...page, script: LOOP }), expect);
  }), SOON);

  test("in the measuring of a document that is to be printed", ({ expect }) => withBrowser(async (started) => {
    await expectGivenUp(started, started.world.measurePage({ content, paper, width: 400, height: 300, style: "", script: LOOP }), expect);
  }), SOON);

  test("while it is printed, when it neither answers nor works", ({ expect }) => withBrowser(async (started) => {
    const renderers = renderersOf(started.group);
    expect(renderers.length).toBeGreaterThan(0);
    for (const pid of renderers) process.kill(pid, "SIGSTOP");
    await expectGivenUp(started, started.world.printPdf({ ...content, ...paper }), expect);
  }), SOON);

  test("but not one that works for longer than that and answers", ({ expect }) => withBrowser(async ({ world }) => {
    const script = `new Promise((done) => { const end = Date.now() + 30000; const work = () => { const pause = Date.now() + 300; while (Date.now() < pause) ; Date.now() < end ? setTimeout(work) : done("done"); }; work(); })`;
    expect((await world.measurePage({ content, paper: null, width: 400, height: 300, style: "", script })).answer).toBe("done");
  }), SOON);
});
