import type { DebateDraft } from "#debate/content/debate.ts";
import { cleanText } from "#debate/rules/text.ts";

/** Texts that run, load, break out, hide or overflow if taken for something else. A script that runs sets `window.ran`. */
export const PAYLOADS = [
  "<script>ran=1;alert(1)</script>",
  "</p></title></textarea></style></script><script>ran=1</script>",
  "<img src=x onerror=ran=1>",
  '"><img src=//evil.example/x onerror="ran=1">',
  "' autofocus onfocus='ran=1' x='",
  "<svg/onload=ran=1><animate onbegin=ran=1 attributeName=x dur=1s>",
  "<math><mtext><style><img title='</style><img src onerror=ran=1>'>",
  "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
  "<a href=javascript:ran=1>click</a> javascript:ran=1//",
  "<base href=//evil.example><meta http-equiv=refresh content='0;//evil.example'>",
  "<style>@import'//evil.example/x';*{background:url(//evil.example/y)}</style>",
  "<details open ontoggle=ran=1><video><source onerror=ran=1></video>",
  "[click](javascript:ran=1) ![x](//evil.example/x) <javascript:ran=1>",
  "{{constructor.constructor('ran=1')()}} $\u007bran=1} #{ran=1} <%= ran=1 %>",
  "&lt;script&gt;ran=1&lt;/script&gt; &#60;img src=x onerror=ran=1&#62; &NotAnEntity;",
  "<!--><script>ran=1</script--> ]]><![CDATA[<script>ran=1</script>]]>",
  '{"__proto__":{"ran":1}} \\u003cscript\\u003eran=1\\u003c/script\\u003e',
  '=HYPERLINK("https://evil.example";"x")\n@SUM(1+1)*cmd|\' /C calc\'!A0',
  "\u202egnp.exe\u202c \u2067\u05d0\u05d1\u05d2\u2069 abc \u05d3\u05d4 123 \u0645\u0631\u062d\u0628\u0627 (x)",
  `Z${"\u0301\u0323\u0338\u0489".repeat(60)}algo`,
  "W".repeat(600),
  `https://a.example/${"x/".repeat(200)}`,
  "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}".repeat(40),
  "\ufdfd\u{12031}\ua9c5".repeat(60),
  "\u200b\u2060\u3164hidden\u{e0068}\u{e0069}\u00ad",
  "a\n\n\n\n\n\n\nb",
] as const;

const cut = (text: string, length: number) => [...cleanText(text)].slice(0, length).join("").trim();

/** The same, for fields that accept only some characters. */
export const payloads = (length: number): string[] => PAYLOADS.map((payload) => cut(payload, length));

/** A debate in which every text is one of them. */
export function hostileDebate(): DebateDraft {
  const [long, short] = [payloads(600), payloads(100)];
  const position = <S extends "for" | "against">(side: S, shift: number) => ({
    side,
    expert: {
      name: short[shift] ?? "",
      honorific: cut(PAYLOADS[2], 40),
      role: long[shift + 1] ?? "",
      institution: cut(PAYLOADS[20], 300),
      biography: long.join("\n"),
    },
    paragraphs: long.map((text, index) => ({ n: index + 1, text })),
  });
  return {
    resolution: `${PAYLOADS[2]} ${cut(PAYLOADS[20], 120)}`,
    series: short[3],
    introduction: long.join("\n\n"),
    editor: { name: short[4] ?? "", biography: long.join("\n") },
    positions: [position("for", 0), position("against", 5)],
    resources: long.map((payload, index) => ({
      label: cut(payload, 500),
      url: `https://user:ran@${"long.".repeat(20)}example/${index}?<script>ran=1</script>`,
    })),
    related: long.map((payload) => ({ label: cut(payload, 500), date: "2019" })),
    rights: long.join(" ").slice(0, 2_000),
  };
}
