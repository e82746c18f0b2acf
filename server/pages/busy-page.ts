import { randomInt } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Language } from "#debate/rules/languages.ts";
import { languageOf } from "#server/platform/language.ts";

/** After how many seconds a browser tries again; random, so that a class does not return all at once. */
const AGAIN = { least: 2, most: 6 };

const WORDS = {
  en: {
    title: "One moment",
    body: "Many people are opening this page right now. It will try again automatically in a few seconds.",
  },
  ja: {
    title: "少しお待ちください",
    body: "今、多くの人がこのページを開いています。数秒後に自動で読み込み直します。",
  },
} as const satisfies Record<Language, unknown>;

const pageIn = (language: Language) => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${WORDS[language].title}</title>
<body style="font: 1.125rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1.25rem">
<h1 style="font-size: 1.5rem">${WORDS[language].title}</h1>
<p>${WORDS[language].body}</p>
</body>
</html>
`;

/** [L14] The answer if no page can be rendered now. */
export function sendBusyPage(response: ServerResponse): void {
  if (response.headersSent) return void response.destroy(); // half of a page was sent
  const seconds = randomInt(AGAIN.least, AGAIN.most + 1);
  response
    .writeHead(503, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": String(seconds),
      refresh: String(seconds),
    })
    .end(pageIn(languageOf(response.req.headers)));
}
