/** Entry of the page before the desk. */
import "./desk-page/base.css";
import "./begin-page/begin.css";
import { whenLegible } from "./desk-page/legible.ts";
import { startBegin } from "./begin-page/start-begin.ts";

whenLegible("Luduan Desk", () => startBegin(document.body));
