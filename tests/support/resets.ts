import { cookiesOf } from "#tests/support/requests.ts";
import type { TestServer } from "#tests/support/server.ts";

export const HOUR = 60 * 60 * 1_000;
export const NEW = "purple teapot river";
export const ADA = { name: "Ada", email: "ada@example.org", password: "engine-notes-1843" };
export const SITE = "http://debate.example.org";

/** Ada, whom Grace has invited, and Ada's cookie. */
export async function invited(server: TestServer) {
  const { url } = await (await server.asInstructor("/api/invitations", { json: {} })).json();
  const token = new URL(url).searchParams.get("token");
  const cookie = cookiesOf(await server.request("/api/invitations/accept", { json: { token, ...ADA } }));
  const { id } = await server.database.reader.instructor.findUniqueOrThrow({ where: { email: ADA.email } });
  return { id, cookie };
}
/** Ada's consent that Grace may help. */
export const allow = (server: TestServer, cookie: string, method: "PUT" | "DELETE" = "PUT") =>
  server.request("/api/account/helper", { method, headers: { cookie } });
/** The same with the consent. */
export async function invitedWithConsent(server: TestServer) {
  const ada = await invited(server);
  await allow(server, ada.cookie);
  return ada;
}
export const help = (server: TestServer, id: string, cookie = server.cookie) =>
  server.request(`/api/account/helped/${id}/reset`, { json: {}, headers: { cookie } });
export const tokenIn = (url: string) => new URL(url).searchParams.get("token") ?? "";
export const linkFor = async (server: TestServer, id: string) =>
  tokenIn((await (await help(server, id)).json()).url);
export const use = (server: TestServer, token: string, password = NEW, headers = {}) =>
  server.request("/api/reset", { json: { token, password }, headers });
export const isSignedIn = async (server: TestServer, cookie: string) =>
  (await server.request("/api/debates", { headers: { cookie } })).status === 200;
