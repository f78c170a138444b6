/** Entry of the desk's page. */
import "./desk-page/desk.css";
import { startDesk } from "./desk-page/start-desk.ts";

startDesk(document.body);
