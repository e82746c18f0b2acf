import type { BrowserContext, Page } from "playwright/test";

/** Records requests to other sites, and what the pages' policy blocked. */
export function watchDoors({ url }: { url: string }) {
  const { host } = new URL(url);
  const asked = { here: 0, elsewhere: [] as string[] };
  const refused: string[] = [];

  function note(address: string): void {
    const { protocol, host: askedHost } = new URL(address);
    if (protocol === "data:" || protocol === "blob:") return;
    if (askedHost === host) asked.here += 1;
    else asked.elsewhere.push(address);
  }

  return {
    asked,
    refused,
    async watch(context: BrowserContext): Promise<BrowserContext> {
      // Browsers report a blocked script only to the page.
      await context.exposeFunction("noteRefused", (what: string) => refused.push(what));
      await context.addInitScript(() =>
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile }) =>
          (window as unknown as { noteRefused: (what: string) => void }).noteRefused(
            `content security policy: ${violatedDirective} ${sourceFile}`,
          ),
        ),
      );
      context.on("request", (request) => note(request.url()));
      context.on("page", (page: Page) => page.on("websocket", (socket) => note(socket.url())));
      context.on("console", (message) => {
        if (/content security policy/iu.test(message.text())) refused.push(message.text());
      });
      return context;
    },
  };
}
