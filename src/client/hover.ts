/** Entry of the script that a deck with `hover: true` carries beside its own: figures of a chart under the pointer. */
import "./hover.css";
import { startHover } from "./hover-charts.ts";

startHover(document);
