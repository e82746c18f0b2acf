export type Token =
  | { kind: "text"; text: string }
  | { kind: "open"; name: string; attributes: string }
  | { kind: "close"; name: string };

/** What holds no words of the page. */
const RAW = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "math",
  "title",
  "textarea",
  "iframe",
  "object",
]);

/** The tags and the text of a page, in time linear in its length. Scripts and styles are left out with what is in them. */
export function* tokensOf(html: string): Generator<Token> {
  // Searched in lower case, whose length is the same but for a few letters that HTML does not have in tags.
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf("<", at);
    if (tag === -1) break;
    if (tag > at) yield { kind: "text", text: entitiesIn(html.slice(at, tag)) };
    if (html.startsWith("<!--", tag)) {
      const end = html.indexOf("-->", tag + 4);
      at = end === -1 ? html.length : end + 3;
      continue;
    }
    const next = lower.charAt(tag + 1);
    if (!/[a-z/!?]/.test(next)) {
      yield { kind: "text", text: "<" };
      at = tag + 1;
      continue;
    }
    const end = endOfTag(html, tag + 1);
    const isClosing = next === "/";
    const name = /^[a-z][a-z0-9]*/.exec(lower.slice(tag + (isClosing ? 2 : 1), tag + 30))?.[0] ?? "";
    at = end + 1;
    if (name === "") continue;
    if (isClosing) {
      yield { kind: "close", name };
    } else if (RAW.has(name) && html.charAt(end - 1) !== "/") {
      const close = lower.indexOf(`</${name}`, at);
      at = close === -1 ? html.length : endOfTag(html, close) + 1;
    } else {
      yield { kind: "open", name, attributes: html.slice(tag + 1 + name.length, Math.min(end, tag + 4_000)) };
    }
  }
  if (at < html.length) yield { kind: "text", text: entitiesIn(html.slice(at)) };
}

/** A ">" within quotation marks does not end a tag. */
function endOfTag(html: string, from: number): number {
  let quote = "";
  const limit = Math.min(html.length, from + 20_000);
  for (let at = from; at < limit; at += 1) {
    const character = html.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  return Math.min(limit, html.length);
}

export function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    attributes,
  );
  return entitiesIn(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
}

/** The characters 160 to 255 in their order. */
const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const NAMED = new Map<string, string>([
  ...LATIN.split(" ").map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
  ...Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    ndash: "–",
    mdash: "—",
    hellip: "…",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    sbquo: "‚",
    bdquo: "„",
    lsaquo: "‹",
    rsaquo: "›",
    bull: "•",
    prime: "′",
    Prime: "″",
    dagger: "†",
    Dagger: "‡",
    permil: "‰",
    euro: "€",
    trade: "™",
    minus: "−",
    ensp: " ",
    emsp: " ",
    thinsp: " ",
    zwj: "\u200d",
    zwnj: "\u200c",
    OElig: "Œ",
    oelig: "œ",
    Scaron: "Š",
    scaron: "š",
    larr: "←",
    rarr: "→",
  }),
]);

function entitiesIn(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,9}));?/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}
