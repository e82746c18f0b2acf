import { type Client, connectClient } from "#tests/support/client.ts";
import { joinSession, postJson } from "#tests/support/requests.ts";

/** A session of the first debate, its host, and so many connected students. */
export async function openClass(url: string, cookie: string, size: number) {
  const listed = await fetch(`${url}/api/debates`, { headers: { cookie } });
  const { debates } = (await listed.json()) as { debates: { id: string }[] };
  const session = await postJson(`${url}/api/sessions`, { debateId: debates[0]?.id }, cookie);
  const { code } = (await session.json()) as { code: string };
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const students: Client[] = [];
  for (let number = 0; number < size; number += 1) {
    const { ticket, participantId } = await joinSession(url, code, `Student ${number}`);
    students.push(await connectClient(url, { auth: { code, ticket }, participantId }));
  }
  return { code, host, students };
}
