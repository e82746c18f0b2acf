import type { Context } from "hono";
import { html } from "hono/html";
import { type Chosen, newSessionChoice } from "#server/http/lti/choice-fields.ts";
import { WORDS } from "#server/http/lti/launch-words.ts";
import { PICK_WORDS } from "#server/http/lti/pick-words.ts";
import { languageFor, page } from "#server/http/lti/refusal-page.ts";
import type { Lti } from "#server/lti/lti.ts";
import { againRequest, type NoSession } from "#server/lti/session-of-link.ts";
import { VISIT, type Visit } from "#server/lti/visits.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Answer = Response | Promise<Response>;

/** The platform, as people know it. */
export const hostOf = ({ issuer }: { issuer: string }): string => new URL(issuer).host;

/** [Q50] For an instructor who is not connected yet. No launch signs anyone in. */
export function connectPage(context: Context, lti: Lti, platform: Platform, visit: Visit): Answer {
  const language = languageFor(context, visit.locale);
  const words = WORDS[language];
  const [question, going] = (["account", "course"] as const).map((kind) =>
    lti.visits.issue(kind, visit, VISIT),
  );
  return context.html(
    page(
      context,
      language,
      words.connect,
      html`<p>${words.connectBody(visit.name ?? words.someone, hostOf(platform))}</p>
<p><a class="button" href="/lti/account?t=${question}" target="_blank">${words.connectButton}</a></p>
<p>${words.newWindow} ${words.comeBack}</p>
<form method="post" action="/lti/continue"><input type="hidden" name="t" value="${going}">
<button class="quiet">${words.goOnHere}</button></form>`,
    ),
  );
}

type Course = { visit: Visit; instructorId: string; missing: NoSession; chosen: Chosen };

/** [Q57] For the instructor of a link that leads to no session: a choice of those that are open, or another one of the same debate. */
export async function coursePage(
  context: Context,
  parts: Dependencies,
  lti: Lti,
  { visit, instructorId, missing, chosen }: Course,
): Promise<Response> {
  const language = languageFor(context, visit.locale);
  const words = WORDS[language];
  const token = lti.visits.issue("course", visit, VISIT);
  const open = await openSessions(parts, instructorId);
  const given = { words: PICK_WORDS[language], instructorId, chosen };
  const { search, fields } = await newSessionChoice(parts, given, { action: "/lti/open", token });
  const isAgain = (await againRequest(parts, visit, instructorId)) !== null;
  const choices = open.map(
    ({
      code,
      label,
    }) => html`<form method="post" action="/lti/use"><input type="hidden" name="t" value="${token}">
<input type="hidden" name="code" value="${code}"><p class="row"><span>${label}</span><button aria-label="${words.use}: ${label}">${words.use}</button></p></form>`,
  );
  return context.html(
    page(
      context,
      language,
      words.missing[missing],
      html`${
        isAgain
          ? html`<form method="post" action="/lti/open"><input type="hidden" name="t" value="${token}">
<p>${words.openNewBody}</p><button>${words.openNew}</button></form>`
          : ""
      }
${open.length > 0 && html`<h2>${words.chooseSession}</h2><p>${words.chooseBody}</p>${choices}`}
<h2>${words.openAnother}</h2>
${search}<form method="post" action="/lti/open"><input type="hidden" name="t" value="${token}">${fields}
<p><button>${words.openButton}</button></p></form>`,
    ),
  );
}

/** [Q50] A link's session, for its host. `reviewed`: the seat of a student whose work the platform asks to see. */
export async function sessionPage(
  context: Context,
  { store }: Pick<Dependencies, "store">,
  { id, code, settings }: SessionRecord,
  { locale, reviewed = null }: { locale: string | null; reviewed?: string | null },
): Promise<Response> {
  const language = languageFor(context, locale);
  const words = WORDS[language];
  const { resolution } = await store.sessions.debateOf(id);
  const marks = `/host/${code}/marks?student=${reviewed}`;
  return context.html(
    page(
      context,
      language,
      settings.name || resolution,
      html`<p>${words.code} <strong>${code}</strong></p>
${reviewed === null ? "" : html`<p><a class="button" href="${marks}" target="_blank">${words.openMarks}</a></p>`}
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
<button>${words.connectButton}</button> <a href="/dashboard">${PICK_WORDS[language].cancel}</a></form>`,
    ),
  );
}

/** A page of a title and a sentence. */
export function plainPage(context: Context, title: "connected" | "visitOver", status: 200 | 400): Answer {
  const language = languageFor(context);
  const words = WORDS[language];
  const body = { connected: words.connectedBody, visitOver: words.visitOverBody }[title];
  return context.html(page(context, language, words[title], html`<p>${body}</p>`), status);
}
