/** Entry of the extra script for a deck with `hover: true`: shows the figures of a chart under the pointer. */
import "./hover.css";
import { startHover } from "./hover-charts.ts";

startHover(document);
