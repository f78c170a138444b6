/** Styles that an entry brings along; the bundler takes them out of the script. */
declare module "*.css";

/** What the dev server gives a module; nothing in a build. */
interface ImportMeta {
  readonly hot?: {
    on(event: string, listener: (data: unknown) => void): void;
    send(event: string, data?: unknown): void;
  };
}
