/** Entry of the script that `luduan present` adds to a deck: it joins the windows of the show to their server. */
import "./remote/bridge.css";
import { join } from "./remote/bridge.ts";

join(document);
