import fc from "fast-check";
import { expect, test } from "vitest";
import { createTickets, readCookie, seatCookie } from "#server/identity/tickets.ts";

const tickets = createTickets("a secret of the tests", () => 0);
const read = (ticket: string | undefined) => tickets.read(ticket, { activities: { laterVote: {} } });

test("[W3] a ticket names its seat, and a changed one is refused", () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.nat(),
      fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 1 }),
      (id, place, other) => {
        const ticket = tickets.issue(id);
        expect(read(ticket)).toBe(id);
        const at = place % ticket.length;
        fc.pre(ticket[at] !== other);
        expect(read(ticket.slice(0, at) + other + ticket.slice(at + 1))).toBeNull();
      },
    ),
  );
});

test("[W3] text that is not a ticket opens nothing", () => {
  const other = createTickets("another secret", () => 0).issue("0b8f1f5e-6f0a-4c3e-9d55-3a1f5f6f7a10");
  for (const wrong of [
    undefined,
    "",
    ".",
    "a.",
    ".b",
    "a.b",
    "a.b.c",
    other,
    `${tickets.issue("a")}.`,
    "\u{1f600}.\u{1f600}",
  ])
    expect(read(wrong)).toBeNull();
});

test("a cookie is found by its whole name, and read as it was written", () => {
  const header =
    "seat-AAAAAA=one; xseat-BBBBBB=two;seat-BBBBBB=three=3; seat-CCCCCC=%F0%9F%98%80; broken; seat-DDDDDD=%E0";
  const read = (code: string) => readCookie(header, seatCookie(code));
  expect(["AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD"].map(read)).toEqual(["one", "three=3", "\u{1f600}", "%E0"]);
  for (const nothing of [null, undefined, "", ";;=;", "=x"])
    expect(readCookie(nothing, "seat-AAAAAA")).toBeUndefined();
});
