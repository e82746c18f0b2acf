import type { TakenSeat } from "#debate/protocol/pages.ts";
import type { TestServer } from "#tests/support/server.ts";

/** Joins as the app does. */
export async function takeSeat(server: TestServer, headers: Record<string, string> = {}) {
  const response = await server.asStranger("/join?with=phone", { json: {}, headers });
  const taken = (await response.json()) as TakenSeat;
  const seat = taken.phone?.seat;
  if (!seat || seat === "removed") throw new Error(`no seat: ${JSON.stringify(taken)}`);
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return { response, taken, seat, cookie, ticket: taken.ticket };
}
