import type { Browser } from "playwright/test";
import { openClass } from "#tests/states/class.ts";
import { createCamera, type Face, openPages, type Shown, type Wanted } from "#tests/states/pages.ts";
import { letDaysPass } from "#tests/support/days.ts";
import { startProgram } from "#tests/support/program.ts";

export type Stage = Awaited<ReturnType<typeof setUp>>;

/** A server with a class, its pages, and what can be done with them. */
export async function setUp(browser: Browser, wanted: Wanted) {
  const program = await startProgram({ kind: "launched" });
  process.once("exit", program.kill);
  const lesson = await openClass(program);
  // The phones are always needed: they take part.
  const pages = await openPages(browser, {
    ...lesson,
    faces: [...new Set<Face>(["phone", ...wanted.faces])],
  });
  const camera = createCamera(pages, wanted);
  return {
    ...{ program, lesson, ...camera },
    /** Has both students with phones, or the teacher in both languages, do something by hand. */
    async byHand(act: (shown: Shown) => Promise<void>, by: Face = "phone"): Promise<void> {
      const those = pages.filter(({ face }) => face === by);
      await Promise.all(those.map(act));
      // Over a notice it would keep that there for the rest of the lesson.
      await Promise.all(those.map(({ page }) => page.mouse.move(0, 0)));
    },
    /** Opens another page in each of these faces. */
    async open(paths: Partial<Record<Face, string>>): Promise<void> {
      await Promise.all(
        pages.map(async ({ page, face }) => {
          const path = paths[face];
          if (path !== undefined) await page.goto(program.url + path);
        }),
      );
    },
    /** As if the class had been closed three weeks ago. Pages are opened anew after it. */
    async weeksLater(): Promise<void> {
      lesson.close();
      await letDaysPass(program, 21);
      await lesson.reconnect();
    },
    /** Pictures while the server is stopped, and when it is back. */
    async restart(during: string): Promise<void> {
      const [down, back] = [`${during}-down`, `${during}-back`];
      const isWanted = camera.isWanted(down) || camera.isWanted(back);
      if (isWanted) {
        lesson.close();
        await program.end("SIGTERM");
        await Promise.all(pages.map((shown) => saysReconnecting(shown, "attached")));
      }
      await camera.take(down);
      if (isWanted) {
        await program.start("whole", "same port");
        await lesson.reconnect();
        await Promise.all(pages.map((shown) => saysReconnecting(shown, "detached")));
      }
      await camera.take(back);
    },
  };
}

async function saysReconnecting({ page, face, words }: Shown, state: "attached" | "detached"): Promise<void> {
  const said = {
    phone: words.student.heldUp.connection.why,
    host: words.host.connection.reconnecting,
    wall: words.screen.reconnecting,
  }[face];
  await page.getByText(said).first().waitFor({ state, timeout: 30_000 });
}
