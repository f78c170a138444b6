export function findBrowsers(environment?: Readonly<Record<string, string | undefined>>): string[];
export function findBrowser(environment?: Readonly<Record<string, string | undefined>>): string | null;
export function isHeadlessShell(path: string): boolean;
export function browserFolder(environment?: Readonly<Record<string, string | undefined>>): string;
