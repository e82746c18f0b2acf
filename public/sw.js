// Lets a student's phone open its debate without a network [W16]. The server puts a line before this file that names the
// version [W18]; without that line the worker removes itself and what it kept.
const { VERSION } = self;
const NAME = "resolved-";
const OWN = NAME + VERSION;
/** A page that is the same for everyone: it shows what the phone itself has kept. */
const SHELL = "/s/offline";
const ROOM = /^\/s\/[^/]+$/u;
const PART = /^\/_next\/static\/[\w./~%[\]-]+$/u;
/** A built file is the same for every browser. */
const ANY = { ignoreVary: true };
/** How long a page may take before the shell is shown in its place, in milliseconds: the server answers within nine seconds. */
const WAIT = 11_000;
/** With this the shell asks for the page itself, where it has nothing to show. */
const PATIENT = "?wait=1";

if (VERSION) {
  self.addEventListener("install", (event) => event.waitUntil(keepShell()));
  self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
  self.addEventListener("message", (event) => event.waitUntil(keep(event.data)));
  self.addEventListener("fetch", answer);
} else {
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(end()));
}

/** Browsers activate this only once the worker before has no event left, and end that worker first: no version writes after this. */
async function end() {
  await dropCaches();
  await self.registration.unregister();
}

function answer(event) {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (mode === "navigate" && ROOM.test(pathname)) event.respondWith(page(event.request));
  else if (PART.test(pathname)) event.respondWith(part(event.request));
}

/** The server's page, else the shell. */
async function page(request) {
  const answered = fetch(request);
  const shell = await (await caches.open(OWN)).match(SHELL);
  if (!shell) return answered;
  const reached = answered.catch(() => shell);
  if (new URL(request.url).search === PATIENT) return reached;
  const late = new Promise((resolve) => setTimeout(() => resolve(shell), WAIT));
  return Promise.race([reached, late]);
}

/** A built file never changes, so a kept one is as good as the server's, whichever version kept it. */
async function part(request) {
  const kept = await caches.match(request, ANY);
  if (kept) return kept;
  const answered = await fetch(request);
  if (answered.ok) await (await caches.open(OWN)).put(request, answered.clone());
  return answered;
}

async function keepShell() {
  const shell = await fetch(SHELL, { cache: "no-store" });
  // Browsers with workers need no scripts for those without modules.
  const html = (await shell.clone().text()).replace(/<script[^>]*\bnomodule\b[^>]*>/giu, "");
  const parts = html.match(/\/_next\/static\/[\w./~%[\]-]+\.(?:js|css|woff2)/gu) ?? [];
  // The page of a network that asks for a sign-in is not ours.
  if (!shell.ok || shell.redirected || parts.length === 0)
    throw new Error("The server did not send its page.");
  await keepParts(parts);
  await (await caches.open(OWN)).put(SHELL, shell);
}

/** What a page has loaded, for the next time. These come from the browser's own cache, so nothing is asked of the server. */
async function keep({ parts, language }) {
  const shell = await (await caches.open(OWN)).match(SHELL);
  const isSpoken = shell && (await shell.text()).includes(`<html lang="${language}"`);
  await Promise.allSettled([keepParts(parts), isSpoken || keepShell()]);
}

/** Copies what another version has, too: its cache is deleted once this one takes over. */
async function keepParts(parts) {
  const cache = await caches.open(OWN);
  const keepOne = async (path) => {
    if (await cache.match(path, ANY)) return;
    const other = await caches.match(path, ANY);
    await (other ? cache.put(path, other) : cache.add(path));
  };
  await Promise.all([...new Set(parts)].filter((path) => PART.test(path)).map(keepOne));
}

/** No page of the version before is open any more. */
async function takeOver() {
  await dropCaches(OWN);
  await self.clients.claim();
}

async function dropCaches(except) {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(NAME) && name !== except);
  await Promise.all(old.map((name) => caches.delete(name)));
}
