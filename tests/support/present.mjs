/** `luduan present --lan` as a speaker runs it, without opening its windows. */
import { spawn } from "node:child_process";
import { once } from "node:events";

/** Serves a built deck with the bundled tool. `deck` is the address of its windows, `phone` the port of phones, `pin` theirs; `end` resolves when it has gone. */
export async function startPresent(dir, cli) {
  const server = spawn(process.execPath, [cli, "present", dir, "--port", "0", "--lan", "--no-open", "--lang", "en"], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(server, "exit");
  const end = async () => {
    server.kill("SIGINT");
    await exited;
  };
  let text = "";
  const said = new Promise((done, fail) => {
    server.stdout.on("data", (part) => {
      text += part;
      const [deck] = /http:\/\/127\.0\.0\.1:\d+\//.exec(text) ?? [];
      const pin = /PIN (\d{6})/.exec(text)?.[1];
      const phone = /http:\/\/(?!127\.)[^/\s]+:(\d+)/.exec(text)?.[1];
      if (deck !== undefined && pin !== undefined) done({ deck, pin, phone: phone === undefined ? null : Number(phone), end });
    });
    void exited.then(() => fail(new Error(`luduan present ended: ${text}`)));
  });
  return said;
}
