import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseMotifs, takesMotif } from "../../src/model/choose-motifs.ts";
import type { Slide } from "../../src/model/deck.ts";
import { chooseLooks } from "../../src/model/looks.ts";
import { MOTIFS } from "../../src/model/motif.ts";
import { PLAIN_LOOK } from "../../src/model/photo.ts";
import { block, list, paragraph, section, slide, text } from "../render/samples.ts";

let count = 0;
const picture = (title: string, more: Partial<Slide> = {}): Slide => slide("picture", title, [], { id: `p-${(count += 1)}`, ...more });
const other = (): Slide => slide("table", "别的", [], { id: `q-${(count += 1)}` });
const chosenIn = (slides: readonly Slide[]): ReturnType<typeof chooseMotifs> => {
  const sections = [section(1, "一", slides)];
  return chooseMotifs(sections, chooseLooks(sections));
};
const names = (slides: readonly Slide[]): readonly (string | undefined)[] => {
  const chosen = chosenIn(slides);
  return slides.filter(takesMotif).map(({ id }) => chosen.get(id)?.name);
};

describe("drawings in place of photos", () => {
  it.each([
    ["精致打造古镇文旅", "courtyard"],
    ["在畅通互联上凸显枢纽地位", "roads"],
    ["加快轨道交通建设", "rail"],
    ["全面融入双循环，扩大对外开放", "market"],
    ["办好人民满意的教育", "school"],
    ["建设健康城市，办好医院", "clinic"],
    ["有力提升乡村振兴", "fields"],
    ["持续筑牢生态屏障", "park"],
    ["水清岸绿，治水兴水利", "river"],
    ["老旧小区改造", "housing"],
    ["科技创新引领", "laboratory"],
    ["促进消费，繁荣商贸市场", "market"],
    ["做强先进制造业", "factory"],
    ["重点项目建设", "crane"],
    ["Innovation and research", "laboratory"],
    ["Better schools for every village student", "school"],
    ["Green parks and clean environment", "park"],
  ])("%s shows %s", (title, name) => {
    expect(names([picture(title)])).toEqual([name]);
  });

  it("follow the author first, then the title, then the words beside it", () => {
    expect(names([picture("重点项目", { motif: "river" })])).toEqual(["river"]);
    expect(names([picture("压舱石", { blocks: [paragraph("加快高铁枢纽建设，畅通交通")] })])).toEqual(["rail"]);
    expect(names([picture("教育优先", { blocks: [paragraph("交通")] })])).toEqual(["school"]);
  });

  it("never come twice in ten pages, unless the author says so: then the second is another drawing", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("产业项目", "乡村振兴", "总基调", "别的", "古镇文旅"), { minLength: 1, maxLength: 40 }), (titles) => {
      const slides = titles.map((title) => (title === "别的" ? other() : picture(title)));
      const chosen = chosenIn(slides);
      const shown = slides.map(({ id }) => chosen.get(id)?.name ?? null);
      for (const [page, name] of shown.entries()) expect(name === null || !shown.slice(Math.max(0, page - 10), page).includes(name)).toBe(true);
    }));
    const twice = [picture("一", { motif: "park" }), picture("二", { motif: "park" })];
    expect([...chosenIn(twice).values()]).toEqual([{ name: "park", variation: 0 }, { name: "park", variation: 1 }]);
  });

  it("stand on no slide with a photo, and on none of another layout", () => {
    const photo = picture("古镇", { blocks: [block("image", { file: "a.jpg", alt: "桥", width: 10, height: 10, ...PLAIN_LOOK })] });
    expect(chosenIn([photo, other()]).size).toBe(0);
  });

  it("stand on the panel of a title and beside a quotation too, but not on tiles", () => {
    const items = (words: readonly string[]): Slide => slide("bullets", "办好医院", [list(words.map((word) => [text(word)]))], { id: `b-${(count += 1)}` });
    const long = items(["建设县人民医院新院区", "推进医疗机构联合发展"]);
    const tiles = items(["门诊", "住院"]);
    const quote = slide("quote", "", [block("quote", { blocks: [paragraph("办好人民满意的教育")] })], { id: "q" });
    expect([...chosenIn([long, quote]).values()].map(({ name }) => name)).toEqual(["clinic", "school"]);
    expect(chosenIn([tiles]).size).toBe(0);
  });

  it("leave a photo's place the first choice, wherever it stands in the deck", () => {
    const before = slide("quote", "", [block("quote", { blocks: [paragraph("精致打造古镇文旅")] })], { id: "q" });
    const chosen = chosenIn([before, picture("精致打造古镇文旅", { id: "p" })]);
    expect(chosen.get("p")?.name).toBe("courtyard");
    expect(chosen.get("q")?.name).not.toBe("courtyard");
  });

  it("leave the bridge to where sections begin and end", () => {
    const many = Array.from({ length: 40 }, (_, index) => picture(index % 2 === 0 ? "总基调" : "桥"));
    expect(names(many)).not.toContain("bridge");
    expect(new Set(names(many)).size).toBe(MOTIFS.length - 1);
  });
});
