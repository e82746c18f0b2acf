import type { Context } from "hono";
import { html, raw } from "hono/html";
import { IDENTITIES, PRESET_NAMES } from "#debate/rules/session-options.ts";
import { POLICY } from "#server/http/guard.ts";
import { openSessions } from "#server/http/lti/launch-pages.ts";
import { WORDS } from "#server/http/lti/launch-words.ts";
import { contentPolicy, languageFor, nonceOf, page } from "#server/http/lti/refusal-page.ts";
import type { Lti } from "#server/lti/lti.ts";
import { VISIT, type Visit } from "#server/lti/visits.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { findDebates } from "#server/sessions/shelf.ts";

/** [Q54] In the platform's dialog: an instructor picks what a new link of the course leads to. */
export async function pickPage(
  context: Context,
  parts: Dependencies,
  lti: Lti,
  { visit, instructorId }: { visit: Visit; instructorId: string },
): Promise<Response> {
  const token = lti.visits.issue("pick", visit, VISIT);
  return choicePage(context, parts, { token, instructorId, locale: visit.locale ?? null });
}

export async function choicePage(
  context: Context,
  parts: Dependencies,
  given: { token: string; instructorId: string; locale: string | null; isFault?: boolean },
): Promise<Response> {
  const { token, instructorId, locale, isFault = false } = given;
  const language = languageFor(context, locale);
  const words = WORDS[language];
  const { wanted } = await findDebates(parts, instructorId, {});
  const open = await openSessions(parts, instructorId);
  const debates = wanted.map(({ id, resolution }) => html`<option value="${id}">${resolution}</option>`);
  const sessions = open.map(({ code, label }) => html`<option value="${code}">${label}</option>`);
  const presets = PRESET_NAMES.map(
    (preset) =>
      html`<option value="${preset}"${preset === "lesson" ? html` selected` : ""}>${words.presets[preset]}</option>`,
  );
  const identities = IDENTITIES.map(
    (identity) =>
      html`<option value="${identity}"${identity === "pseudonym" ? html` selected` : ""}>${words.identities[identity]}</option>`,
  );
  return context.html(
    page(
      context,
      language,
      words.pickTitle,
      html`<p>${words.pickBody}</p>
${isFault ? html`<p role="alert">${words.pickFault}</p>` : ""}
<form method="post" action="/lti/pick"><input type="hidden" name="t" value="${token}">
<label>${words.debate} <select name="debateId">${debates}</select></label>
<label>${words.length} <select name="preset">${presets}</select></label>
<label>${words.names} <select name="identity">${identities}</select></label>
${open.length > 0 ? html`<label>${words.orSession} <select name="code"><option value="">${words.newSession}</option>${sessions}</select></label>` : ""}
<label>${words.points} <input name="points" type="number" min="1" max="1000" step="1" inputmode="numeric" aria-describedby="points"></label>
<p id="points">${words.pointsHint}</p>
<p class="row"><button>${words.add}</button> <button name="cancel" value="yes" class="quiet" formnovalidate>${words.cancel}</button></p></form>`,
    ),
    isFault ? 400 : 200,
  );
}

/** [Q54] Leads back to the platform, with what was picked: the one page whose form may go to another site. */
export function returnPage(
  context: Context,
  { returnUrl, jwt }: { returnUrl: string; jwt: string },
): Response | Promise<Response> {
  const language = languageFor(context);
  const words = WORDS[language];
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
