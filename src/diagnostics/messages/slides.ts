/** Mistakes in slides/*.md: sections, slides, attributes, images and layouts. */
import type { Span } from "../../model/span.ts";
import { error, warning, type Diagnostic, type Text } from "../diagnostic.ts";
import { knownHint } from "../known.ts";
import { placeText } from "./data.ts";
import { deckWords } from "../deck-words.ts";
import { shorten } from "../shorten.ts";

export const emptySection = (span: Span): Diagnostic =>
  warning("empty-section", span, { zh: "这个文件里没有页面。", en: "There is no slide in this file." }, {
    hint: { zh: "写“## 标题”开始一页，或删去这个文件。", en: "start a slide with `## Title`, or remove the file" },
  });

export const duplicateSection = (span: Span, id: string, first: Span): Diagnostic =>
  error("duplicate-section", span, { zh: `文件名去掉前面的数字后是“${id}”，与 ${first.file} 重名。`, en: `Without its number this file is called "${id}", as ${first.file} is.` }, {
    hint: { zh: "请改其中一个的文件名。", en: "rename one of them" },
  });

export const unclosedFrontMatter = (span: Span): Diagnostic =>
  error("unclosed-front-matter", span, { zh: "文件开头的设置没有结束。", en: "The settings at the top of the file do not end." }, {
    hint: { zh: "在设置后面另起一行写“---”。", en: "close them with a line `---`" },
  });

export const secondSectionTitle = (span: Span, first: Span): Diagnostic =>
  error("second-section-title", span, { zh: `一个文件只能有一个“#”标题，第一个在第 ${first.line} 行。`, en: `A file has one \`#\` title; the first is on line ${first.line}.` }, {
    hint: { zh: "页面标题用“##”；另一部分请另建一个文件。", en: "write `##` for a slide, or move the other section to a file of its own" },
  });

export const sectionTitleNotFirst = (span: Span): Diagnostic =>
  error("section-title-not-first", span, { zh: "“#”标题之前已有页面。", en: "There are slides before this `#` title." }, {
    hint: { zh: "把“#”标题移到文件最前面；如果它只是一页的标题，改用“##”。", en: "move it to the top of the file, or write `##` if it is the title of a slide" },
  });

export const emptySectionTitle = (span: Span): Diagnostic =>
  error("empty-section-title", span, { zh: "“#”后面没有标题。", en: "There is no title after `#`." }, {
    hint: { zh: "写上这一部分的标题；不需要分隔页就删去这一行。", en: "write the section's title, or remove the line if the section needs no divider" },
  });

export const headingWithoutSpace = (span: Span, marks: string): Diagnostic =>
  error("heading-without-space", span, { zh: `“${marks}”后面要空一格，否则不是标题。`, en: `A heading needs a space after "${marks}".` }, {
    hint: { zh: `写作“${"#".repeat(marks.length)} 标题”；确要显示“#”，请写“\\#”。`, en: `write "${"#".repeat(marks.length)} Title", or \\# to show the sign itself` },
  });

export const headingTooDeep = (span: Span, depth: number): Diagnostic =>
  error("heading-too-deep", span, { zh: `没有 ${depth} 级标题：“##”是页，“###”是卡片。`, en: `There are no headings of level ${depth}: \`##\` is a slide, \`###\` a card.` }, {
    hint: { zh: "小标题可以写成粗体：**小标题**。", en: "write a smaller heading in bold: **Heading**" },
  });

export const tooDeep = (span: Span, levels: number): Diagnostic =>
  error("nested-too-deep", span, { zh: `列表和引用最多套 ${levels} 层。`, en: `Lists and quotes nest at most ${levels} deep.` }, {
    hint: { zh: "请减少层次，或检查行首多余的“>”“-”。", en: "use fewer levels; look for stray > or - at the start of the line" },
  });

export const unclosedComment = (span: Span): Diagnostic =>
  error("unclosed-comment", span, { zh: "注释“<!--”没有结束，后面的内容都会看不见。", en: "This comment does not end, so all that follows would be hidden." }, {
    hint: { zh: "在注释末尾补上“-->”。", en: "close it with -->" },
  });

export const unclosedFence = (span: Span, marks: string): Diagnostic =>
  error("unclosed-fence", span, { zh: "这个块没有结束，后面的内容都被当作它的一部分。", en: "This block does not end, so all that follows is part of it." }, {
    hint: { zh: `在块的末尾另起一行写“${marks}”。`, en: `close it with a line ${marks}` },
  });

export const unknownFence = (span: Span, language: string, near: string): Diagnostic =>
  error("unknown-fence", span, { zh: `没有“${language}”这种块。`, en: `There is no block "${language}".` }, {
    hint: { zh: `是不是“${near}”？`, en: `did you mean "${near}"?` },
  });

export const badAttributes = (span: Span, fullWidth: boolean): Diagnostic =>
  error("invalid-attributes", span, { zh: "花括号里的写法读不懂，会照原样显示。", en: "These attributes cannot be read, so they would be shown as text." }, {
    hint: fullWidth
      ? { zh: "请用半角花括号，例如 {.step}。", en: "use half-width braces, for example {.step}" }
      : { zh: "写法是 {#名字 .step layout=chart kicker=\"两个 词\"}；要显示花括号，请写 \\{。", en: "write {#id .step layout=chart kicker=\"two words\"}, or \\{ to show a brace" },
  });

export const unknownAttribute = (span: Span, key: string, known: readonly string[]): Diagnostic =>
  error("unknown-attribute", span, { zh: `这里没有“${key}”这一项。`, en: `There is no attribute "${key}" here.` }, {
    hint: knownHint(key, known, { zh: "项", en: "attributes" }),
  });

export const unknownClass = (span: Span, name: string, known: readonly string[]): Diagnostic =>
  error("unknown-class", span, { zh: `这里不能用“.${name}”。`, en: `The class ".${name}" means nothing here.` }, {
    hint:
      known.length === 0
        ? { zh: "“##”标题后面只能写“.backup”（备用页）；“.step”写在段落、列表项、卡片标题或图片后面。", en: "after a `##` title there is only .backup, for a slide kept for questions; .step goes after a paragraph, list item, card or image" }
        : knownHint(`.${name}`, known.map((word) => `.${word}`), { zh: "标记", en: "classes" }),
  });

export const duplicateAttribute = (span: Span, key: string): Diagnostic =>
  error("duplicate-attribute", span, { zh: `“${key}”写了两次。`, en: `"${key}" is given twice.` }, { hint: { zh: "只保留一个。", en: "keep one of them" } });

const VALUE_HINTS = {
  id: { zh: "名字用汉字、字母、数字、“-”和“_”，例如 #growth-2021。", en: "a name has letters, digits, - and _, for example #growth-2021" },
  seconds: { zh: "写 1–600 的整数秒，例如 seconds=12。", en: "give whole seconds from 1 to 600, for example seconds=12" },
  long: { zh: "写 long=true（放进长图）或 long=false（不放进长图）。", en: "write long=true (in the long picture) or long=false (not in it)" },
  focus: { zh: "写横向、纵向的百分数（整十），例如 focus=30,40；或写方位，例如 focus=左上。", en: "give per cent across and down, in tens, for example focus=30,40, or a side, for example focus=\"left top\"" },
  treatment: { zh: "写 treatment=none（照片保持原样）或 treatment=theme（染成主题的颜色）。", en: "write treatment=none (the photo as it is) or treatment=theme (in the colours of the theme)" },
  step: { zh: "写从 1 开始的整数，例如 step=2；或用 .step 自动编号。", en: "give a whole number from 1 on, for example step=2, or let .step count" },
} as const satisfies Record<string, Text>;

export const badAttributeValue = (span: Span, key: keyof typeof VALUE_HINTS, value: string): Diagnostic =>
  error("invalid-attribute-value", span, { zh: `“${value}”不能作 ${key} 的值。`, en: `"${value}" is no value for ${key}.` }, { hint: VALUE_HINTS[key] });

/** The page has an element of that name, which links and scripts would no longer find. */
export const reservedId = (span: Span, id: string): Diagnostic =>
  error("reserved-id", span, { zh: `网页自己要用“${id}”这个名字。`, en: `The page itself needs the name "${id}".` }, {
    hint: { zh: "给这一页另起名字：## 标题 {#新名字}。", en: "give the slide another name: ## Title {#name}" },
  });

export const unknownLayout = (span: Span, name: string, known: readonly string[]): Diagnostic =>
  error("unknown-layout", span, { zh: `没有“${name}”这种版式。`, en: `There is no layout "${name}".` }, {
    hint: knownHint(name, known, { zh: "版式", en: "layouts" }),
  });

export const unknownVariant = (span: Span, name: string, layout: string, known: readonly string[]): Diagnostic =>
  error("unknown-variant", span, { zh: `版式 ${layout} 没有“${name}”这种样式。`, en: `The layout ${layout} has no variant "${name}".` }, {
    hint: known.length === 0 ? { zh: "这种版式只有一种样式，去掉 variant= 即可。", en: "this layout has one form: leave variant= out" } : knownHint(name, known, { zh: "样式", en: "variants" }),
  });

export const unknownMotif = (span: Span, name: string, known: readonly string[]): Diagnostic =>
  error("unknown-motif", span, known.length === 0
    ? { zh: `这一页不画“${name}”：没有照片的 picture、bullets、quote，没有编号的 cards 和两栏的 columns 才画。`, en: `This slide shows no drawing "${name}": picture, bullets and quote without a photo, cards without a number and columns of two cards do.` }
    : { zh: `没有“${name}”这种画。`, en: `There is no drawing "${name}".` }, {
    hint: known.length === 0 ? { zh: "去掉 motif=，或改用 layout=picture。", en: "leave motif= out, or use layout=picture" } : knownHint(name, known, { zh: "画", en: "drawings" }),
  });

export const strayAttributes = (span: Span): Diagnostic =>
  error("stray-attributes", span, { zh: "花括号前面没有它要修饰的内容。", en: "There is nothing before these attributes that they could belong to." }, {
    hint: { zh: "写在它所属的段落、列表项、标题或图片的末尾。", en: "put them at the end of the paragraph, list item, heading or image they belong to" },
  });

export const stepGap = (span: Span, step: number, missing: number): Diagnostic =>
  warning("step-gap", span, { zh: `有第 ${step} 步，却没有第 ${missing} 步：那一次点击什么也不会出现。`, en: `There is a step ${step} but no step ${missing}: that click would show nothing.` }, {
    hint: { zh: "步骤要从 1 连续编号；也可以改用 .step 自动编号。", en: "number steps from 1 without gaps, or let .step count" },
  });

export const stepInNotes = (span: Span): Diagnostic =>
  error("step-in-notes", span, { zh: "讲稿里不能分步出现。", en: "Nothing appears on a click in the speaker notes." }, { hint: { zh: "请删去花括号里的这一项。", en: "remove the attribute" } });

export const duplicateId = (span: Span, id: string, first: Span): Diagnostic =>
  error("duplicate-id", span, { zh: `两页都叫“${id}”：这里和 ${placeText(first)}。`, en: `Two slides are called "${id}": this one and ${placeText(first)}.` }, {
    hint: { zh: "给其中一页另起名字：## 标题 {#新名字}。", en: "give one of them another name: ## Title {#name}" },
  });

export const linkToNowhere = (span: Span, id: string, known: readonly string[]): Diagnostic =>
  error("link-to-nowhere", span, { zh: `没有叫“${id}”的页面。`, en: `No slide is called "${id}".` }, { hint: knownHint(id, known, { zh: "页面", en: "slides" }) });

export const linkNotAllowed = (span: Span, href: string, afterFullWidthMark: boolean): Diagnostic =>
  error("link-not-allowed", span, { zh: `不能链接到“${shorten(href)}”。`, en: `A link to "${shorten(href)}" is not allowed.` }, {
    hint: afterFullWidthMark
      ? { zh: "如果要放图片，前面的感叹号请用半角“!”。", en: "for an image, write a half-width ! before the bracket" }
      : { zh: "链接可以指向 https://…、mailto:… 或本演示里的 #页面名；方括号只是文字时，请写 \\[。", en: "links lead to https://…, mailto:… or a slide's #id; write \\[ for a plain bracket" },
  });

export const fullWidthLink = (span: Span): Diagnostic =>
  error("full-width-link", span, { zh: "链接地址外面用了全角括号，会照原样显示。", en: "The address stands in full-width brackets, so this is no link." }, {
    hint: { zh: "请用半角括号：[文字](https://…)。", en: "use half-width brackets: [text](https://…)" },
  });

export const unusedDefinition = (span: Span): Diagnostic =>
  warning("unused-definition", span, { zh: "这行被读作链接地址的定义，但没有文字用到它，不会显示。", en: "This is read as a link definition that no text refers to, so it is not shown." }, {
    hint: { zh: "删去这一行；如果是正文，方括号请写 \\[。", en: "remove it, or write \\[ if it is text" },
  });

export const unusedTitle = (span: Span): Diagnostic =>
  warning("unused-title", span, { zh: "链接和图片的提示文字不会显示。", en: "The title of a link or image is not shown." }, {
    hint: { zh: "请写进正文或图片说明。", en: "put it into the text or the description" },
  });

export const unclosedReference = (span: Span): Diagnostic =>
  error("unclosed-reference", span, { zh: "“{{”没有对应的“}}”。", en: "There is no }} for this {{." }, {
    hint: { zh: "引用写作 {{gdp}} 或 {{gdp.growth}}，写在同一行；要显示花括号，请写 \\{\\{。", en: "write {{gdp}} or {{gdp.growth}} on one line, or \\{\\{ to show braces" },
  });

export const singleBraces = (span: Span, written: string, meant: string): Diagnostic =>
  error("unclosed-reference", span, { zh: `“${written}”的花括号不成双，会照原样显示。`, en: `${written} lacks braces, so it is shown as text.` }, {
    hint: { zh: `引用要写两层花括号：${meant}；要显示花括号，请写 \\{。`, en: `write ${meant}, or \\{ to show a brace` },
  });

export const fullWidthBraces = (span: Span): Diagnostic =>
  error("full-width-braces", span, { zh: "引用用了全角花括号，会照原样显示。", en: "This reference has full-width braces, so it is shown as text." }, {
    hint: { zh: "请用半角：{{gdp}}。", en: "use half-width ones: {{gdp}}" },
  });

export const rawHtml = (span: Span, tag: string): Diagnostic =>
  error("raw-html", span, { zh: `这里有 HTML 标记“<${tag}>”，会照原样显示。`, en: `This is raw HTML (<${tag}>), which is shown as text.` }, {
    hint: { zh: "请改用 Markdown，例如粗体写 **文字**；要显示“<”，请写 \\<；确要使用，可在 deck.yaml 里写 html: trusted。", en: "use Markdown (bold is **text**), write \\< for the sign itself, or set html: trusted in deck.yaml" },
  });

export const unclosedHtml = (span: Span, tag: string, closing: boolean): Diagnostic =>
  error("unclosed-html", span, { zh: closing ? `“</${tag}>”前面没有“<${tag}>”。` : `“<${tag}>”没有结束。`, en: closing ? `There is no <${tag}> before this </${tag}>.` : `This <${tag}> does not end.` }, {
    hint: { zh: `起止标记要成对，并在同一段里：<${tag}>…</${tag}>。`, en: `open and close it in one paragraph: <${tag}>…</${tag}>` },
  });

export const htmlRemoved = (span: Span, removed: readonly string[]): Diagnostic =>
  error("html-removed", span, { zh: `这段 HTML 里不能有：${removed.join("、")}。`, en: `This HTML must not hold: ${removed.join(", ")}.` }, {
    hint: { zh: "请删去：不能有脚本、样式属性和外部内容；图片用 ![说明](路径)。", en: "remove it: no scripts, style attributes or remote content; images are ![description](path)" },
  });

export const missingAltText = (span: Span): Diagnostic =>
  error("missing-alt-text", span, { zh: "图片没有文字说明。", en: "The image has no description." }, {
    hint: { zh: "在方括号里写上图上是什么：![古镇石桥](images/bridge.jpg)。", en: "say in the brackets what it shows: ![A stone bridge](images/bridge.jpg)" },
  });

export const brokenImage = (span: Span): Diagnostic =>
  error("invalid-image", span, { zh: "图片的写法不对，会照原样显示。", en: "This image cannot be read, so it would be shown as text." }, {
    hint: { zh: "写作 ![说明](images/文件.jpg)，括号用半角；路径里有空格时写 ![说明](<images/a b.jpg>)。", en: "write ![description](images/file.jpg); put a path with spaces in <>" },
  });

export const inlineImage = (span: Span): Diagnostic =>
  error("inline-image", span, { zh: "图片不能夹在文字里。", en: "An image cannot stand among text." }, {
    hint: { zh: "让图片自成一行，上下各空一行。", en: "put it on a line of its own, with a blank line before and after" },
  });

export const remoteImage = (span: Span, href: string): Diagnostic =>
  error("remote-image", span, { zh: `不能使用“${shorten(href)}”：图片要在项目文件夹里，成品才能离线播放。`, en: `The image "${shorten(href)}" is not in the project; a deck must play offline.` }, {
    hint: { zh: "把图片存进项目的 images/ 文件夹，再写 images/文件名。", en: "save it in the project and write its path, for example images/bridge.jpg" },
  });

export const imageOutsideProject = (span: Span, href: string): Diagnostic =>
  error("image-outside-project", span, { zh: `“${shorten(href)}”在项目文件夹之外。`, en: `"${shorten(href)}" is outside the project folder.` }, {
    hint: { zh: "把图片复制到项目里，写相对路径，例如 images/bridge.jpg。", en: "copy it into the project and write a relative path such as images/bridge.jpg" },
  });

export const imageNotFound = (span: Span, href: string, near: string | null): Diagnostic =>
  error("image-not-found", span, { zh: `没有找到图片“${shorten(href)}”。`, en: `There is no image "${shorten(href)}".` }, {
    hint:
      near === null
        ? { zh: "路径相对于这个文件或项目文件夹；请核对文件名和扩展名。", en: "paths are relative to this file or to the project; check name and extension" }
        : { zh: `是不是“${near}”？`, en: `did you mean "${near}"?` },
  });

export const imageNotAnImage = (span: Span, path: string): Diagnostic =>
  error("image-not-an-image", span, { zh: `“${path}”不是可以显示的图片，或文件已损坏。`, en: `"${path}" is no picture that can be shown, or is damaged.` }, {
    hint: { zh: "请用 JPEG、PNG、WebP、AVIF、GIF 或 SVG，重新导出后再试。", en: "use JPEG, PNG, WebP, AVIF, GIF or SVG; export it again" },
  });

/** What the speaker notes begin with. */
const MARK: Text = { zh: deckWords("“备注：”", "“Note:”"), en: deckWords("备注：", "Note:") };

export const hiddenNotes = (span: Span): Diagnostic =>
  error("notes-not-apart", span, { zh: "这里像是讲稿的开头，却会显示在页面上。", en: "This looks like the beginning of speaker notes, but it would be shown on the slide." }, {
    hint: { zh: `讲稿写在一页的最后，另起一行写${MARK.zh}；要显示的附注请写${deckWords("“注：”或“说明：”", "“Remark:”")}。`, en: `notes come last on a slide, after a line ${MARK.en} of their own; begin a remark that is to be shown with ${deckWords("注： or 说明：", "another word")}` },
  });

export const notInNotes = (span: Span, what: Text): Diagnostic =>
  error("not-in-notes", span, { zh: `讲稿里不能有${what.zh}。`, en: `Speaker notes cannot hold ${what.en}.` }, {
    hint: { zh: `讲稿写在一页的最后；要显示的内容请移到${MARK.zh}之前。`, en: `notes come last on a slide; move what is shown before ${MARK.en}` },
  });

export const misplacedBlock = (span: Span, what: Text, inside: Text): Diagnostic =>
  error("misplaced-block", span, { zh: `${inside.zh}里不能有${what.zh}。`, en: `${capital(inside.en)} cannot hold ${what.en}.` }, {
    hint: { zh: "请移到外面，自成一段，行首不缩进。", en: "move it out, as a block of its own without indent" },
  });

export const tableNotRead = (span: Span): Diagnostic =>
  error("table-not-read", span, { zh: "这几行像是表格，但读不成表格，会连成一段。", en: "These lines look like a table but cannot be read as one, so they would run together." }, {
    hint: {
      zh: "每行写成“| 甲 | 乙 |”，第一行是表头，第二行写“|---|---|”，列数与表头相同，中间不空行。",
      en: "write each row as | a | b |; the first is the head, the second is |---|---| with as many columns, without blank lines",
    },
  });

export const tableRowTooLong = (span: Span, cells: number, columns: number): Diagnostic =>
  error("table-row-too-long", span, { zh: `这一行有 ${cells} 格，表头只有 ${columns} 列。`, en: `This row has ${cells} cells; the table has ${columns} columns.` }, {
    hint: { zh: "补上表头，或删去多余的“|”；格里的竖线写 \\|。", en: "add a column to the head or remove a bar; write \\| for a bar inside a cell" },
  });

export const tableRowTooShort = (span: Span, cells: number, columns: number): Diagnostic =>
  warning("table-row-too-short", span, { zh: `这一行只有 ${cells} 格，表头有 ${columns} 列：后面的格会空着，也可能串了列。`, en: `This row has ${cells} cells; the table has ${columns} columns, so the last ones stay empty, or the cells stand in the wrong columns.` }, {
    hint: { zh: "把缺的格补上；确实空着的格，两条“|”之间什么也不写。", en: "add the missing cell; write nothing between two bars for an empty one" },
  });

export const tableRowWithoutBar = (span: Span): Diagnostic =>
  error("table-row-without-bar", span, { zh: "这一行没有“|”，却紧跟在表格后面，会变成表格的一行。", en: "This line has no bar but follows the table, so it would become a row of it." }, {
    hint: { zh: "在它前面空一行。", en: "put a blank line before it" },
  });

export const layoutMismatch = (span: Span, layout: string, takes: Text, found: Text, fitting: readonly string[]): Diagnostic =>
  error("layout-mismatch", span, { zh: `版式 ${layout} 放${takes.zh}；这一页有${found.zh}。`, en: `The layout "${layout}" takes ${takes.en}; this slide has ${found.en}.` }, {
    hint: layout === "section" ? DIVIDER_HINT : fittingHint(fitting),
  });

/** The divider's layout cannot be chosen, so suggesting another is no help. */
const DIVIDER_HINT: Text = { zh: "用“## 标题”开始新的一页，把这些内容放在那里。", en: "begin a new slide with `## Title` and put this there" };

function fittingHint(fitting: readonly string[]): Text {
  if (fitting.length === 0) return { zh: "没有哪种版式放得下，请分成两页，或减少内容。", en: "no layout takes all of it; split the slide in two or shorten it" };
  const names = fitting.map((name) => `layout=${name}`);
  return { zh: `可以改用 ${names.join(" 或 ")}；也可以分成两页。`, en: `${names.join(" or ")} would fit; or split the slide in two` };
}

export const missingTitle = (span: Span, layout: string): Diagnostic =>
  error("missing-title", span, { zh: `版式 ${layout} 要有标题，这一页没有。`, en: `The layout "${layout}" takes a title; this slide has none.` }, {
    hint: { zh: "用“## 标题”代替“---”开始这一页。", en: "begin the slide with `## Title` in place of ---" },
  });

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
