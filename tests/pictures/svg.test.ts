/** SVG pictures: what is shipped looks the same, can neither run nor fetch anything, and is bounded. */
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cleanSvg } from "../../src/pictures/svg/clean-svg.ts";

const HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="120" viewBox="0 0 200 120">';
const clean = async (svg: string | Uint8Array): Promise<string> => new TextDecoder().decode(await cleanSvg(typeof svg === "string" ? new TextEncoder().encode(svg) : svg));
const inside = async (content: string): Promise<string> => (await clean(`${HEAD}${content}</svg>`)).replace(/^<svg[^>]*?(\/?)>/, "").replace(/<\/svg>$/, "");
const pixels = (svg: string): Promise<Buffer> => sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
const dot = await sharp({ create: { width: 2, height: 2, channels: 3, background: "red" } }).png().toBuffer();
const DOT = `data:image/png;base64,${dot.toString("base64")}`;

describe("looks the same", () => {
  it.each<readonly [name: string, svg: string]>([
    ["shapes", `${HEAD}<rect x="10" y="10" width="80" height="40" rx="8" fill="#17605b"/><circle cx="150" cy="60" r="30" stroke="red" stroke-width="4" fill="none"/><path d="M10 100L60 70 90 110z" fill-rule="evenodd" opacity=".5"/><polygon points="100,100 120,80 140,110"/></svg>`],
    ["gradients, patterns and masks by reference", `${HEAD}<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/><stop offset="1" style="stop-color:#0af;stop-opacity:.8"/></linearGradient><radialGradient id="b" xlink:href="#a"/><pattern id="p" width="8" height="8" patternUnits="userSpaceOnUse"><circle cx="4" cy="4" r="3"/></pattern><clipPath id="c"><circle cx="60" cy="60" r="40"/></clipPath><mask id="m"><rect width="200" height="120" fill="white"/><rect x="20" width="20" height="120" fill="black"/></mask></defs><g clip-path="url(#c)"><rect width="200" height="120" fill="url(#a)"/></g><rect x="110" width="40" height="120" fill="url('#p')" mask="url(#m)"/><rect x="155" width="40" height="60" style="fill:url(#b)"/></svg>`],
    ["symbols that are used", `${HEAD}<symbol id="s" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></symbol><use href="#s" width="50" height="50"/><use xlink:href="#s" x="80" y="20" width="30" height="30" transform="rotate(-15 95 35)" fill="teal"/></svg>`],
    ["a style sheet and classes", `${HEAD}<style>.a{fill:#c33;stroke:#000;stroke-width:2px}@media screen{.b{opacity:.4}}</style><style><![CDATA[ #x > path { fill: url(#g) } ]]></style><linearGradient id="g"><stop stop-color="gold"/></linearGradient><rect class="a" x="5" y="5" width="60" height="60"/><g id="x"><path class="b" d="M80 10h60v60h-60z"/></g></svg>`],
    ["filters", `${HEAD}<filter id="f" x="-20%" width="140%"><feGaussianBlur in="SourceAlpha" stdDeviation="3" result="b"/><feOffset dx="4" dy="4"/><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter><rect x="30" y="30" width="80" height="40" fill="orange" filter="url(#f)"/></svg>`],
    ["an embedded raster picture", `${HEAD}<image x="20" y="20" width="60" height="60" preserveAspectRatio="none" xlink:href="${DOT}"/><image x="100" y="20" width="60" height="60" preserveAspectRatio="none" href="${DOT}"/></svg>`],
    ["a link", `${HEAD}<a href="#x" fill="navy"><rect width="50" height="50"/></a></svg>`],
    ["a switch with what a browser draws last", `${HEAD}<switch><foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/" width="1" height="1"/><g><rect width="90" height="90" fill="plum"/></g></switch></svg>`],
    ["what a drawing program wrote", `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [ <!ENTITY ns_svg "http://www.w3.org/2000/svg"> <!ENTITY st0 "fill:#2a8;"> ]>\n<!-- by someone --><svg xmlns="&ns_svg;" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" width="200" height="120" sodipodi:docname="C:\\Users\\name\\map.svg"><metadata><x/></metadata><sodipodi:namedview inkscape:zoom="2"/><g inkscape:label="layer" style="&st0;-inkscape-font-specification:Sans"><rect width="120" height="60"/></g></svg>`],
    ["lengths and colours in every notation", `${HEAD}<rect x="5mm" y="10%" width="3em" height="20pt" fill="rgb(10, 90, 90)" transform="matrix(1 0 .2 1 0 0)"/><rect x="100" width="40" height="40" fill="hsl(30,80%,50%)" style="transform:translate(5px,5px)"/></svg>`],
  ])("%s", async (_name, svg) => {
    const cleaned = await clean(svg);
    const shown = await pixels(svg);
    expect(shown.some((value) => value > 0)).toBe(true);
    expect(Buffer.compare(await pixels(cleaned), shown)).toBe(0);
    expect(await clean(cleaned)).toBe(cleaned);
  });
});

describe("keeps nothing that runs, fetches or tells of its author", () => {
  it.each<readonly [name: string, content: string, kept: string]>([
    ["script", "<script>alert(1)</script>", ""],
    ["script of another name", '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', ""],
    ["handlers", '<rect onload="x()" onclick="x()" ONMOUSEOVER="x()" width="1"/>', '<rect width="1"/>'],
    ["foreign content", '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/></foreignObject>', ""],
    ["a link that runs", '<a xlink:href="javascript:x()"><path d="M0 0"/></a>', '<g><path d="M0 0"/></g>'],
    ["a remote picture", '<image href="http://x.org/a.png"/>', ""],
    ["a file", '<image xlink:href="file:///etc/passwd"/>', ""],
    ["a picture in a picture", '<image href="data:image/svg+xml;base64,AAAA"/>', ""],
    ["a remote use", '<use href="other.svg#a"/><use xlink:href="//x.org/#a"/>', "<use/><use/>"],
    ["an animation", '<rect width="1"><animate attributeName="href" to="javascript:x()"/><set attributeName="onload" to="x()"/></rect>', '<rect width="1"/>'],
    ["a remote fill", '<rect fill="url(http://x.org/a#b)"/>', "<rect/>"],
    ["a remote fill by escapes", '<rect fill="u\\72l(http://x.org)"/><rect filter="url( \'//x.org#f\' )"/>', "<rect/><rect/>"],
    ["a remote style", '<rect style="fill:url(http://x.org/a);stroke:red"/>', '<rect style="stroke:red"/>'],
    ["a remote font and import", '<style>@import "http://x.org";@font-face{font-family:a;src:url(http://x.org/a)}.a{fill:red;mask:image-set("x" 1x)}</style>', "<style>.a{fill:red}</style>"],
    ["a style that breaks out", "<style>.a{fill:red}&lt;/style>&lt;script>x()&lt;/script></style>", "<style>.a{fill:red}</style>"],
    ["a base address", '<g xml:base="http://x.org"><use href="#a"/></g>', '<g><use href="#a"/></g>'],
    ["sound", '<audio xmlns="http://www.w3.org/1999/xhtml" src="x"/><video/>', ""],
    ["comments and instructions", '<!-- C:\\Users\\name --><?xml-stylesheet href="http://x.org/a.css"?>', ""],
    ["an editor's notes", '<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="secret" data-name="name" aria-label="x"><metadata>name</metadata></g>', "<g/>"],
    ["a transform that is none", '<rect transform="url(http://x.org)"/>', "<rect/>"],
  ])("%s", async (_name, content, kept) => expect(await inside(content)).toBe(kept));

  it("nor a style sheet from outside the drawing", async () => {
    expect(await clean(`<?xml-stylesheet href="http://x.org/a.css"?>${HEAD}</svg>`)).toBe(`${HEAD.slice(0, -1)}/>`);
  });
});

describe("is bounded", () => {
  const nested = (tag: (id: number) => string, levels: number): string => `${HEAD}<defs><rect id="n0" width="1" height="1"/>${Array.from({ length: levels }, (_, level) => tag(level + 1)).join("")}</defs><use href="#n${levels}"/></svg>`;
  it.each<readonly [name: string, svg: string, reason: RegExp]>([
    ["nested references", nested((id) => `<g id="n${id}">${`<use href="#n${id - 1}"/>`.repeat(10)}</g>`, 9), /draws more than/],
    ["nested patterns", nested((id) => `<pattern id="n${id}">${`<path fill="url(#n${id - 1})"/>`.repeat(10)}</pattern>`, 9), /draws more than/],
    ["nested patterns by class", `${HEAD}<style>${Array.from({ length: 9 }, (_, id) => `.c${id + 1}{fill:url(#n${id})}`).join("")}</style>${Array.from({ length: 9 }, (_, id) => `<pattern id="n${id + 1}">${`<path class="c${id + 1}"/>`.repeat(10)}</pattern>`).join("")}<path fill="url(#n9)"/></svg>`, /draws more than/],
    ["a chain of references", nested((id) => `<g id="n${id}"><use href="#n${id - 1}"/></g>`, 40), /nested more than 32/],
    ["markers at every corner of a line", `${HEAD}<marker id="m"><g>${"<circle/>".repeat(200)}</g></marker><path marker-mid="url(#m)" d="M0 0${"L1 1".repeat(2_000)}"/></svg>`, /draws more than/],
    ["markers by a style", `${HEAD}<style>.a{marker:url(#m)}</style><marker id="m">${"<circle/>".repeat(200)}</marker><polyline class="a" points="${"1 1 ".repeat(2_000)}"/></svg>`, /draws more than/],
    ["a filter of an enormous radius", `${HEAD}<filter id="f"><feMorphology operator="dilate" radius="9e6 1"/></filter><rect filter="url(#f)"/></svg>`, /thickens shapes by more than 200/],
    ["a filter of many steps", `${HEAD}<filter id="f">${'<feGaussianBlur stdDeviation="90"/>'.repeat(5_000)}</filter><rect filter="url(#f)"/></svg>`, /more than 200 steps/],
    ["deep elements", `${HEAD}${"<g>".repeat(300)}${"</g>".repeat(300)}</svg>`, /nested more than 200/],
    ["very deep elements", `${HEAD}${"<g>".repeat(49_000)}${"</g>".repeat(49_000)}</svg>`, /nested more than 200/],
    ["many elements", `${HEAD}${"<g/>".repeat(60_000)}</svg>`, /50000 elements/],
    ["many bytes", `${HEAD}${" ".repeat(5_000_000)}</svg>`, /5 MB/],
    ["entities in entities", `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${HEAD}<text>&b;</text></svg>`, /entities inside entities/],
    ["another picture", "<html/>", /no SVG picture/],
    ["no XML", "<svg><g></svg>", /./],
    ["an unknown prefix", `${HEAD}<x:y/></svg>`, /prefix/],
  ])("%s", async (_name, svg, reason) => {
    await expect(clean(svg)).rejects.toThrow(reason);
  });

  it("a circle of references is drawn by nobody", async () => {
    expect(await inside('<g id="a"><use href="#a"/></g>')).toBe('<g id="a"><use href="#a"/></g>');
  });

  it("a large map is cleaned", async () => {
    const map = `${HEAD}<linearGradient id="g"><stop/><stop offset="1"/></linearGradient>${'<path d="M0 0L10 10 20 0z" fill="url(#g)" class="road"/>'.repeat(30_000)}</svg>`;
    expect((await clean(map)).length).toBeGreaterThan(1_000_000);
  });
});
