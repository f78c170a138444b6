/** What commands say that serve a built deck: `present` and the screens. */
import { error, type Diagnostic } from "../diagnostic.ts";

export const portTaken = (port: number): Diagnostic =>
  error("port-taken", null, { zh: `端口 ${port} 已被别的程序占用。`, en: `Port ${port} is taken by another program.` }, {
    hint: { zh: "关掉那个程序，或用 --port 换一个端口。", en: "end that program, or choose another port with --port" },
  });

export const portRefused = (port: number): Diagnostic =>
  error("port-refused", null, { zh: `这个用户不能使用端口 ${port}。`, en: `This user may not use port ${port}.` }, { hint: { zh: "用 --port 换一个 1024 以上的端口。", en: "choose a port above 1024 with --port" } });

/** `dir` is the folder as the user named it. */
export const nothingBuilt = (dir: string, build: string): Diagnostic =>
  error("nothing-built", null, { zh: `“${dir}”里没有编译好的演示。`, en: `"${dir}" has no built deck.` }, { hint: { zh: `先运行 ${build}`, en: `run ${build} first` } });

export const kioskNotRunning = (keep: string): Diagnostic =>
  error("no-screen", null, { zh: `没有正在运行的大厅屏幕（${keep}）。`, en: `No screen is running (${keep}).` }, { hint: { zh: "用 luduan kiosk 启动；用过 --keep 的，这里也要写。", en: "start one with luduan kiosk; if it has --keep, give it here too" } });

export const badCertificate = (file: string): Diagnostic =>
  error("bad-certificate", null, { zh: `“${file}”不能用作证书或私钥。`, en: `"${file}" is of no use as a certificate or its key.` }, {
    hint: { zh: "--cert 写证书，--key 写它的私钥，都是 PEM 格式；两者要配套，私钥不要加密码。", en: "--cert names the certificate and --key its private key, both as PEM; they must belong together, and the key must have no passphrase" },
  });
