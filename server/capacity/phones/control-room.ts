import { io, type Socket } from "socket.io-client";
import { EXAMPLE_DEBATE } from "#debate/content/example-debate.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Step } from "#debate/rules/steps.ts";

export type Credentials = { email: string; password: string };

/** Signs in, opens a session, and connects its control room and its projector. */
export async function openSession(url: string, credentials: Credentials) {
  const signedIn = await post(`${url}/api/auth/sign-in/email`, credentials);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const settings = { reveal: "staged" };
  const opened = await post(`${url}/api/sessions`, { debateId: EXAMPLE_DEBATE, settings }, cookie);
  const { code, urls } = (await opened.json()) as { code: string; urls: { screen: string } };
  const host = await connect(url, { code, as: "host" }, { cookie });
  const key = new URL(urls.screen).searchParams.get("key");
  await connect(url, { code, as: "screen", key });

  async function send(name: string, payload: object): Promise<void> {
    const { session } = await host.emitWithAck("sync", {});
    const answer = await host.emitWithAck(name, { ...payload, version: session.version });
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.code}`);
  }
  return {
    code,
    move: (to: Phase) => send("host:phase", { to }),
    show: (step: Step) => send("host:step", { step }),
  };
}

async function connect(url: string, auth: object, extraHeaders: Record<string, string> = {}) {
  const socket: Socket = io(url, { auth, extraHeaders, forceNew: true, transports: ["websocket"] });
  await new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(null));
    socket.once("connect_error", reject);
  });
  return socket;
}

async function post(address: string, body: object, cookie = ""): Promise<Response> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${new URL(address).pathname} answered ${answer.status}`);
  return answer;
}
