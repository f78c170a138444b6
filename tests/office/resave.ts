/** A presentation as PowerPoint writes it again when somebody saves it: nothing that one sees has changed, nearly everything that is written has. */

/** The parts of a package by their names. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>;

const EXTENSION = '<a:extLst><a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"><a16:creationId xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" id="{1C6F0B8E-0000-4000-8000-000000000001}"/></a:ext></a:extLst>';

/** Types other words over those of paragraphs, and of cells of charts; fails where there are none. */
export function replaceWords(files: PackageFiles, before: string, after: string): PackageFiles {
  let count = 0;
  const typed = (text: string, words: string): string | null => {
    if (!words.includes(before)) return null;
    count += 1;
    return text.replace(/(<a:t>|<c:v>)[^<]*/, (_, tag: string) => tag + words.replaceAll(before, after));
  };
  const edited = mapText(files, (text, name) => {
    if (!/\/(?:slide|notesSlide|chart)\d+\.xml$/.test(name)) return text;
    return text.replaceAll(/<c:v>([^<]*)<\/c:v>/g, (cell, words: string) => typed(cell, words) ?? cell).replaceAll(/(<a:p>(?:<a:pPr.*?(?:\/>|<\/a:pPr>))?)(.*?)<\/a:p>/gs, (paragraph, head: string, runs: string) => {
      const now = typed(/^.*?<\/a:r>/s.exec(runs)?.[0] ?? "", [...runs.matchAll(/<a:t>([^<]*)/g)].map((run) => run[1]).join(""));
      return now === null ? paragraph : `${head}${now}</a:p>`;
    });
  });
  if (count === 0) throw new Error(`nowhere: ${before}`);
  return edited;
}

/** Runs in pieces, attributes in another order, shapes and parts with other numbers, marks of the program's own, and a thumbnail. */
export function resave(files: PackageFiles): PackageFiles {
  const written = mapText(files, (text, name) => renumbered(reordered(/\/(?:slide|notesSlide)\d+\.xml$/.test(name) ? marked(divided(text)) : text)));
  const renamed = Object.entries(written).map(([name, bytes]) => [renumbered(name), bytes] as const);
  return Object.fromEntries([...renamed.toReversed(), ["docProps/thumbnail.jpeg", new Uint8Array([0xff, 0xd8, 0xff])]]);
}

function mapText(files: PackageFiles, edit: (text: string, name: string) => string): PackageFiles {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, /\.(?:xml|rels)$/.test(name) ? new TextEncoder().encode(edit(new TextDecoder().decode(bytes), name)) : bytes]));
}

/** A run that was checked for spelling is several. */
function divided(text: string): string {
  return text.replaceAll(/<a:r>((?:(?!<a:t>).)*)<a:t>([^<&]{2,})<\/a:t><\/a:r>/g, (_, properties: string, words: string) => {
    const half = words.length >> 1;
    return [words.slice(0, half), words.slice(half)].map((piece) => `<a:r>${properties.replace("<a:rPr", '<a:rPr dirty="0"')}<a:t>${piece}</a:t></a:r>`).join("");
  });
}

function marked(text: string): string {
  return text
    .replaceAll(/<p:cNvPr ([^>]*)\/>/g, `<p:cNvPr $1>${EXTENSION}</p:cNvPr>`)
    .replaceAll(/(<(?:p:cNvPr|p:spTgt|p:bldP)[^>]* (?:id|spid)=")(\d+)"/g, (_, head: string, id: string) => `${head}${Number(id) + 100}"`)
    .replaceAll("</a:p>", '<a:endParaRPr lang="zh-CN" altLang="en-US"/></a:p>');
}

function reordered(text: string): string {
  return text.replaceAll(/<([\w:]+)((?: [\w:]+="[^"]*")+)(\/?)>/g, (_, name: string, attributes: string, end: string) => `<${name}${(attributes.match(/ [\w:]+="[^"]*"/g) ?? []).toReversed().join("")}${end}>`);
}

function renumbered(text: string): string {
  return text.replaceAll(/\/slide(\d+)\.xml/g, (_, number: string) => `/slide${Number(number) + 20}.xml`);
}
