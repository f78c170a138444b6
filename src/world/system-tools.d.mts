export type Say = (zh: string, en: string) => void;
export function runQuietly(
  command: string,
  args: readonly string[],
  options?: { readonly env?: Readonly<Record<string, string | undefined>>; readonly minutes?: number; readonly cwd?: string },
): { ok: boolean; text: string };
export function findCommand(name: string): string | null;
export function installWithApt(packages: readonly string[], say: Say): boolean;
