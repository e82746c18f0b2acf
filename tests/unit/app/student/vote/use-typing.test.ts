import { createElement } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { type Seat, SeatContext } from "#app/student/join/seat.ts";
import type { Desk } from "#app/student/offline/desk.ts";
import { unsentFields } from "#app/student/offline/desk.ts";
import { useTyping } from "#app/student/vote/use-typing.ts";
import { REASON_LENGTH } from "#debate/rules/rebuttal-terms.ts";
import { markupOf } from "#tests/support/markup.tsx";
import { fakeStorage } from "#tests/support/storage.ts";

afterEach(() => vi.unstubAllGlobals());

type Typing = ReturnType<typeof useTyping>;
type TypedProps = { kept: string; onSave: (text: string) => void; onDrawn: (typing: Typing) => void };

function Typed({ kept, onSave, onDrawn }: TypedProps) {
  onDrawn(useTyping("reason before", kept, onSave));
  return null;
}

/** The field over what was saved before. */
function fieldOver(kept: string, fields = unsentFields("fields")) {
  const found: string[] = [];
  const drawn: Typing[] = [];
  const onSave = (saving: string) => void found.push(saving);
  const typed = createElement(Typed, { kept, onSave, onDrawn: (typing) => void drawn.push(typing) });
  const value = { desk: { fields } as Partial<Desk> as Desk } as Partial<Seat> as Seat;
  markupOf(createElement(SeatContext.Provider, { value }, typed));
  return { found, type: (text: string) => drawn[0]?.onChange({ target: { value: text } }) };
}

/** What is saved of a text that is typed. */
function saved(text: string, fields = unsentFields("fields")): string[] {
  const { found, type } = fieldOver("", fields);
  type(text);
  return found;
}

test("[W1] a reason of as many emoji as there is room for is saved: each counts once, as in its field and on the server", () => {
  vi.stubGlobal("window", fakeStorage().tab());
  const full = "🦉".repeat(REASON_LENGTH);
  expect(saved(full)).toEqual([full]);
  expect(saved(`${full}!`)).toEqual([]);
});

test("[F18] what does not fit is kept on the phone by its field, through a reload", () => {
  const storage = fakeStorage();
  vi.stubGlobal("window", storage.tab());
  const long = "x".repeat(REASON_LENGTH + 1);
  const fields = unsentFields("fields");
  fields.change((others) => ({ ...others, "reason after: ": "of another round" }));
  expect(saved(long, fields)).toEqual([]);
  vi.stubGlobal("window", storage.tab());
  expect(unsentFields("fields").value()).toEqual({
    "reason before: ": long,
    "reason after: ": "of another round",
  });
});

test("[G2] words that another tab deleted do not come back while nothing shows them here", () => {
  const storage = fakeStorage();
  vi.stubGlobal("window", storage.tab());
  const fields = unsentFields("fields");
  fields.subscribe(() => undefined)();
  fields.change(() => ({ "report a: ": "typed here" }));
  storage.stored.delete("fields");
  const end = fields.subscribe(() => undefined);
  expect(fields.value()).toEqual({});
  fields.change((now) => ({ ...now, "report b: ": "typed since" }));
  expect(fields.value()).toEqual({ "report b: ": "typed since" });
  end();
});
