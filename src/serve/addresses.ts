/** Under which addresses phones reach this machine. */
import { X509Certificate } from "node:crypto";
import { networkInterfaces } from "node:os";

/** A `Host` with or without its port. */
const HOST = /^(\[[0-9a-f:]+\]|[^:[\]]+)(?::\d+)?$/i;

/** IPv4 addresses of this machine in its networks, as they are now: a hotspot may be switched on later. */
export function listAddresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((all) => (all ?? []).filter(({ family, internal }) => family === "IPv4" && !internal).map(({ address }) => address));
}

/** The names in a certificate; those with a star stand for no single machine. Throws if it is none. */
export function namesIn(certificate: Uint8Array): readonly string[] {
  const { subjectAltName = "" } = new X509Certificate(certificate);
  return subjectAltName.split(", ").flatMap((name) => (name.startsWith("DNS:") && !name.includes("*") ? [name.slice(4).toLowerCase()] : []));
}

/** Whether a `Host` is an address of this machine or a name in its certificate, never a name that a stranger may have made lead here. */
export function isOwnHost(host: string, names: readonly string[]): boolean {
  const name = HOST.exec(host)?.[1]?.toLowerCase();
  return name !== undefined && (name === "127.0.0.1" || names.includes(name) || listAddresses().includes(name));
}
