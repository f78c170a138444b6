/** Entry of the page on a phone. */
import "./remote/phone.css";
import { startPhone } from "./remote/phone.ts";

startPhone(document);
