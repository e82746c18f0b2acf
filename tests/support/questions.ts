import type { Debate } from "#debate/content/debate.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import type { TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** A lesson kit with two questions. */
export const KIT_WITH_QUESTIONS = {
  glossary: [{ term: "card", meaning: "An advantage" }],
  notes: { reading: "A note for the teacher" },
  questions: [
    { question: "Who leads?", options: ["Japan", "Russia"], answer: 1, why: "Because it says so" },
    { question: "Since when?", options: ["2013", "2018", "2019"], answer: 0 },
  ],
};
/** A session of a debate with questions, its host and students. */
export async function atReading(server: TestServer, settings: GivenSettings = {}, count = 2) {
  const { id: _, ...content } = BUILT_IN_DEBATE;
  const made = await server.asInstructor("/api/debates", {
    json: { debate: { ...content, kit: KIT_WITH_QUESTIONS } },
  });
  const { debate } = (await made.json()) as { debate: Debate };
  const { code } = await server.open({ activities: { comprehension: {} }, ...settings }, debate.id);
  const host = await server.connect("host", { code });
  const students = await Promise.all(
    Array.from({ length: count }, () => server.connect("student", { code })),
  );
  await moveTo(host, "before");
  await moveTo(host, "reading");
  const [ada, bob] = students as [Client, Client];
  return { code, host, ada, bob };
}
