/** Styles that an entry imports; the bundler removes them from the script. */
declare module "*.css";

/** Vite's own script, which its server makes: the bundle of the preview imports it from there. */
declare module "vite:client" {
  export function createHotContext(owner: string): {
    on(event: string, listener: (data: unknown) => void): void;
    send(event: string, data?: unknown): void;
  };
}
