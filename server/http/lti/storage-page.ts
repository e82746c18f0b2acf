import type { Context } from "hono";
import { html, raw } from "hono/html";
import { languageFor, nonceOf, page } from "#server/http/lti/refusal-page.ts";
import { BUTTONS, REFUSALS } from "#server/http/lti/refusal-words.ts";
import type { LoginHints } from "#server/lti/logins.ts";

type Storing = {
  /** The platform's frame that keeps data, and under which name. */
  frame: string;
  key: string;
  /** What it shall keep, before the browser goes on to the platform. */
  put?: string;
  /** What is sent here again, with what was kept. */
  send?: Record<string, string>;
  hints: LoginHints | null;
};

/**
 * [Q46] Where a platform keeps data for frames without cookies ("LTI Platform Storage" 1.0), the browser's half of the state is kept
 * there, too. `to`: the platform's sign-in, whose origin alone is asked and believed.
 */
export function storagePage(context: Context, to: URL, { frame, key, put, send = {}, hints }: Storing) {
  const language = languageFor(context);
  const { title, body } = REFUSALS["no-cookie"].words[language];
  const asked = JSON.stringify({ frame, key, put, to: to.href, origin: to.origin });
  const inputs = Object.entries(send).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const again = new URLSearchParams(
    Object.entries(hints ?? {}).filter((entry): entry is [string, string] => !!entry[1]),
  );
  context.header("cache-control", "no-store");
  return context.html(
    page(
      context,
      language,
      title,
      html`<p>${body}</p><form method="post" action="/lti/launch">${inputs}</form>
${hints && html`<p><a class="button" href="/lti/login?${again}" target="_blank">${BUTTONS.window[language]}</a></p>`}
<script nonce="${nonceOf(context)}">const asked=${raw(asked.replaceAll("<", "\\u003c"))};${raw(SCRIPT)}</script>`,
    ),
  );
}

/** Goes on without an answer after a second when storing; when asking, shows the page after two. */
const SCRIPT = `
const main = document.querySelector("main");
main.hidden = true;
setTimeout(() => { main.hidden = false; }, 2000);
const platform = window.opener || window.parent;
let frame = platform;
try { frame = platform.frames[asked.frame] || platform; } catch {}
const id = crypto.randomUUID();
let isDone = false;
const done = (value) => {
  if (isDone || (asked.put === undefined && typeof value !== "string")) return;
  isDone = true;
  if (asked.put !== undefined) return location.replace(asked.to);
  const form = document.forms[0];
  const input = document.createElement("input");
  input.type = "hidden"; input.name = "stored"; input.value = value;
  form.append(input); form.submit();
};
addEventListener("message", ({ data, origin }) => {
  if (origin === asked.origin && data && data.message_id === id) done(data.value);
});
frame.postMessage(asked.put === undefined
  ? { subject: "lti.get_data", message_id: id, key: asked.key }
  : { subject: "lti.put_data", message_id: id, key: asked.key, value: asked.put }, asked.origin);
if (asked.put !== undefined) setTimeout(done, 1000);`;
