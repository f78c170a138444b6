/** Entry of the desk's page. */
import "./desk-page/base.css";
import "./desk-page/desk.css";
import { whenLegible } from "./desk-page/legible.ts";
import { startDesk } from "./desk-page/start-desk.ts";

whenLegible("Luduan Desk", () => startDesk(document.body));
