import { expect } from "playwright/test";
import { openHosted } from "#tests/e2e/support/faces.ts";
import { joinBySocket, PHONE } from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";

test("[K3] a student who opens the tab of rebuttals is counted as shown what came into view, and nothing before", async ({
  browser,
}) => {
  const { url, cookie, code, host } = await openHosted();
  const author = await joinBySocket(url, code);
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  const posted = Array.from({ length: 12 }, (_, n) => rebuttal({ body: `Argument ${n} about geography.` }));
  for (const each of posted) expect(await author.send("rebuttal:post", each)).toMatchObject({ ok: true });
  await moveTo(host, "after", { questions: { readingVote: true } });

  const phone = await (await browser.newContext(PHONE)).newPage();
  await phone.goto(`${url}/s/${code}`);
  await phone.getByRole("button", { name: "Join" }).click();
  // All are in the page already, in a tab that is not open.
  await expect(phone.getByRole("article", { includeHidden: true })).toHaveCount(posted.length);
  await expect(phone.getByRole("article")).toHaveCount(0);
  await phone.getByRole("tab", { name: "Rebuttals" }).click();
  const shown = async () => {
    const answer = await fetch(`${url}/api/sessions/${code}/export?table=exposures&format=json`, {
      headers: { cookie },
    });
    const { rows } = (await answer.json()) as { rows: { rebuttal: string }[] };
    return rows.map((row) => row.rebuttal);
  };
  await expect.poll(shown).toContain(posted[0]?.id);
  expect(await shown()).not.toContain(posted.at(-1)?.id);
});
