import type { Context } from "hono";
import { html, raw } from "hono/html";
import { POLICY } from "#server/http/guard.ts";
import { type Chosen, newSessionChoice, option, select } from "#server/http/lti/choice-fields.ts";
import { openSessions, plainPage } from "#server/http/lti/launch-pages.ts";
import { PICK_WORDS } from "#server/http/lti/pick-words.ts";
import { contentPolicy, languageFor, nonceOf, page } from "#server/http/lti/refusal-page.ts";
import type { Lti } from "#server/lti/lti.ts";
import { answerPicked, type PickFault, readPick, signAnswer } from "#server/lti/pick.ts";
import { VISIT, type Visit } from "#server/lti/visits.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

type Answer = Response | Promise<Response>;
type Showing = { visit: Visit; instructorId: string; chosen?: Chosen; fault?: PickFault };

/** [Q54] In the platform's dialog: an instructor picks what a new link of the course leads to. */
export async function pickPage(
  context: Context,
  parts: Dependencies,
  lti: Lti,
  { visit, instructorId, chosen = {}, fault }: Showing,
): Promise<Response> {
  const language = languageFor(context, visit.locale);
  const words = PICK_WORDS[language];
  const token = lti.visits.issue("pick", visit, VISIT);
  const open = await openSessions(parts, instructorId);
  const given = { words, instructorId, chosen };
  const { search, fields } = await newSessionChoice(parts, given, { action: "/lti/pick", token });
  const sessions = [
    option("", words.newSession, chosen.code),
    open.map(({ code, label }) => option(code, label, chosen.code)),
  ];
  const body = html`<p>${words.body}</p>
${fault && html`<p role="alert">${words.faults[fault]}</p>`}
${search}<form method="post" action="/lti/pick"><input type="hidden" name="t" value="${token}">
${open.length > 0 && select("code", words.session, sessions)}
<div class="new">${fields}</div>
${
  visit.deepLink?.takesPoints &&
  html`<label>${words.points} <input name="points" type="number" min="1" max="1000" step="1" inputmode="numeric" value="${chosen.points ?? ""}" aria-describedby="points"></label>
<p id="points">${words.pointsHint}</p>`
}
<p class="row"><button>${words.add}</button> <button name="cancel" value="yes" class="quiet" formnovalidate>${words.cancel}</button></p></form>`;
  return context.html(page(context, language, words.title, body), fault ? 400 : 200);
}

type Sent = { visit: Visit; platform: Platform; fields: Chosen; launchUrl: string };

/** [Q54] Answers the form of that page. `isFirst`: whether this launch has answered the platform before. */
export async function answerPick(
  context: Context,
  parts: Dependencies,
  lti: Lti,
  { visit, platform, fields, launchUrl, isFirst }: Sent & { isFirst: () => Promise<boolean> },
): Promise<Response> {
  const instructorId = await parts.store.platformPeople.instructorOf(visit);
  const returnUrl = visit.deepLink?.returnUrl;
  if (instructorId === null || returnUrl === undefined) return plainPage(context, "visitOver", 400);
  const { cancel, find, ...chosen } = fields;
  const again = (fault?: PickFault) =>
    pickPage(context, parts, lti, { visit, instructorId, chosen, ...(fault && { fault }) });
  if (find !== undefined) return again();
  const read = cancel === undefined ? await readPick(parts, instructorId, chosen) : null;
  if (read && !read.ok) return again(read.fault);
  if (!(await isFirst())) return plainPage(context, "visitOver", 400);
  const answering = { visit, platform };
  const jwt = read
    ? await answerPicked(parts, lti, answering, { instructorId, picked: read.value, launchUrl })
    : await signAnswer(lti, answering, []);
  return returnPage(context, { returnUrl, jwt, locale: visit.locale });
}

/** [Q54] Leads back to the platform, with what was picked: the one page whose form may go to another site. */
function returnPage(
  context: Context,
  { returnUrl, jwt, locale }: { returnUrl: string; jwt: string; locale: string | undefined },
): Answer {
  const language = languageFor(context, locale);
  const words = PICK_WORDS[language];
  const allowed = `form-action ${new URL(returnUrl).origin}`;
  context.header(POLICY, contentPolicy(context).replace("form-action 'self'", allowed));
  return context.html(
    page(
      context,
      language,
      words.returning,
      html`<form method="post" action="${returnUrl}"><input type="hidden" name="JWT" value="${jwt}">
<button>${words.goOn}</button></form><script nonce="${nonceOf(context)}">${raw("document.forms[0].submit()")}</script>`,
    ),
  );
}
