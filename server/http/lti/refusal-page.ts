import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import { chooseLanguage, type Language } from "#debate/rules/languages.ts";
import { POLICY } from "#server/http/guard.ts";
import { BUTTONS, type LaunchRefusal, REFUSALS } from "#server/http/lti/refusal-words.ts";
import type { LoginHints } from "#server/lti/logins.ts";
import { languageOf } from "#server/platform/language.ts";

type More = {
  /** [Q46] What begins the launch again in a window of its own. */
  hints?: LoginHints | null;
  returnUrl?: string | null;
  locale?: string | null;
  /** The address of results that everyone may read. */
  results?: string | undefined;
  /** What the platform says, in its own words. */
  why?: string | undefined;
};

/** [Q49] A page that says why a launch goes no further, and what to do. It needs no scripts and no cookies. */
export function refusalPage(
  context: Context,
  reason: LaunchRefusal,
  more: More = {},
): Response | Promise<Response> {
  const language = languageFor(context, more.locale);
  const { status, words } = REFUSALS[reason];
  const { title, body } = words[language];
  const fields = Object.entries(more.hints ?? {}).filter((entry): entry is [string, string] => !!entry[1]);
  const back = more.returnUrl && /^https?:\/\//u.test(more.returnUrl) ? more.returnUrl : null;
  context.header("cache-control", "no-store");
  return context.html(
    page(
      context,
      language,
      title,
      html`<p>${body}</p>${more.why ? html`<p><code>${more.why}</code></p>` : ""}
${more.hints ? html`<p><a class="button" href="/lti/login?${new URLSearchParams(fields)}" target="_blank">${BUTTONS.window[language]}</a></p>` : ""}
${more.results ? html`<p><a class="button" href="${more.results}">${BUTTONS.results[language]}</a></p>` : ""}
${back ? html`<p><a href="${back}" target="_top">${BUTTONS.back[language]}</a></p>` : ""}`,
    ),
    status,
  );
}

export function languageFor(context: Context, locale?: string | null): Language {
  const headers = Object.fromEntries(context.req.raw.headers);
  return locale ? chooseLanguage(undefined, locale.replace("_", "-")) : languageOf(headers);
}

/** A whole page in the colors of the program. */
export function page(context: Context, language: Language, title: string, body: unknown) {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style nonce="${nonceOf(context)}">${raw(STYLE)}</style></head>
<body><main><h1>${title}</h1>
${body}</main></body></html>`;
}

/** What the policy of this answer allows its styles and scripts to name; see server/http/guard.ts. */
export function nonceOf(context: Context): string {
  return /'nonce-([\w-]+)'/u.exec(contentPolicy(context))?.[1] ?? "";
}

/** The policy that the guard has given this answer. */
export function contentPolicy({ env }: Context): string {
  const { incoming }: HttpBindings = env;
  return String(incoming.headers[POLICY]);
}

const STYLE = `:root{color-scheme:light dark;--paper:#fbf8f3;--ink:#1b1a17;--button:#1b1a17;--label:#fbf8f3}
@media(prefers-color-scheme:dark){:root{--paper:#171614;--ink:#f1ede4;--button:#f1ede4;--label:#171614}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:2rem 1.25rem;overflow-wrap:anywhere}
h1{font:600 1.5rem/1.25 Georgia,"Hiragino Mincho ProN","Noto Serif CJK JP",serif}
a{color:inherit}.button,button{display:inline-block;min-height:2.75rem;box-sizing:border-box;padding:.625rem 1.25rem;border:1px solid var(--button);border-radius:.5rem;background:var(--button);color:var(--label);font:inherit;text-decoration:none;cursor:pointer}
.quiet{background:none;color:inherit}h2{font-size:1.125rem}label{display:block;margin:1rem 0 .25rem}
input,select{display:block;box-sizing:border-box;width:100%;min-height:2.75rem;margin-top:.25rem;padding:.5rem;border:1px solid;border-radius:.5rem;background:none;color:inherit;font:inherit}option{color:#1b1a17;background:#fff}
.find{display:flex;gap:.75rem;align-items:end}.find button{flex:none}[role=alert]{border-left:4px solid #b84d14;padding-left:.75rem}
form:has([name=code] option:checked:not([value=""])) .new{display:none}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;justify-content:space-between}:focus-visible{outline:3px solid var(--ink);outline-offset:2px}`;
