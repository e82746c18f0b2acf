import { createElement } from "react";
import { expect, test } from "vitest";
import type { Parcel } from "#app/student/offline/outbox.ts";
import { useExplain } from "#app/student/Room.tsx";
import type { Refusal } from "#debate/rules/result.ts";
import { markupOf } from "#tests/support/markup.tsx";
import { shownToasts } from "#tests/support/shown-toasts.ts";

const to = { group: "group", since: 1 };
const line: Parcel = {
  name: "pairs:say",
  payload: { id: "one", body: "A treaty that both sides sign.", to },
};

const toasts = shownToasts();

/** What a phone says of a refused line to its student's partners. */
function said(code: Refusal) {
  let explain: ReturnType<typeof useExplain> = () => undefined;
  markupOf(
    createElement(() => {
      explain = useExplain();
      return null;
    }),
  );
  explain(line, code);
  return toasts().map(({ title }) => title);
}

test("[P27] the line after the hundredth is refused for good, and the phone says so", () => {
  expect(said("too-many")).toEqual([
    "You have written 100 messages, the limit for one person. The last one wasn’t sent: it’s back in the field.",
  ]);
});

test("[P27] a line that others would read is said to have come back", () => {
  expect(said("stale")).toEqual([expect.stringMatching(/^Your partners have changed\./u)]);
});
