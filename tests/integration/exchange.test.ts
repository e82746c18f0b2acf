import fc from "fast-check";
import { expect, test } from "vitest";
import type { Debate, DebateDraft } from "#debate/content/debate.ts";
import { debateStore } from "#server/store/debates/debates.ts";
import { colleagues, DRAFT, draftOf } from "#tests/support/colleagues.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { randomDebate } from "#tests/support/random-debates.ts";

test("[D29] [D30] [D31] a debate that a colleague imports from a file is the same debate, under another id", async () => {
  await using between = await colleagues();
  const { grace, alan } = between;
  // [X2] Versions of random words fit no original; the unit test of the files has them.
  for (const { versions: _, ...draft } of fc.sample(randomDebate, 4)) {
    const debate = await grace.create(draft);
    const read = (await (await grace.read(debate.id)).json()).debate;
    for (const format of ["json", "markdown"]) {
      const file = await grace.ask("GET", `/${debate.id}/export?format=${format}`);
      expect(file.status).toBe(200);
      const answer = await alan.import(await file.text());
      const { debate: imported, warnings } = await answer.json();
      expect([answer.status, warnings]).toEqual([201, []]);
      expect(imported.id).not.toBe(debate.id);
      const stored = (await (await alan.read(imported.id)).json()).debate;
      expect(draftOf(stored)).toEqual(draftOf(read));
    }
  }
});

test("[D32] a series is one file in its order, with the built-in debate but no colleague's, and imports as it was", async () => {
  await using between = await colleagues();
  const { grace, alan, id } = between;
  await grace.ask("DELETE", `/${id}`);
  const issue = (number: number) => ({ ...DRAFT, resolution: `Issue ${number}`, issue: number });
  const five = await grace.create(issue(5));
  await grace.create(issue(1));
  await grace.create({ ...issue(2), series: "Another" });
  const his = await alan.create(issue(4));
  await alan.share(his.id, { everyone: "copy" });
  await grace.ask("POST", "", { debate: issue(6), draft: true });
  const text = await (await grace.ask("GET", `/${five.id}/export?of=series`)).text();
  const file = JSON.parse(text);
  expect(file).toMatchObject({ format: "resolved-debate", version: 1 });
  const titles = ["Issue 1", BUILT_IN_DEBATE.resolution, "Issue 5"];
  expect(file.debates.map((debate: DebateDraft) => debate.resolution)).toEqual(titles);
  const { debate, debates } = await (await alan.import(text)).json();
  expect(debates.map((each: Debate) => each.resolution)).toEqual(titles);
  expect(debate).toEqual(debates[0]);
});

test("[D29] [D32] a draft is not exported, nor a series of 201 debates", async () => {
  await using between = await colleagues();
  const { server, grace, id } = between;
  const draft = await (
    await grace.ask("POST", "", { debate: { ...DRAFT, series: "A" }, draft: true })
  ).json();
  for (const query of ["", "?format=markdown", "?of=series"]) {
    const answer = await grace.ask("GET", `/${draft.debate.id}/export${query}`);
    expect([answer.status, (await answer.json()).error.code]).toEqual([409, "unfinished"]);
  }
  const { reader, write } = server.database;
  const stored = await reader.debate.findUniqueOrThrow({ where: { id } });
  const more = (count: number, from: string) =>
    write((transaction) =>
      transaction.debate.createMany({
        data: Array.from({ length: count }, (_, at) => ({ ...stored, id: `${from}${at}` })),
      }),
    );
  const headers = new Headers({ cookie: server.cookie });
  // The page says so instead of a link.
  const answers = async () => {
    const page = await server.app.pageApi.debate(headers, id);
    const { status } = await grace.ask("GET", `/${id}/export?of=series`);
    return [status, page.ok && page.value.isTooLongSeries];
  };
  // With her own and the newsletter's.
  await more(198, "a");
  expect(await answers()).toEqual([200, false]);
  await more(1, "b");
  expect(await answers()).toEqual([413, true]);
});

test("[D31] debates of a file are stored in one transaction", async () => {
  await using between = await colleagues();
  const { server, id } = between;
  const { ownerId } = await server.database.reader.debate.findUniqueOrThrow({ where: { id } });
  const twice = [DRAFT, DRAFT].map((draft) => ({ id: "always the same", draft }));
  await expect(debateStore(server.database).createAll(ownerId, twice, 0)).rejects.toThrow();
  expect(await server.database.reader.debate.count()).toBe(1);
});
