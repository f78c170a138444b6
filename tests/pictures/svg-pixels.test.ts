/** Honest drawings look in a browser, to the pixel, as they did before they were cleaned. */
import { afterAll, describe, expect, it } from "vitest";
import sharp from "sharp";
import { cleanSvg } from "../../src/pictures/svg/clean-svg.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME } from "../support/project.ts";

const world = createWorld({ home: HOME });
afterAll(() => world.close());

const [WIDTH, HEIGHT] = [400, 240];
const dot = (await sharp({ create: { width: 2, height: 2, channels: 3, background: "red" } }).png().toBuffer()).toString("base64");
const draw = (content: string, attributes = ""): string => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 200 120" ${attributes}>${content}</svg>`;

/** Pixels that differ, and those that are drawn at all, of two drawings as images of a page. */
const COMPARE = `async (sources) => {
  const pixelsOf = async (source) => {
    const image = Object.assign(new Image(), { src: source });
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: ${WIDTH}, height: ${HEIGHT} });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return new Uint32Array(context.getImageData(0, 0, ${WIDTH}, ${HEIGHT}).data.buffer);
  };
  const [before, after] = await Promise.all(sources.map(pixelsOf));
  return { different: before.filter((pixel, index) => pixel !== after[index]).length, drawn: before.filter((pixel) => pixel !== 0).length };
}`;

async function compare(svg: string): Promise<unknown> {
  const sources = [new TextEncoder().encode(svg), await cleanSvg(new TextEncoder().encode(svg))].map((bytes) => `data:image/svg+xml;base64,${Buffer.from(bytes).toString("base64")}`);
  const html = Buffer.from("<!doctype html><title>x</title>");
  const { answer, complaints } = await world.inspectPage({ html, width: 400, height: 300, heavy: false, phone: false, script: `(${COMPARE})(${JSON.stringify(sources)})` });
  expect(complaints).toEqual([]);
  return answer;
}

const GRADIENT = '<linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#17605b"/><stop offset="60%" style="stop-color:#f4b400;stop-opacity:.7"/><stop offset="1" stop-color="rgb(200 30 60 / 50%)"/></linearGradient>';

describe("looks the same in a browser", () => {
  it.each<readonly [name: string, svg: string]>([
    ["gradients, one from another, in both kinds", draw(`<defs>${GRADIENT}<radialGradient id="r" xlink:href="#g" cx=".3" fx=".2" spreadMethod="reflect" gradientTransform="scale(.8)"/></defs><rect width="90" height="100" fill="url(#g)"/><circle cx="150" cy="60" r="45" fill="url(#r)" stroke="url(#g)" stroke-width="6"/>`)],
    ["clip paths, by rule and by text", draw(`${GRADIENT}<clipPath id="c" clipPathUnits="objectBoundingBox"><path clip-rule="evenodd" d="M.1.1h.8v.8h-.8zM.3.3h.4v.4h-.4z"/></clipPath><clipPath id="t"><text x="100" y="80" font-size="50" font-weight="700">AB</text></clipPath><rect width="90" height="110" fill="url(#g)" clip-path="url(#c)"/><rect x="95" width="100" height="110" fill="teal" style="clip-path:url(#t)"/>`)],
    ["masks, by light and by alpha", draw(`<defs><linearGradient id="l"><stop stop-color="white"/><stop offset="1" stop-color="black"/></linearGradient><mask id="m"><rect width="200" height="120" fill="url(#l)"/></mask><mask id="a" mask-type="alpha"><circle cx="150" cy="60" r="40" fill-opacity=".6"/></mask></defs><rect width="90" height="100" fill="crimson" mask="url(#m)"/><rect x="100" width="100" height="120" fill="navy" mask="url(#a)"/>`)],
    ["symbols, used with a view box and inherited colours", draw('<defs><symbol id="s" viewBox="0 0 10 10" preserveAspectRatio="xMinYMax slice"><path d="M0 0h10v10z"/><circle cx="3" cy="7" r="2" fill="currentColor"/></symbol></defs><g fill="teal" color="orange"><use href="#s" width="60" height="90"/><use xlink:href="#s" x="80" y="20" width="60" height="60" transform="rotate(-15 95 35)"/></g>')],
    ["text: anchors, lengths, spans, on a path, from right to left", draw('<path id="p" d="M10 100Q100 40 190 100" fill="none"/><text x="100" y="30" text-anchor="middle" font-family="serif" font-size="18" letter-spacing="2" textLength="150" lengthAdjust="spacing">全年 <tspan dy="4" fill="red" font-weight="bold" baseline-shift="super">148</tspan> 亿元</text><text font-size="12"><textPath href="#p" startOffset="20%">along a curved way</textPath></text><text x="10" y="60" writing-mode="tb" xml:space="preserve" style="white-space:pre">a  b</text>')],
    ["a style sheet: selectors, variables, media, calc", draw('<style>:root{--ink:#c33}svg>rect.a{fill:var(--ink);stroke:#000;stroke-width:calc(1px + 1px)}g :nth-child(2){opacity:.4}[data-kind],circle:not(.x){fill:green!important}@media (min-width:1px){.b{stroke-dasharray:4 2;stroke:blue}}@supports (fill:red){.x{fill:gold}}</style><rect class="a" x="5" y="5" width="60" height="60"/><g><path class="b" d="M80 10h60v60h-60z"/><path d="M90 20h60v60h-60z"/></g><circle cx="170" cy="90" r="20"/><circle class="x" cx="20" cy="95" r="15"/>')],
    ["a style sheet in CDATA, of a drawing program", draw("<style type=\"text/css\"><![CDATA[\n.st0{fill:#E6E6E6;}\n.st1{fill:none;stroke:#17605B;stroke-width:3;stroke-linecap:round;stroke-linejoin:round;stroke-miterlimit:10;}\n#x .st0 > * , .y{ fill:url(#g); }]]></style>" + GRADIENT + '<g id="x"><g class="st0"><rect width="50" height="50"/></g></g><polyline class="st1" points="60,10 100,60 140,10"/><path class="y" d="M150 20l40 80h-60z"/>')],
    ["patterns and markers", draw('<defs><pattern id="p" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(30)"><path d="M0 6h12" stroke="purple" stroke-width="3"/></pattern><marker id="m" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="6" markerHeight="6" orient="auto-start-reverse"><path d="M0 0l10 5-10 5z" fill="context-stroke"/></marker></defs><rect width="90" height="110" fill="url(#p)"/><path d="M110 20L150 60 190 20V100" fill="none" stroke="maroon" stroke-width="3" marker-start="url(#m)" marker-mid="url(#m)" marker-end="url(#m)"/>')],
    ["filters: shadow, colours, light, displacement", draw('<filter id="f" x="-20%" y="-20%" width="150%" height="150%"><feDropShadow dx="4" dy="4" stdDeviation="3" flood-color="#000" flood-opacity=".5"/></filter><filter id="h"><feColorMatrix type="hueRotate" values="90"/><feComponentTransfer><feFuncR type="gamma" exponent="1.5"/></feComponentTransfer></filter><filter id="d"><feTurbulence baseFrequency=".05" numOctaves="2" seed="3"/><feDisplacementMap in="SourceGraphic" scale="10" xChannelSelector="R"/></filter><rect x="10" y="10" width="50" height="50" fill="orange" filter="url(#f)"/><rect x="75" y="10" width="50" height="50" fill="orange" style="filter:url(#h)"/><rect x="135" y="10" width="50" height="90" fill="teal" filter="url(#d)"/>')],
    ["filters and transforms as CSS functions", draw('<style>.a{filter:drop-shadow(3px 3px 2px #000) saturate(2)}.b{transform:translate(20px,10px) rotate(10deg) scale(1.2);transform-origin:50% 50%;transform-box:fill-box}</style><rect class="a" x="10" y="10" width="60" height="60" fill="coral"/><rect class="b" x="100" y="20" width="50" height="50" fill="steelblue"/>')],
    ["blending, isolation, order of paint, strokes that keep their width", draw('<rect width="120" height="120" fill="gold"/><g style="isolation:isolate"><circle cx="80" cy="60" r="50" fill="teal" style="mix-blend-mode:multiply"/></g><text x="90" y="70" font-size="40" fill="white" stroke="black" stroke-width="6" paint-order="stroke">粗</text><g transform="scale(4)"><path d="M35 5v20" stroke="red" stroke-width="2" vector-effect="non-scaling-stroke"/></g>')],
    ["a drawing in the drawing, with its own view", draw('<svg x="20" y="10" width="80" height="100" viewBox="0 0 10 10" preserveAspectRatio="none" overflow="visible"><ellipse cx="5" cy="5" rx="4" ry="5" fill="olive"/></svg><svg x="50%" width="50%" height="100%"><rect width="100%" height="30%" rx="10%" fill="slateblue"/></svg>')],
    ["an embedded picture, smoothed and sharp", draw(`<image x="10" y="10" width="80" height="80" preserveAspectRatio="none" xlink:href="data:image/png;base64,${dot}"/><image x="110" y="10" width="80" height="80" style="image-rendering:pixelated" href="data:image/png;base64,${dot}"/>`)],
    ["entities of a drawing program", `<!DOCTYPE svg [ <!ENTITY st0 "fill:#2a8;stroke:#000"> <!ENTITY w "60"> ]>\n${draw('<rect style="&st0;" x="10" y="10" width="&w;" height="&w;"/><text x="90" y="60" font-size="30">&lt;&#x7532;&amp;&#20057;&gt;</text>')}`],
    ["a link, a title, a description, a choice of languages", draw('<title>图</title><desc>说明</desc><a href="#x" fill="navy"><rect width="50" height="50"/></a><switch><text systemLanguage="xx" x="60" y="40">xx</text><text x="60" y="40">else</text></switch>')],
    ["lengths and colours in every notation", draw('<rect x="5mm" y="10%" width="3em" height="20pt" fill="hsl(30 80% 50%)" font-size="10"/><rect x="100" width="40" height="40" fill="#0a58"/><rect x="1in" y="60" width="2cm" height="1pc" fill="rgb(10%,40%,60%)"/><circle cx="170" cy="80" r="20" fill="transparent" stroke="currentcolor" color="#f0f"/>', 'style="color:teal" fill="gray"')],
  ])("%s", async (_name, svg) => {
    expect(await compare(svg)).toEqual({ different: 0, drawn: expect.toSatisfy((count: number) => count > 500) });
  });
});

it("and what looks different is seen: motion goes", async () => {
  const { different } = (await compare(draw('<rect width="50" height="50"><set attributeName="x" to="90"/></rect>'))) as { readonly different: number };
  expect(different).toBeGreaterThan(10_000);
});
