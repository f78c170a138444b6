/** Entry of the player's service worker: the player's own page comes from the cache when the network is away. Editions are kept by the player itself. */
const CACHE = "luduan-player";
/** A network that takes longer is as good as none, in milliseconds. */
const PATIENCE = 5000;

/** Of a worker's events only what is used here: its types and those of pages exclude each other. */
interface WorkerEvent extends Event {
  readonly request: Request;
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly respondWith: (answer: Promise<Response>) => void;
}
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void;
}
const scope = globalThis as unknown as WorkerScope;

const shell = async (): Promise<Response> => {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(scope.registration.scope);
  try {
    const fresh = await fetch(scope.registration.scope, { cache: "no-cache", ...(kept === undefined ? {} : { signal: AbortSignal.timeout(PATIENCE) }) });
    if (!fresh.ok) return kept ?? fresh;
    await cache.put(scope.registration.scope, fresh.clone()).catch(() => undefined);
    return fresh;
  } catch (failure) {
    if (kept === undefined) throw failure;
    return kept;
  }
};

scope.addEventListener("install", (event) => event.waitUntil(Promise.all([shell(), scope.skipWaiting()])));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  const own = new URL(scope.registration.scope).pathname;
  if (request.mode === "navigate" && (pathname === own || pathname === `${own}index.html`)) event.respondWith(shell());
});
