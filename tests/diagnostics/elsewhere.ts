/** Examples of codes that no folder of sources can trigger: fonts, browser, disk, command line. The tests of those rooms trigger them. */
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { oddFileName } from "../../src/diagnostics/messages/characters.ts";
import { dataCellsLeft, dataContradictsText, dataWithoutFigures, documentLeftOut, documentNotTaken, documentTakenAs, joinedLines, unreadableDocument, wrappedLines } from "../../src/diagnostics/messages/documents.ts";
import { comparedWithErrors, noEdition, nothingToCompare } from "../../src/diagnostics/messages/history.ts";
import { importLost, importUnfinished } from "../../src/diagnostics/messages/import.ts";
import { unwritableCharacter } from "../../src/diagnostics/messages/exceptions.ts";
import {
  unusableFont, missingFont, missingGlyph, pageCount, pdfBlankPage, pdfEmptyBox, pdfFigureWithoutAlt, pdfFontMissing, pdfPageSize, pdfProperties, pdfTextLost, pdfTooLarge, pdfType3Font, pdfUnmappedText, pdfUnreadable,
  pdfWithoutBookmark, pdfWithoutTags, worldFailure,
} from "../../src/diagnostics/messages/outputs.ts";
import { pptxDiffers, pptxNotWhole, pptxSlideAdded, pptxSlideGone, pptxTextLost, pptxUnreadable } from "../../src/diagnostics/messages/presentation.ts";
import { minutesNotWritten, missingTimes, otherDeckTimes, unreadableTimes } from "../../src/diagnostics/messages/rehearsal.ts";
import { badCertificate, kioskNotRunning, nothingBuilt, portRefused, portTaken } from "../../src/diagnostics/messages/serving.ts";
import { fileTooLarge, lineTooLong, noAnswer, noFile, tooManyFiles, tooManyLines } from "../../src/diagnostics/messages/settings.ts";
import { pageError, pageRequest } from "../../src/diagnostics/messages/pages.ts";
import {
  badBrowserUrl, badLanguage, badPort, flagForOneDeck, flagNeedsFlag, flagNeedsValue, flagsApart, flagTakesNoValue, folderNotEmpty, internalError, missingDocument, missingName, noDocument, noSuchFolders, reportName,
  sameDeckName, tooManyFolders, unknownCommand, unknownFlag, unknownFormat, unknownOutput, unsafeOutput,
} from "../../src/diagnostics/messages/usage.ts";
import { fileSpan, type Span } from "../../src/model/span.ts";
import { WorldError } from "../../src/world/world.ts";

/** A line of a file, or a paragraph of a document. */
const paragraph = (file: string, line: number): Span => ({ file, line, column: 1, endLine: line, endColumn: 1 });

/** One or more examples of each code that has no sample. */
export const ELSEWHERE: readonly Diagnostic[] = [
  oddFileName({ file: "slides/20-pl\u200Ban.md", line: 1, column: 1, endLine: 1, endColumn: 1 }, "\u200B", "slides/20-plan.md"),
  lineTooLong({ file: "slides/10-part.md", line: 8, column: 100_001, endLine: 8, endColumn: 100_002 }, 100_000),
  missingGlyph("𪚥", { file: "slides/10-part.md", line: 5, column: 3, endLine: 5, endColumn: 9 }, 2, ["noto-sans-sc-500.woff2", "lxgw-wenkai-500.woff2"]),
  missingFont("fonts/fangsong.ttf", "my-town"),
  unusableFont("fonts/fangsong.ttf", "hb_subset_input_pin_axis_location (zzzz) returned zero when pinning axis location."),
  noFile({ file: "slides/60-tasks.md", line: 1, column: 1, endLine: 1, endColumn: 1 }, "elsewhere"),
  noFile({ file: "slides/60-tasks.md", line: 1, column: 1, endLine: 1, endColumn: 1 }, "folder"),
  noFile({ file: "data/projects.csv", line: 1, column: 1, endLine: 1, endColumn: 1 }, "special"),
  fileTooLarge({ file: "data/observations.csv", line: 1, column: 1, endLine: 1, endColumn: 1 }, 64 * 1024 * 1024),
  tooManyLines({ file: "slides/90-appendix.md", line: 812, column: 1, endLine: 812, endColumn: 1 }, 20_000),
  noAnswer({ file: "slides/10-part.md", line: 1, column: 1, endLine: 1, endColumn: 1 }, 20),
  tooManyFiles({ file: "images", line: 1, column: 1, endLine: 1, endColumn: 1 }, 50_000),
  pageCount("slides.pdf", 30, 29),
  unwritableCharacter({ file: "data/observations.csv", line: 1, column: 1, endLine: 1, endColumn: 1 }),
  pdfUnreadable("slides.pdf", "no cross-reference table"),
  pdfPageSize("slides.pdf", 3, "338.7 × 190.5", "297.0 × 210.0"),
  pdfBlankPage("notes.pdf", 8),
  pdfTextLost("slides.pdf", { file: "slides/10-part.md", line: 5, column: 1, endLine: 5, endColumn: 28 }, 2, "全年地区生产总值148亿元", "148"),
  pdfEmptyBox("slides.pdf", 4, 2),
  pdfFontMissing("slides.pdf", 2, "SimSun"),
  pdfType3Font("slides.pdf", 1, "SourceSerif4-Regular"),
  pdfUnmappedText("slides.pdf", 4, 3),
  pdfWithoutTags("slides.pdf", [2, 3, 4]),
  pdfFigureWithoutAlt("slides.pdf", [12]),
  pdfWithoutBookmark("slides.pdf", "主要指标"),
  pdfProperties("slides.pdf", "language", "zh-CN", ""),
  pdfTooLarge("slides.pdf", 31_400_000, 5_000_000),
  pptxNotWhole("政府工作报告.pptx", "/ppt/slides/slide3.xml: id 12"),
  pptxTextLost("政府工作报告.pptx", paragraph("slides/10-part.md", 5), 2, "全年地区生产总值148亿元"),
  pptxUnreadable("改过的.pptx", "protected"),
  pptxDiffers(paragraph("data/observations.csv", 2), 10, "地区生产总值", "148亿元", "149亿元"),
  pptxSlideGone(paragraph("slides/10-part.md", 5), "主要指标"),
  pptxSlideAdded(12, "补充说明"),
  worldFailure(new WorldError("missing-browser", "", "")),
  worldFailure(new WorldError("missing-encoder", "", "")),
  worldFailure(new WorldError("encoder-failed", "/usr/bin/ffmpeg", "Cannot allocate memory")),
  worldFailure(new WorldError("browser-failed", "/usr/bin/chromium", "Failed to launch the browser process")),
  worldFailure(new WorldError("browser-unreachable", "ws://printer.example:9222/devtools/browser", "connect ECONNREFUSED")),
  portTaken(5190),
  portRefused(80),
  nothingBuilt("township", 'luduan build "township"'),
  kioskNotRunning("/home/hall/.local/share/luduan-kiosk"),
  badCertificate("stage.pem"),
  worldFailure(new WorldError("unwritable-output", "/srv/report/dist", "EACCES")),
  worldFailure(new WorldError("unwritable-output", "/srv/report/dist", "link")),
  worldFailure(new WorldError("unwritable-output", "/srv/report/dist", "mount point")),
  worldFailure(new WorldError("unwritable-output", "/srv/report/dist", "mount inside")),
  worldFailure(new WorldError("unreadable-file", "slides/10-part.md", "EACCES")),
  worldFailure(new WorldError("disk-full", "/srv/report/dist", "ENOSPC")),
  worldFailure(new WorldError("helper-failed", "picture-worker.js", "SIGKILL")),
  worldFailure(new WorldError("missing-git", "HEAD~1", "")),
  worldFailure(new WorldError("not-a-repository", "/srv/report", "not a git repository (or any of the parent directories): .git")),
  worldFailure(new WorldError("unknown-revision", "HAED~1", "")),
  worldFailure(new WorldError("git-failed", "v2021", "unable to read tree")),
  pageRequest("工作报告.html", "https://example.org/logo.png"),
  pageError("工作报告.html", "ReferenceError: deck is not defined"),
  noEdition("last-year/dist"),
  comparedWithErrors("HEAD~1", 2),
  nothingToCompare(),
  unreadableDocument(paragraph("报告.doc", 1), "old-word"),
  unreadableDocument(paragraph("报告.docx", 1), "protected"),
  documentNotTaken(paragraph("报告.docx", 14), "chart", 2),
  documentLeftOut(paragraph("报告.docx", 9), "deletions", 3, "力争增长8%"),
  documentTakenAs(paragraph("报告.docx", 9), "insertions", 4),
  joinedLines(paragraph("报告.txt", 5), 212),
  wrappedLines(paragraph("报告.txt", 5), 4),
  dataCellsLeft({ file: "指标.xlsx!综合", line: 8, column: 3, endLine: 8, endColumn: 4 }, 6),
  dataWithoutFigures(paragraph("指标.xlsx", 1)),
  dataContradictsText({ file: "指标.xlsx!综合", line: 5, column: 4, endLine: 5, endColumn: 5 }, "地区生产总值", "6.1%", 12, "增长6.3%"),
  importLost("报告.docx", 12, "地区生产总值增长6%左右。", "地区生产总值增长6％左右。"),
  importUnfinished("报告.docx"),
  unknownCommand("biuld", ["build", "check", "diff", "dev", "new", "help"]),
  unknownFlag("--onyl", ["--out", "--only", "--json"]),
  unknownFlag("--port", ["--json", "--lang"], "check"),
  flagNeedsValue("--out"),
  flagTakesNoValue("--json"),
  flagsApart("--json", "--print-deck"),
  flagNeedsFlag("--out", "--report"),
  unknownFormat("sarfi", ["text", "json", "sarif", "github", "unix"]),
  reportName("changes.docx"),
  badPort("80000"),
  badBrowserUrl("chromium"),
  flagForOneDeck("--print-deck"),
  badLanguage("fr"),
  tooManyFolders("check", ["我的", "报告"]),
  noSuchFolders("towns/*"),
  sameDeckName("report", "east/report", "west/report"),
  unknownOutput("pdf", ["deck", "single", "slides", "kiosk", "data"]),
  folderNotEmpty("my-town"),
  missingTimes(),
  unreadableTimes("times.json"),
  otherDeckTimes("政府工作报告"),
  minutesNotWritten(fileSpan("slides/10-part.md")),
  missingName(),
  missingDocument(),
  noDocument("报告.docx"),
  unsafeOutput("/home/me/Documents", ["letter.docx", "plan.xlsx"]),
  internalError("TypeError: x is undefined", "Luduan 0.1.0, Node.js 20.20.0, linux"),
];
