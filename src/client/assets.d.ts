/** Styles that an entry imports; the bundler removes them from the script. */
declare module "*.css";

/** What the dev server gives to a module; absent in a build. */
interface ImportMeta {
  readonly hot?: {
    on(event: string, listener: (data: unknown) => void): void;
    send(event: string, data?: unknown): void;
  };
}
