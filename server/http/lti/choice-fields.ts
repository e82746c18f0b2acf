import { html } from "hono/html";
import type { Language } from "#debate/rules/languages.ts";
import { IDENTITIES, PRESET_NAMES } from "#debate/rules/session-options.ts";
import { inShelfOrder } from "#debate/rules/shelves.ts";
import { PICK_WORDS } from "#server/http/lti/pick-words.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { findDebates } from "#server/sessions/shelf.ts";

/** What a form was sent with, to be shown again. */
export type Chosen = Record<string, string | undefined>;
/** From how many debates on they can be searched. */
const MANY = 8;
const SHELVES = ["own", "shared", "built-in"] as const;

/** A choice of a form, with what was chosen before. */
export function select(name: string, label: string, options: unknown) {
  return html`<label>${label} <select name="${name}">${options}</select></label>`;
}
export function option(value: string, label: string, chosen: string | undefined) {
  return html`<option value="${value}"${value === chosen ? html` selected` : ""}>${label}</option>`;
}

type Choosing = { language: Language; instructorId: string; chosen: Chosen };

/** [Q54] The fields of a new session: a debate, how long it lasts, and what is promised about names; and where there are many debates, a search. */
export async function newSessionChoice(
  parts: Pick<Dependencies, "store">,
  { language, instructorId, chosen }: Choosing,
  { action, token }: { action: string; token: string },
) {
  const words = PICK_WORDS[language];
  const { q = "", debateId, preset = "lesson", identity = "pseudonym" } = chosen;
  const { wanted: all } = await findDebates(parts, instructorId, {});
  const { wanted: found } = q === "" ? { wanted: all } : await findDebates(parts, instructorId, { q });
  const shown = found.length > 0 ? found : all;
  const groups = SHELVES.map((shelf) => {
    const own = inShelfOrder(shown.filter((debate) => debate.shelf === shelf));
    const options = own.map((debate) => option(debate.id, debate.resolution, debateId));
    return own.length > 0 && html`<optgroup label="${words.shelves[shelf]}">${options}</optgroup>`;
  });
  const presets = PRESET_NAMES.map((each) => option(each, words.presets[each], preset));
  const identities = IDENTITIES.map((each) => option(each, words.identities[each], identity));
  const search = html`<form method="post" action="${action}"><input type="hidden" name="t" value="${token}">
<label>${words.find} <span class="find"><input name="q" type="search" maxlength="200" value="${q}"><button name="find" value="yes" class="quiet">${words.findButton}</button></span></label></form>
${found.length === 0 && html`<p role="status">${words.noMatch(q)}</p>`}`;
  return {
    search: all.length > MANY ? search : "",
    fields: html`<input type="hidden" name="language" value="${language}">${select("debateId", words.debate, groups)}
${select("preset", words.length, presets)}${select("identity", words.names, identities)}`,
  };
}
