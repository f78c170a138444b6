import { describe, expect, it } from "vitest";
import { isOpen } from "../../src/client/hours.ts";
import { parseClosed } from "../../src/parse/closed-days.ts";
import { parseOpening } from "../../src/parse/opening.ts";

/** `Mon 510-1050` for each span of the week. */
function week(...lines: string[]): string {
  const read = parseOpening(lines);
  if ("fault" in read) return read.fault;
  return read.map((spans) => spans.map((span) => span.join("-")).join(" ")).join(",");
}
const OFFICE = "510-720 810-1050";

describe("opening hours", () => {
  it.each([
    ["08:30-17:30", Array(7).fill("510-1050").join(",")],
    ["8：30～17：30", Array(7).fill("510-1050").join(",")],
    ["8点半至下午5点半", Array(7).fill("510-1050").join(",")],
    ["8时30分到17时30分", Array(7).fill("510-1050").join(",")],
    ["8:30 am to 5:30 pm", Array(7).fill("510-1050").join(",")],
    ["00:00-24:00", Array(7).fill("0-1440").join(",")],
    ["每天 20:00—06:00", Array(7).fill("1200-1800").join(",")],
    ["周一至周五 08:30-12:00、13:30-17:30；周六 09:00-12:00", `,${Array(5).fill(OFFICE).join(",")},540-720`],
    ["星期一到五上午8:30-12:00，下午1:30-5:30，周六9:00-12:00", `,${Array(5).fill(OFFICE).join(",")},540-720`],
    ["工作日 08:30-12:00、13:30-17:30；周末 09:00-12:00", `540-720,${Array(5).fill(OFFICE).join(",")},540-720`],
    ["Mon-Fri 8:30am-12pm, 1:30pm-5:30pm; Saturday 09:00-12:00; Sunday closed", `,${Array(5).fill(OFFICE).join(",")},540-720`],
    ["weekdays 08:30-12:00 and 13:30-17:30", `,${Array(5).fill(OFFICE).join(",")},`],
    ["周一、三、五 08:30-12:00", ",510-720,,510-720,,510-720,"],
    ["Sat to Mon 10:00-24:00", "600-1440,600-1440,,,,,600-1440"],
    ["09:00-17:00；周一 休息", `540-1020,,${Array(5).fill("540-1020").join(",")}`],
    ["09:00-17:00；周六 09:00-12:00", `${Array(6).fill("540-1020").join(",")},540-720`],
  ])("reads %s", (written, expected) => {
    expect(week(written)).toBe(expected);
  });

  it("reads several lines as one", () => {
    expect(week("周一至周五 08:30-12:00", "周一 13:30-17:30")).toBe(",510-720 810-1050,510-720,510-720,510-720,510-720,");
  });

  it.each([
    ["08:30-08:30", "empty"], ["0:00-0:00", "empty"], ["08:30-25:00", "time"], ["08:60-17:00", "time"], ["24:00-06:00", "time"], ["08:00-24:30", "time"], ["晚上12点-6:00", "time"], ["13 pm - 5 pm", "time"],
    ["8-17", "syntax"], ["8:30-5:30 pm", "syntax"], ["上班时间", "syntax"], ["周一", "syntax"], ["", "syntax"], ["08:30", "syntax"], ["Monday to Someday 8:00-9:00", "syntax"], ["周一 休息 8:00-9:00", "syntax"],
    ["08:30-12:00, 11:00-17:30", "overlap"], ["周一 08:30-12:00；周一至周三 10:00-11:00", "overlap"], ["每天休息", "never"],
  ])("refuses %s", (written, fault) => {
    expect(week(written)).toBe(fault);
  });
});

describe("closed days", () => {
  it.each([
    ["2022-10-01", [["2022-10-01", "2022-10-01"]]],
    ["2022年10月1日至7日、2023.1.1", [["2022-10-01", "2022-10-07"], ["2023-01-01", "2023-01-01"]]],
    ["2022-10-01 to 10-07", [["2022-10-01", "2022-10-07"]]],
    ["2022-10-01-2022-10-07", [["2022-10-01", "2022-10-07"]]],
    ["12-30 至 01-02", [["12-30", "01-02"]]],
    ["1 October 2022 to 7 October 2022; Dec 25", [["2022-10-01", "2022-10-07"], ["12-25", "12-25"]]],
    ["October 1st, 2022", [["2022-10-01", "2022-10-01"]]],
    ["02-29", [["02-29", "02-29"]]],
  ])("reads %s", (written, expected) => {
    expect(parseClosed(written)).toEqual(expected);
  });

  it.each([["2022-02-29", "date"], ["13-01", "date"], ["2022-10-07 至 2022-10-01", "order"], ["10-01 至 2022-10-07", "order"], ["国庆节", "syntax"], ["2022", "syntax"], ["", "syntax"]])("refuses %s", (written, fault) => {
    expect(parseClosed(written)).toMatchObject({ fault });
  });
});

describe("a screen", () => {
  const open = (written: string, closed: string, ...when: [number, number, number, number, number]): boolean => {
    const [read, days] = [parseOpening([written]), closed === "" ? [] : parseClosed(closed)];
    if ("fault" in read || "fault" in days) throw new Error("unreadable");
    const [year, month, day, hour, minute] = when;
    return isOpen({ week: read, closed: days }, new Date(year, month - 1, day, hour, minute));
  };

  it("plays within its spans only", () => {
    const hours = "周一至周五 08:30-12:00、13:30-17:30";
    // 2022-10-10 is a Monday.
    expect([[8, 29], [8, 30], [11, 59], [12, 0], [13, 30], [17, 29], [17, 30]].map(([hour, minute]) => open(hours, "", 2022, 10, 10, hour!, minute!))).toEqual([false, true, true, false, true, true, false]);
    expect(open(hours, "", 2022, 10, 9, 10, 0)).toBe(false);
    expect(open("00:00-24:00", "", 2022, 10, 9, 23, 59)).toBe(true);
  });

  it("goes on past midnight, into a closed day as well", () => {
    expect([20, 23, 0, 5, 6, 19].map((hour) => open("20:00-06:00", "", 2022, 10, 10, hour, 0))).toEqual([true, true, true, true, false, false]);
    expect(open("周五 20:00-02:00", "", 2022, 10, 15, 1, 0)).toBe(true);
    expect(open("周五 20:00-02:00", "", 2022, 10, 14, 1, 0)).toBe(false);
    expect([open("20:00-06:00", "2022-10-11", 2022, 10, 11, 1, 0), open("20:00-06:00", "2022-10-11", 2022, 10, 11, 21, 0), open("20:00-06:00", "2022-10-11", 2022, 10, 12, 1, 0)]).toEqual([true, false, false]);
  });

  it("stays dark on closed days, those of every year and over New Year too", () => {
    const on = (year: number, month: number, day: number): boolean => open("00:00-24:00", "2022-10-01 至 2022-10-07; 12-30 至 01-02", year, month, day, 12, 0);
    expect([on(2022, 9, 30), on(2022, 10, 1), on(2022, 10, 7), on(2022, 10, 8), on(2023, 10, 3)]).toEqual([true, false, false, true, true]);
    expect([on(2025, 12, 29), on(2025, 12, 30), on(2026, 1, 2), on(2026, 1, 3)]).toEqual([true, false, false, true]);
  });
});
