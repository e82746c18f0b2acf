import { createServer } from "node:http";
import type { Environment } from "#server/platform/environment.ts";

/** Fails before anything is written or prepared if the port can't be opened. [O21] */
export async function assertPortFree({ PORT, HOST }: Pick<Environment, "PORT" | "HOST">): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(PORT, HOST, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

/** Why no server can listen there, and what to do; null for an error of another kind. */
export function portFault(error: unknown): string | null {
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === "EADDRINUSE")
    return `Port ${port} is in use by another program. Stop it, or set PORT to another number.`;
  if (code === "EACCES")
    return `Port ${port} may not be opened by this user. Set PORT to a number above 1023.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST is "${address ?? process.env.HOST}": this machine has no such address.`;
  return null;
}
