import { randomUUID } from "node:crypto";
import { expect, type Page } from "playwright/test";
import decodeQR from "qr/decode.js";
import type { SignedSummary } from "#debate/protocol/answers/summary.ts";
import { checkByAxe, openFaces, openHosted } from "#tests/e2e/support/faces.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { signedByOther } from "#tests/support/summaries.ts";

const VOTES = [
  ["for", "for"],
  ["against", "for"],
  ["against", "for"],
  ["against", "against"],
  ["undecided", "for"],
  ["undecided", "for"],
] as const;

/** What a phone reads in a QR code that a page drew as squares. */
async function readIn(page: Page, name: string): Promise<string> {
  const drawing = page.getByRole("img", { name });
  await drawing.waitFor();
  const side = Number((await drawing.getAttribute("viewBox"))?.split(" ")[2]);
  const path = (await drawing.locator("path").getAttribute("d")) ?? "";
  const scale = 4;
  const width = side * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h/gu))
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < scale; column += 1) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4;
        data.fill(0, at, at + 3);
      }
  return decodeQR({ width, height: width, data });
}

test("[S24] [S28] [S31] a teacher with one class shows its summary as a QR code, adds a colleague's by file and by text, and shows the class among them", async ({
  browser,
}) => {
  const session = await openHosted();
  const { program, code, host: remote } = session;
  const students = await Promise.all(VOTES.map(() => joinBySocket(program.url, code)));
  await moveTo(remote, "before");
  await Promise.all(
    students.map((each, place) => each.send("ballot:cast", ballot(VOTES[place]?.[0] ?? "for"))),
  );
  await moveTo(remote, "after");
  await Promise.all(
    students.map((each, place) => each.send("ballot:cast", ballot(VOTES[place]?.[1] ?? "for", "after"))),
  );
  await moveTo(remote, "closed");
  const { host } = await openFaces(browser, program, session, ["host"]);
  const results = await host.context().newPage();
  await results.goto(`${program.url}/results/${code}`);
  await results.getByRole("button", { name: "Summary as a QR code" }).click();
  const read = await readIn(results, "QR code with the summary of this class");
  await checkByAxe(results, "a summary's QR code");
  const own = JSON.parse(read) as SignedSummary;
  expect(own.summary).toMatchObject({ n: 6, points: (100 * 6) / 6 });
  await results.keyboard.press("Escape");
  await results.getByRole("link", { name: "Compare with other classes" }).click();
  await results.getByRole("heading", { name: "Colleagues’ classes" }).waitFor();

  const colleagues = (change: object) =>
    JSON.stringify(
      signedByOther({ ...own.summary, id: randomUUID(), server: "https://there.example", ...change }),
    );
  const add = (name: string, text: string) =>
    results
      .getByLabel("Add classes")
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await add("notes.json", "{}");
  await expect(results.getByText("Not a summary: notes.json")).toBeVisible();
  await add("class-b.json", colleagues({ points: 20 }));
  await expect(results.getByText("there.example").first()).toBeVisible();
  await add("class-c.json", JSON.stringify({ summary: { format: 2, id: randomUUID() } }));
  await expect(results.getByText("class-c.json is from a newer version.")).toBeVisible();
  await results.getByRole("button", { name: "Remove class-c.json" }).click();
  await results.getByRole("button", { name: "Paste a summary" }).click();
  await results.getByLabel("Paste a summary").fill(colleagues({ points: -40 }));
  await results.getByRole("button", { name: "Add this class" }).click();
  await results.reload();
  await expect(results.getByText("there.example")).toHaveCount(2);
  await checkByAxe(results, "classes on other servers");

  await results.getByRole("button", { name: "Show in full window" }).click();
  const wall = results.getByRole("dialog", { name: "This class among the others" });
  await expect(wall.getByText("none moved further toward For and 2 less far")).toBeVisible();
  await expect(wall).not.toContainText("there.example");
  await checkByAxe(results, "one class among the others");
  await results.keyboard.press("Escape");
  await expect(wall).toBeHidden();
});

test("[M34] how sure an experiment could be follows the sliders, by keyboard, and stays after a reload", async ({
  page,
}) => {
  await page.goto(`${sharedProgram().url}/power`);
  await expect(
    page.getByText(
      /With 10 classes of 30 you would find a difference of 30 points in about 7\d of 100 tries/u,
    ),
  ).toBeVisible();
  await page.getByRole("slider", { name: "Classes" }).press("ArrowRight");
  await expect(page.getByText(/With 12 classes of 30 .* in about 8\d of/u)).toBeVisible();
  await expect(page.getByText("12 classes would be enough")).toBeVisible();
  await page.getByRole("slider", { name: "True difference" }).press("Home");
  await expect(
    page.getByText(/about [2-6] of 100 tries would seem to find a difference although there is none/u),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByRole("slider", { name: "Classes" })).toHaveValue("5");
  await expect(page.getByText("although there is none")).toBeVisible();
});
