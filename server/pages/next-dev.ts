import type { Server } from "node:http";
import type { Pages } from "#server/http/join-page.ts";

/** Pages in development, with reload. Next handles its own upgrades on the server. */
export async function startNextDev(httpServer: Server): Promise<Pages> {
  // Imported only here, because Next changes the process it is loaded in.
  const { default: next } = await import("next");
  const pages = next({ dev: true, httpServer, dir: process.cwd() });
  await pages.prepare();
  const handle = pages.getRequestHandler();
  return (request, response) => void handle(request, response);
}
