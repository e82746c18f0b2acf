import { expect, test } from "vitest";
import { createLog } from "#server/platform/log.ts";

test("an error is logged with type, message, code and stack, without the row that it is about", () => {
  const lines: string[] = [];
  const log = createLog("error", { write: (line: string) => void lines.push(line) });
  const row = "Failing row contains (1, Ada Lovelace, because of the ferries)";
  const cause = Object.assign(new Error("inner"), { detail: row });
  const error = Object.assign(new TypeError("violates a check", { cause }), {
    code: "23514",
    detail: row,
    where: row,
    meta: { row },
  });
  log.error({ err: error }, "a message could not be handled");
  log.error({ err: { detail: row } }, "something that is no error");
  const [first, second] = lines.map((line) => JSON.parse(line).err);
  expect(first).toEqual({
    type: "TypeError",
    message: "violates a check",
    code: "23514",
    stack: error.stack,
  });
  expect(second).toEqual({ type: "object" });
});
