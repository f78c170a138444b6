/** Reads `office:` of a theme.yaml: the fonts, shapes and grounds of presentations. */
import { OFFICE_PLACES, PLAIN_OFFICE, type OfficeGround, type OfficeLook, type OfficeShape } from "../model/office-look.ts";
import { choice, list, mapped, optional, record, required, scalar, type Located, type Shape } from "./shape.ts";

/** A font's name as Office lists it. */
const fontName = scalar({ zh: "Office 字体列表里的字体名", en: "a font's name as Office lists it" }, (value) => (typeof value === "string" && /^[\p{L}\d][\p{L}\d ._-]{0,30}$/u.test(value) ? value : undefined));

function numberFrom(least: number, most: number, whole = false): Shape<number> {
  const kind = whole ? { zh: "整数", en: "a whole number" } : { zh: "数", en: "a number" };
  return scalar({ zh: `${least} 到 ${most} 的${kind.zh}`, en: `${kind.en} from ${least} to ${most}` }, (value) => (typeof value === "number" && value >= least && value <= most && (!whole || Number.isInteger(value)) ? value : undefined));
}

const pixels = numberFrom(-1920, 1920);
const share = numberFrom(0, 1);
const percent = numberFrom(-100, 200);
const pair = (of: Shape<number>): Shape<readonly [number, number]> => mapped(list(of, 2, 2), ([x, y]) => [x!, y!]);
const box = mapped(list(pixels, 4, 4), ([x, y, width, height]): OfficeShape["boxes"][number] => [x!, y!, width!, height!]);

/** What is written, with its colour still to be looked up. */
type Written<T> = Omit<T, "colour"> & { readonly colour: Located<string> };
type WrittenGround = Omit<OfficeGround, "stops"> & { readonly stops: readonly Written<OfficeGround["stops"][number]>[] };
export interface WrittenOffice extends Omit<OfficeLook, "shapes" | "grounds" | "sun"> {
  readonly sun: Located<string> | null;
  readonly shapes: Readonly<Partial<Record<string, readonly Written<OfficeShape>[] | null>>>;
  readonly grounds: Readonly<Partial<Record<string, WrittenGround | null>>>;
}

/** The shape of `office:`, with a theme's way to write a colour. */
export function officeShape(colour: Shape<Located<string>>): Shape<WrittenOffice> {
  const shape: Shape<Written<OfficeShape>> = record({
    boxes: required(list(box, 1, 40)), colour: required(colour), alpha: optional(share, 1), count: optional(numberFrom(1, 60, true), 1), every: optional(pair(pixels), [0, 0]),
    parts: optional<readonly number[] | null, null>(list(numberFrom(1, 99, true), 1, 20), null), tasks: optional<OfficeShape["tasks"], null>(choice(["all", "this"]), null), gap: optional(numberFrom(0, 200), 0),
  });
  const ground: Shape<WrittenGround> = record({
    stops: required(list(record({ colour: required(colour), at: required(numberFrom(0, 100)) }), 2, 10)),
    angle: optional<number | null, null>(numberFrom(0, 360), null), centre: optional(pair(percent), [50, 50]),
  });
  const maybe = <T>(of: Shape<T>): ReturnType<typeof optional<T | null, null>> => optional<T | null, null>(of, null);
  return record({
    serif: optional(fontName, PLAIN_OFFICE.serif), sans: optional(fontName, PLAIN_OFFICE.sans), numeral: optional(fontName, PLAIN_OFFICE.numeral), latin: optional(fontName, PLAIN_OFFICE.latin),
    shapes: optional<WrittenOffice["shapes"], Record<string, never>>(record(Object.fromEntries(OFFICE_PLACES.map((place) => [place, maybe(list(shape, 1, 40))]))), {}),
    sun: maybe(colour),
    grounds: optional<WrittenOffice["grounds"], Record<string, never>>(record({ cover: maybe(ground), deep: maybe(ground) }), {}),
  });
}

/** Looks up the colours; null after `colourOf` has reported one that there is not. `key` is what the colour is written for. */
export function resolveOffice(written: WrittenOffice, colourOf: (written: Located<string>, key: string) => string | null): OfficeLook | null {
  let sound = true;
  const found = (colour: Located<string>, key: string): string => {
    const value = colourOf(colour, key);
    if (value === null) sound = false;
    return value ?? "";
  };
  const given = <T>(all: Readonly<Partial<Record<string, T | null>>>): (readonly [string, T])[] => Object.entries(all).flatMap(([key, value]) => (value === null || value === undefined ? [] : [[key, value] as const]));
  const shapes = Object.fromEntries(given(written.shapes).map(([place, all]) => [place, all.map((one) => ({ ...one, colour: found(one.colour, place) }))]));
  const grounds = Object.fromEntries(given(written.grounds).map(([place, ground]) => [place, { ...ground, stops: ground.stops.map(({ colour, at }) => ({ at, colour: found(colour, place) })) }]));
  const sun = written.sun === null ? null : found(written.sun, "sun");
  return sound ? { ...written, shapes, grounds, sun } : null;
}
