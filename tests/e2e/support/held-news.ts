import type { Page } from "playwright/test";

/** Has a page's news wait while `hold` says so: all of it, or what begins like this. */
export async function withHeldNews(page: Page) {
  const held: (() => void)[] = [];
  const news: { held: RegExp | null; isLive: boolean } = { held: null, isLive: false };
  await page.routeWebSocket(/socket\.io/u, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    server.onMessage((message) => {
      // Socket.IO's answer to CONNECT: from now on everything comes this way.
      if (String(message).startsWith("40")) news.isLive = true;
      if (news.held?.test(String(message))) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return {
    isLive: () => news.isLive,
    hold(what = /^/u) {
      news.held = what;
    },
    release() {
      news.held = null;
      for (const send of held.splice(0)) send();
    },
  };
}
