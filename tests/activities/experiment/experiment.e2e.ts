import { expect, type Page } from "playwright/test";
import { checkByAxe, openFaces, openHosted } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE } from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";

test("[M28] [M30] [M31] one half writes for the other side before the last vote, the other after it, and the projector says only that", async ({
  browser,
}) => {
  const settings = { activities: { experiment: { kind: "switch" } } } as const;
  const session = await openHosted(settings);
  const { program, code, host: remote } = session;
  const context = async () => browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  // Of four people who voted alike two are in each half, so that of three phones each half has one.
  const phones: Page[] = [];
  for (let seat = 0; seat < 3; seat += 1) phones.push(await joinByPhone(program.url, code, await context()));
  const [first] = phones as [Page, ...Page[]];
  await expect(first.getByText("Half of the class, drawn by lot, does one thing first.")).toBeVisible();
  const other = await joinBySocket(program.url, code);
  await moveTo(remote, "before");
  for (const phone of phones) {
    await phone.getByRole("button", { name: /^For/u }).click();
    await phone.getByText("Counted.").waitFor();
  }
  await other.send("ballot:cast", ballot("for"));
  const { host, wall } = await openFaces(browser, program, session, ["host", "wall"]);
  await moveTo(remote, "switch-first", settings);
  await expect(wall.getByText("Half of you write now, half of you read again")).toBeVisible();
  await expect(wall.getByRole("main")).not.toContainText(/\d of \d/u);
  await checkByAxe(wall, "one half writes, on the wall");
  const isWriter = async (phone: Page) => {
    await phone.getByText(/The other half of the class writes now|Your class doesn’t see it/u).waitFor();
    return phone.getByLabel("The best argument Against").isVisible();
  };
  const writes = await Promise.all(phones.map(isWriter));
  const [early, late] = [phones[writes.indexOf(true)], phones[writes.indexOf(false)]] as [Page, Page];
  await checkByAxe(early, "writes now");
  const field = early.getByLabel("The best argument Against");
  await field.fill("Ships need");
  await early.reload();
  await expect(field).toHaveValue("Ships need");
  await field.fill("Ships need friends.");
  await field.press("Tab");
  await early.keyboard.press("Enter");
  await expect(early.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(host.getByText("1 of 2 have written")).toBeVisible();
  await checkByAxe(host, "one half writes, for the host");
  await moveTo(remote, "after", settings);
  await moveTo(remote, "switch-later", settings);
  await expect(early.getByText("You wrote before the last vote")).toBeVisible();
  await expect(late.getByLabel("The best argument Against")).toBeVisible();
  await expect(wall.getByText("Now the other half writes")).toBeVisible();
  await moveTo(remote, "closed", settings);
  await early.goto(`${program.url}/s/${code}/card`);
  await expect(
    early.getByText("You wrote the other side’s best argument before the last vote."),
  ).toBeVisible();
});

test("[M29] [M25] one half votes after reading, the other waits; the host alone reads what was found", async ({
  browser,
}) => {
  const settings = {
    activities: { experiment: { kind: "arguing" } },
    questions: { readingVote: true },
  } as const;
  const session = await openHosted(settings);
  const { program, code, host: remote } = session;
  const phone = await joinByPhone(
    program.url,
    code,
    await browser.newContext({ ...PHONE, reducedMotion: "reduce" }),
  );
  const others: Client[] = [];
  for (let seat = 0; seat < 19; seat += 1) others.push(await joinBySocket(program.url, code));
  await moveTo(remote, "before");
  await phone.getByRole("button", { name: /^For/u }).click();
  await phone.getByText("Counted.").waitFor();
  for (const other of others) await other.send("ballot:cast", ballot("for"));
  await moveTo(remote, "reading-vote", settings);
  const { host, wall } = await openFaces(browser, program, session, ["host", "wall"]);
  await expect(wall.getByText("Half of you vote now, the other half after arguing.")).toBeVisible();
  await checkByAxe(wall, "half votes, on the wall");
  await expect(host.getByText("Only half of the class votes now: 10.")).toBeVisible();
  await checkByAxe(host, "half votes, for the host");
  await phone.getByText(/You vote after arguing|Tap your answer/u).waitFor();
  await checkByAxe(phone, "half votes, on a phone");
  // Every half answers alike, so that chance has no say in what is found: each second person of it goes over.
  const voteAlike = async (of: "after" | "reading", voters: readonly Client[]) => {
    const answers = await Promise.all(voters.map((voter) => voter.send("ballot:cast", ballot("for", of))));
    const half = voters.filter((_, place) => answers[place]?.ok);
    await Promise.all(
      half.map((voter, place) => voter.send("ballot:cast", ballot(place % 2 ? "against" : "for", of, 2))),
    );
    return half;
  };
  const early = await voteAlike("reading", others);
  await moveTo(remote, "after", settings);
  await voteAlike(
    "after",
    others.filter((other) => !early.includes(other)),
  );
  await moveTo(remote, "results", settings);
  const results = await host.context().newPage();
  await results.goto(`${program.url}/results/${code}`);
  await results.getByRole("heading", { name: "What we found out" }).click();
  await expect(results.getByText("One class can’t tell.").first()).toBeVisible();
  await checkByAxe(results, "what was found");
  await phone.goto(`${program.url}/results/${code}`);
  await phone.getByRole("heading", { level: 1 }).waitFor();
  await expect(phone.getByText("What we found out")).toHaveCount(0);
});
