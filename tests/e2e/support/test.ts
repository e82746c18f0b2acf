import { test as base } from "playwright/test";
import { closeClients } from "#tests/support/client.ts";

/** Closes what a test has opened at its end: Playwright would keep its windows, with their sockets, as long as the browser. */
export const test = base.extend<{ closes: undefined }>({
  closes: [
    async ({ browser }, use) => {
      await use(undefined);
      closeClients();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
