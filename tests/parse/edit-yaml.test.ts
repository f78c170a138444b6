/** A form changes one value of a YAML text, and no other byte. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editYaml, readYamlValues } from "../../src/parse/edit-yaml.ts";
import type { FormPath, FormValue } from "../../src/model/form.ts";

const TEXT = `# c
hero: gdp # main
cards: [a, b]
zones:
  - name: 东
    phrases:
      - x
      - y
  # note
  - name: 西
kiosk: { seconds: 8 }
`;
/** What takes the place of what; the rest stays. */
const CASES: readonly (readonly [name: string, path: FormPath, value: FormValue, bare: boolean, before: string, after: string])[] = [
  ["a word with marks gets quotes", ["hero"], "r: x", false, "hero: gdp #", 'hero: "r: x" #'],
  ["digits that are text get quotes", ["hero"], "2021", false, "hero: gdp #", 'hero: "2021" #'],
  ["a key goes with its line", ["hero"], null, false, "hero: gdp # main\n", ""],
  ["a list in brackets stays one", ["cards"], ["a", "c, d"], false, "[a, b]", '[a, "c, d"]'],
  ["a new key comes last", ["period"], "2021", true, "{ seconds: 8 }\n", "{ seconds: 8 }\nperiod: 2021\n"],
  ["a list in lines stays one", ["zones", 0, "phrases"], ["z", "w"], false, "- x\n      - y", "- z\n      - w"],
  ["a new key inside an entry", ["zones", 1, "where"], "南 # 1", false, "name: 西\n", 'name: 西\n    where: "南 # 1"\n'],
  ["a new entry", ["zones", 2], { name: "中", where: "北" }, false, "name: 西\n", "name: 西\n  - name: 中\n    where: 北\n"],
  ["an entry goes", ["zones", 1], null, false, "  - name: 西\n", ""],
  ["a key in braces", ["kiosk", "portrait"], "true", true, "{ seconds: 8 }", "{ seconds: 8, portrait: true }"],
  ["the only key in braces goes", ["kiosk", "seconds"], null, false, "seconds: 8 }", " }"],
  ["a map that was not there", ["stage", "minutes"], "30", true, "{ seconds: 8 }\n", "{ seconds: 8 }\nstage: { minutes: 30 }\n"],
];

describe("one value", () => {
  it.each(CASES)("%s", (_, path, value, bare, before, after) => {
    expect(editYaml(TEXT, path, value, bare)).toBe(TEXT.replace(before, after));
  });

  it.each([
    ["", ["a"], "b", "a: b"],
    ["a:", ["a"], ["x"], "a: [x]"],
    ["a: 1", ["a"], null, ""],
    ["a: 1\nb: 2", ["b"], null, "a: 1"],
    ["a: 1 # c", ["b"], "x", "a: 1\nb: x # c"],
    ["- a", ["b"], "c", null],
    ["a: [", ["b"], "c", null],
    ["a: 1", ["b", "c", "d"], "c", null],
  ] as const)("%j", (text, path, value, expected) => {
    expect(editYaml(text, path, value)).toBe(expected);
  });
});

it("whatever is written is read back, and everything else as before", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "：", ":", " ", "#", '"', "'", "[", "]", "{", "}", ",", "-", "2", "%", "\\", "\n", "是", "&", "*", "!", "|", ">"), minLength: 1, maxLength: 12 });
  const paths: readonly FormPath[] = [["hero"], ["cards"], ["new"], ["zones", 0, "name"], ["zones", 1, "phrases"], ["zones", 0, "phrases", 1], ["cards", 0], ["kiosk", "seconds"], ["kiosk", "new"]];
  fc.assert(fc.property(fc.constantFrom(...paths), fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 3 })), (path, value) => {
    const edited = editYaml(TEXT, path, value);
    const expected = structuredClone(readYamlValues(TEXT)) as Record<string, unknown>;
    let at: Record<string | number, unknown> = expected;
    for (const step of path.slice(0, -1)) at = at[step] as typeof at;
    at[path.at(-1)!] = value;
    expect(readYamlValues(edited ?? "")).toEqual(expected);
    expect(edited).toContain("# c\n");
    expect(edited).toContain("  # note\n");
  }), { numRuns: 300 });
});
