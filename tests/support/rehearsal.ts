import type { Results } from "#debate/counting/results.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** A clock that is so fast that no simulated student takes long. */
function hurried(times = 60) {
  const start = Date.now();
  return () => start + times * (Date.now() - start);
}

export function startHurried() {
  return startServer({ clock: hurried() });
}

export async function rehearse(server: TestServer, settings: object = {}, students = 12) {
  const { code } = await server.open({ simulated: students, ...settings });
  return { code, host: await server.connect("host", { code }) };
}

export async function resultsOf(server: TestServer, code: string) {
  const answer = await server.asInstructor(`/api/sessions/${code}/results`);
  return (await answer.json()) as Results;
}

export const all = (count: number) => (snapshot: Snapshot) => snapshot.turnout?.voted === count;
