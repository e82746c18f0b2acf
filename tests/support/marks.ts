import type { Marks } from "#debate/protocol/answers/mark-answers.ts";
import type { StudentWork } from "#debate/protocol/answers/student-work.ts";
import type { SaveMarks } from "#debate/protocol/requests.ts";
import type { TestServer } from "#tests/support/server.ts";

const words = ["none", "weak", "fair", "good", "strong"];
type Given = NonNullable<SaveMarks["criteria"]>[number];
export const CLAIM: Given = { name: "Claim", levels: words };
export const EVIDENCE: Given = { name: "Evidence", levels: words };
export const CRITERIA = [CLAIM, EVIDENCE];
export const COMMENT = "A comment that is hers alone.";
export const FORMS = ["", "&for=moodle", "&for=canvas", "&for=classroom"];

/** What the host does with marks. */
export function markingOf(server: Pick<TestServer, "asInstructor">, code: string) {
  const at = `/api/sessions/${code}/marks`;
  const save = (json: SaveMarks) => server.asInstructor(at, { method: "PUT", json });
  return {
    save,
    saved: async (json: SaveMarks): Promise<Marks> => (await save(json)).json(),
    read: async (): Promise<Marks> => (await server.asInstructor(at)).json(),
    work: async (participantId: string): Promise<StudentWork> =>
      (await server.asInstructor(`${at}/${participantId}/work`)).json(),
    /** Its lines, without the mark at the start by which spreadsheets know UTF-8. */
    async file(form = ""): Promise<string[]> {
      const bytes = await (await server.asInstructor(`${at}?format=csv${form}`)).arrayBuffer();
      return Buffer.from(bytes).toString("utf8").replace("\ufeff", "").trimEnd().split("\n");
    },
  };
}

/** Every byte that the host gets of marks. */
export async function everythingOfMarks(server: TestServer): Promise<string> {
  const at = `/api/sessions/${server.session.code}/marks`;
  const { marks }: Marks = await (await server.asInstructor(at)).json();
  const asked = [
    at,
    ...FORMS.map((form) => `${at}?format=csv${form}`),
    ...marks.map(({ participantId }) => `${at}/${participantId}/work`),
  ];
  const answers = await Promise.all(
    asked.map(async (path) => {
      const answer = await server.asInstructor(path);
      return [path, answer.status, await answer.text()];
    }),
  );
  const page = await server.app.pageApi.marks(new Headers({ cookie: server.cookie }), server.session.code);
  return JSON.stringify([...answers, page]);
}
