import type { Server } from "node:http";
import type { Pages } from "#server/http/join-page.ts";

/** The pages of development, with reload: Next listens on the server for upgrades of its own. */
export async function startNextDev(httpServer: Server): Promise<Pages> {
  // Loaded only here: it changes the process that it is in, and production keeps it apart.
  const { default: next } = await import("next");
  const pages = next({ dev: true, httpServer, dir: process.cwd() });
  await pages.prepare();
  const handle = pages.getRequestHandler();
  return (request, response) => void handle(request, response);
}
