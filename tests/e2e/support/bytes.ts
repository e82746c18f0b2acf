import type { Page } from "playwright/test";

/** Every byte that a page's browser receives: documents, scripts' answers and socket frames. */
export function collectBytes(page: Page): { all(): Promise<string[]> } {
  const frames: string[] = [];
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    // Built files are the same for everyone and hold no session data.
    if (pathname.startsWith("/_next/static/")) return;
    bodies.push(
      response.body().then(
        (body) => `${pathname} ${body.toString("utf8")}`,
        () => "",
      ),
    );
  });
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => frames.push(`socket ${payload.toString()}`));
  });
  return { all: async () => [...(await Promise.all(bodies)), ...frames] };
}
