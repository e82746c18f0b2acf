import { createElement } from "react";
import { afterEach, expect, test } from "vitest";
import { shownToasts, toast } from "#app/shared/notices/toast.ts";
import type { Parcel } from "#app/student/offline/outbox.ts";
import { useExplain } from "#app/student/Room.tsx";
import type { Refusal } from "#debate/rules/result.ts";
import { markupOf } from "#tests/support/markup.tsx";

const to = { group: "group", since: 1 };
const line: Parcel = {
  name: "pairs:say",
  payload: { id: "one", body: "A treaty that both sides sign.", to },
};

afterEach(() => {
  for (const { id } of shownToasts()) toast.dismiss(id);
});

/** What a phone says of a refused line to its student's partners. */
async function said(code: Refusal): Promise<string | undefined> {
  let explain: ReturnType<typeof useExplain> = () => undefined;
  markupOf(
    createElement(() => {
      explain = useExplain();
      return null;
    }),
  );
  explain(line, code);
  await expect.poll(() => shownToasts().length).toBe(1);
  return shownToasts()[0]?.title;
}

test("[P27] the line after the hundredth is refused for good, and the phone says so", async () => {
  expect(await said("too-many")).toBe(
    "You have written 100 messages, the limit for one person. The last one wasn’t sent: it’s back in the field.",
  );
});

test("[P27] a line that others would read is said to have come back", async () => {
  expect(await said("stale")).toMatch(/^Your partners have changed\./u);
});
