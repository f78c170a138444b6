/** What is drawn in a paragraph: text boxes, pictures, and what cannot be taken over. */
import type { Context, Story } from "./story.ts";
import { childOf, elementsOf, findAll, type XmlElement } from "./xml.ts";

/** Collects the text boxes and pictures of a drawing, each once; the rest is reported. */
export function collectDrawing(element: XmlElement, context: Context, story: Story): void {
  const at = context.paragraphs + 1;
  const properties = findAll(element, "wp:docPr")[0];
  if (["1", "true"].includes(properties?.attributes.get("hidden") ?? "")) return context.told.leftOut("hidden", at);
  const alternative = properties?.attributes.get("descr") ?? findAll(element, "v:shape")[0]?.attributes.get("alt") ?? "";
  if (element.name === "w:object") return context.told.notTaken("object", at);
  const before = story.boxes.length + story.pictures.length;
  collect(element, alternative.trim(), context, story);
  if (story.boxes.length + story.pictures.length > before) return;
  const data = findAll(element, "a:graphicData")[0]?.attributes.get("uri") ?? "";
  if (/chart/i.test(data)) context.told.notTaken("chart", at);
  else if (/diagram/i.test(data)) context.told.notTaken("diagram", at);
  // Lines and empty shapes say nothing; drawn letters do.
  else if (findAll(element, "v:textpath").length > 0) context.told.notTaken("object", at);
}

function collect(element: XmlElement, alternative: string, context: Context, story: Story): void {
  for (const child of elementsOf(element)) {
    switch (child.name) {
      case "w:txbxContent":
        story.boxes.push(child);
        break;
      case "a:blip":
        addPicture(child.attributes.get("r:embed"), alternative, context, story);
        break;
      case "v:imagedata":
        addPicture(child.attributes.get("r:id"), alternative, context, story);
        break;
      case "mc:AlternateContent":
        collect(childOf(child, "mc:Choice") ?? childOf(child, "mc:Fallback") ?? child, alternative, context, story);
        break;
      default:
        collect(child, alternative, context, story);
    }
  }
}

/** Without a part of its own, the file of a picture is elsewhere. */
function addPicture(id: string | undefined, alternative: string, context: Context, story: Story): void {
  if (id === undefined || id === "") context.told.notTaken("linked-picture", context.paragraphs + 1);
  else story.pictures.push({ id, alternative });
}
