/** The thread that cuts fonts: one request in, one file out. */
import { parentPort } from "node:worker_threads";
import { cutFont, type CutRequest } from "./font-work.ts";

parentPort?.on("message", (request: CutRequest) => {
  cutFont(request).then(
    (font) => parentPort?.postMessage({ font, failure: null }, []),
    (failure: unknown) => parentPort?.postMessage({ font: null, failure: failure instanceof Error ? failure.message : String(failure) }, []),
  );
});
