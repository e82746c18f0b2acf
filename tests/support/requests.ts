/** The instructor of every server that a test starts, and what signs them in. */
export const CREDENTIALS = { email: "grace@example.org", password: "nanoseconds-1906" };
export const INSTRUCTOR = { name: "Grace", ...CREDENTIALS };

export type Seat = { participantId: string; name: string; ticket: string };

/** The cookies that an answer sets, as a `Cookie` header. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

export function postJson(url: string, body: object, cookie = ""): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });
}

/** Signs the instructor in at a running program and returns the cookies. */
export async function signIn(url: string): Promise<string> {
  return cookiesOf(await postJson(`${url}/api/auth/sign-in/email`, CREDENTIALS));
}

/** A colleague of the instructor's, by invitation: their address and cookies. */
export async function colleague(url: string, cookie: string) {
  const { url: link } = await (await postJson(`${url}/api/invitations`, {}, cookie)).json();
  const token = new URL(link).searchParams.get("token");
  const email = `alan-${token?.slice(0, 8).toLowerCase()}@example.org`.replace(/[^\w@.-]/gu, "x");
  const account = { token, name: "Alan", email, password: "halting-problem-1936" };
  return { email, cookie: cookiesOf(await postJson(`${url}/api/invitations/accept`, account)) };
}

/** Takes a seat in a session of a running program. */
export async function joinSession(url: string, code: string, name?: string): Promise<Seat> {
  const response = await postJson(`${url}/api/sessions/${code}/join`, name === undefined ? {} : { name });
  return (await response.json()) as Seat;
}

/** The key in the link of a screen or an assistant. */
export function keyIn(url: string): string {
  return new URL(url).searchParams.get("key") ?? "";
}
