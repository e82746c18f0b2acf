import { expect, test } from "vitest";
import { moveTo, OK } from "#tests/support/lesson.ts";
import { exported, mine } from "#tests/support/marked-lesson.ts";
import { startServer } from "#tests/support/server.ts";

const settings = { identity: "anonymous", activities: { exitTicket: {} } } as const;

async function atResults(students: number) {
  const server = await startServer({ settings });
  const seats = await Promise.all(Array.from({ length: students }, () => server.join()));
  const clients = await Promise.all(seats.map(({ ticket }) => server.connect("student", { ticket })));
  const host = await server.connect("host");
  await moveTo(host, "results", settings);
  const write = async (student: number, moved: string) =>
    expect(await clients[student]?.raw("exit:write", { moved })).toEqual(OK);
  const read = async () => (await exported(server, "exit")).map(({ moved }) => moved);
  return {
    ...{ server, seats, host, write, read },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

test("[Y19] a host who watches exit tickets being typed reads none before there are four, and then changes of four at once", async () => {
  await using room = await atResults(7);
  const { server, host, write, read } = room;
  const typed = "The map.";
  for (let length = 1; length <= typed.length; length += 1) {
    await write(0, typed.slice(0, length));
    expect(await read()).toEqual([]);
  }
  await write(1, "The cost.");
  await write(2, "Nothing.");
  await host.sees(({ exitTickets }) => exitTickets === 3);
  expect(await read()).toEqual([]);
  await write(3, "A reply.");
  const first = ["A reply.", "Nothing.", "The cost.", "The map."];
  expect((await read()).sort()).toEqual(first);

  // Three more tickets, typed or changed, show nothing.
  for (const text of ["T", "Th", "The end."]) {
    await write(4, text);
    expect((await read()).sort()).toEqual(first);
  }
  await write(0, "The map, and then the vote.");
  await server.restart();
  await write(5, "Bob.");
  expect((await read()).sort()).toEqual(first);
  // One that is changed back is no change, one that is new is the fourth.
  await write(6, "I moved.");
  expect((await read()).sort()).toEqual([
    "A reply.",
    "Bob.",
    "I moved.",
    "Nothing.",
    "The cost.",
    "The end.",
    "The map, and then the vote.",
  ]);
});

test("[Y19] [G2] exit tickets are read in an order drawn anew, and one that its student deletes is gone at once", async () => {
  await using room = await atResults(6);
  const { server, seats, write, read } = room;
  for (let student = 0; student < 6; student += 1) await write(student, `Ticket ${student}.`);
  const orders = new Set<string>();
  for (let look = 0; look < 20; look += 1) orders.add((await read()).join());
  expect(orders.size).toBeGreaterThan(5);
  const [deleting, changing] = seats;
  if (!deleting || !changing) throw new Error("no seat");
  expect((await mine(server, deleting, "words")).status).toBe(204);
  expect(await read()).toHaveLength(5);
  expect(await read()).not.toContain("Ticket 0.");
  // [G1] A changed ticket is read as it was, which the download says.
  await write(1, "Another.");
  expect(await read()).toContain("Ticket 1.");
  expect(await (await mine(server, changing)).json()).toMatchObject({
    exit: { moved: "Another." },
    exitRead: { moved: "Ticket 1." },
  });
});
