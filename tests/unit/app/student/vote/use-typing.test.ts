import { createElement } from "react";
import { expect, test } from "vitest";
import { useTyping } from "#app/student/vote/use-typing.ts";
import { REASON_LENGTH } from "#debate/rules/rebuttals.ts";
import { markupOf } from "#tests/support/markup.tsx";

type Typing = ReturnType<typeof useTyping>;
type TypedProps = { onSave: (text: string) => void; onDrawn: (typing: Typing) => void };

function Typed({ onSave, onDrawn }: TypedProps) {
  onDrawn(useTyping("", onSave));
  return null;
}

/** What is saved of a text that is typed. */
function saved(text: string): string[] {
  const found: string[] = [];
  const drawn: Typing[] = [];
  const onSave = (saving: string) => void found.push(saving);
  markupOf(createElement(Typed, { onSave, onDrawn: (typing) => void drawn.push(typing) }));
  drawn[0]?.onChange({ target: { value: text } });
  return found;
}

test("[W1] a reason of as many emoji as there is room for is saved: each counts once, as in its field and on the server", () => {
  const full = "🦉".repeat(REASON_LENGTH);
  expect(saved(full)).toEqual([full]);
  expect(saved(`${full}!`)).toEqual([]);
});
