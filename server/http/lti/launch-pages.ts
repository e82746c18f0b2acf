import type { Context } from "hono";
import { html } from "hono/html";
import { WORDS } from "#server/http/lti/launch-words.ts";
import { languageFor, page } from "#server/http/lti/refusal-page.ts";
import type { Launch } from "#server/lti/launch.ts";
import type { Lti } from "#server/lti/lti.ts";
import type { NoSession } from "#server/lti/session-of-link.ts";
import { VISIT, type Visit } from "#server/lti/visits.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { CourseLink } from "#server/store/lti/link-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Answer = Response | Promise<Response>;

/** The platform, as people know it. */
export const hostOf = ({ issuer }: { issuer: string }): string => new URL(issuer).host;

/** [Q50] For an instructor who is not connected yet. No launch signs anyone in. */
export function connectPage(context: Context, lti: Lti, launch: Launch, visit: Visit): Answer {
  const language = languageFor(context, launch.locale);
  const words = WORDS[language];
  const token = lti.visits.issue("account", visit, VISIT);
  return context.html(
    page(
      context,
      language,
      words.connect,
      html`<p>${words.connectBody(launch.name ?? words.someone, hostOf(launch.platform))}</p>
<p><a class="button" href="/lti/account?t=${token}" target="_blank">${words.connectButton}</a></p>
<p>${words.newWindow} ${words.openAgain}</p>`,
    ),
  );
}

type Course = {
  launch: Launch;
  link: CourseLink;
  visit: Visit;
  instructorId: string | null;
  session: SessionRecord | null;
  missing: NoSession | null;
};

/** [Q50] What an instructor finds at a link: its session, or a choice of those that are open. The control room is never in a frame. */
export async function coursePage(
  context: Context,
  parts: Dependencies,
  lti: Lti,
  { launch, visit, instructorId, session, missing }: Course,
): Promise<Response> {
  if (instructorId === null) return connectPage(context, lti, launch, visit);
  const language = languageFor(context, launch.locale);
  if (session) return sessionPage(context, parts, session, launch.locale);
  const words = WORDS[language];
  const token = lti.visits.issue("course", visit, VISIT);
  const open = await openSessions(parts, instructorId);
  const choices = open.map(
    ({
      code,
      label,
    }) => html`<form method="post" action="/lti/use"><input type="hidden" name="t" value="${token}">
<input type="hidden" name="code" value="${code}"><p class="row"><span>${label}</span><button>${words.use}</button></p></form>`,
  );
  return context.html(
    page(
      context,
      language,
      words.missing[missing ?? "no-session-yet"],
      html`<h2>${words.chooseSession}</h2>
${open.length > 0 ? html`<p>${words.chooseBody}</p>${choices}` : html`<p>${words.noSessions}</p>`}
<p><a href="/dashboard" target="_blank">${words.dashboard}</a></p>`,
    ),
  );
}

/** [Q50] A link's session, for its host. */
export async function sessionPage(
  context: Context,
  { store }: Pick<Dependencies, "store">,
  { id, code, settings }: SessionRecord,
  locale: string | null,
): Promise<Response> {
  const language = languageFor(context, locale);
  const words = WORDS[language];
  const { resolution } = await store.sessions.debateOf(id);
  return context.html(
    page(
      context,
      language,
      settings.name || resolution,
      html`<p>${words.code} <strong>${code}</strong></p>
<p><a class="button" href="/host/${code}" target="_blank">${words.openControlRoom}</a></p>
<p><a href="/results/${code}" target="_blank">${words.seeResults}</a></p>
<p>${words.newWindow} ${words.used}</p>`,
    ),
  );
}

/** [Q55] An instructor's sessions that students may still join. */
export async function openSessions({ store }: Pick<Dependencies, "store">, instructorId: string) {
  const hosted = await store.sessions.ofHost(instructorId);
  return hosted
    .filter(({ session }) => session.phase !== "closed" && session.simulated === undefined)
    .map(({ session, resolution }) => ({
      id: session.id,
      code: session.code,
      label: `${session.settings.name || resolution} (${session.code})`,
    }));
}

/** [Q51] For a session of names, where the platform tells none. */
export function namePage(
  context: Context,
  { token, locale, isFault = false }: { token: string; locale: string | null; isFault?: boolean },
): Answer {
  const language = languageFor(context, locale);
  const words = WORDS[language];
  return context.html(
    page(
      context,
      language,
      words.nameTitle,
      html`<form method="post" action="/lti/name"><input type="hidden" name="t" value="${token}">
<label>${words.nameLabel} <input name="name" required maxlength="40" autocomplete="name" aria-describedby="hint"></label>
<p id="hint"${isFault ? html` role="alert"` : ""}>${isFault ? words.nameFault : words.nameHint}</p>
<button>${words.join}</button></form>`,
    ),
    isFault ? 400 : 200,
  );
}

/** [Q50] The question before accounts are connected, outside of the frame. */
export function accountPage(
  context: Context,
  {
    token,
    name,
    platform,
    email,
  }: { token: string; name: string | undefined; platform: string; email: string },
): Answer {
  const language = languageFor(context);
  const words = WORDS[language];
  return context.html(
    page(
      context,
      language,
      words.connect,
      html`<p>${words.connectQuestion(name ?? words.someone, platform, email)}</p><p>${words.connectWarning}</p>
<form method="post" action="/lti/account"><input type="hidden" name="t" value="${token}">
<button>${words.connectButton}</button> <a href="/dashboard">${words.cancel}</a></form>`,
    ),
  );
}

/** A page of a title and a sentence. */
export function plainPage(
  context: Context,
  title: "connected" | "visitOver" | "otherInstructor",
  status: 200 | 400 | 403,
): Answer {
  const language = languageFor(context);
  const words = WORDS[language];
  const body = { connected: words.connectedBody, visitOver: words.visitOverBody, otherInstructor: "" }[title];
  return context.html(page(context, language, words[title], html`<p>${body}</p>`), status);
}
