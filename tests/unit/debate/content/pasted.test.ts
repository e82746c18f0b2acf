import { type DefaultTreeAdapterTypes as Html, parse, defaultTreeAdapter as tree } from "parse5";
import { describe, expect, test } from "vitest";
import { readMarkdown } from "#debate/content/markdown.ts";
import { type Markup, paragraphsOfHtml, paragraphsOfText } from "#debate/content/pasted.ts";

/** A node as browsers have it. */
const nodeOf = (node: Html.Node): Markup => ({
  nodeName: node.nodeName.toUpperCase().replace(/^#TEXT$/, "#text"),
  nodeValue: tree.isTextNode(node) ? node.value : null,
  get childNodes() {
    return "childNodes" in node ? node.childNodes.map(nodeOf) : [];
  },
  getAttribute: (name) =>
    ("attrs" in node && node.attrs.find((attribute) => attribute.name === name)?.value) || null,
});
const pasted = (html: string, isMarkdown: boolean) => paragraphsOfHtml(nodeOf(parse(html)), isMarkdown);

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm;} --></style>
<!--[if gte mso 9]><xml><o:x>1</o:x></xml><![endif]--></head><body lang=EN-US><!--StartFragment-->
<p class=MsoNormal style='mso-margin-top-alt:auto'><b style='mso-bidi-font-weight:normal'><span lang=EN-US
style='font-size:14.0pt;color:red'>First</span></b><span lang=EN-US> point&nbsp;&amp; more.<o:p></o:p></span></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>&middot;<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>one</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>two</p>
<p class=MsoNormal>Last, see <a href="https://csis.org/a_(b)"><i>the <u>report</u></i></a>.</p><!--EndFragment--></body></html>`;

const GOOGLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-style:normal">Plain, </span><span style="font-weight:700">strong</span><span> and </span><span style="font-style:italic">slanted </span><span>words.</span></p><br /><p>Second.</p></b>`;

describe("[D23] pasted HTML", () => {
  test("from Word: three paragraphs and a list, no styles", () => {
    expect(pasted(WORD, true)).toEqual([
      "**First** point & more.",
      "- one\n- two",
      "Last, see *[the report](https://csis.org/a_%28b%29)*.",
    ]);
  });

  test("from Google Docs: emphasis is in styles, and what wraps everything is none", () => {
    expect(pasted(GOOGLE, true)).toEqual(["Plain, **strong** and *slanted* words.", "Second."]);
  });

  test("from the web: quotations, numbered lists, two breaks; no script, picture or dangerous link", () => {
    const web = `<div>One<br><br>Two<script>alert(1)</script><img src=x onerror=alert(1)></div>
      <blockquote><p>She said.</p><p>He said.</p></blockquote>
      <ol><li><p>a</p></li><li>b <a href="javascript:alert(1)">c</a></li></ol>
      <table><tr><td>x</td><td>y</td></tr></table>`;
    expect(pasted(web, true)).toEqual(["One", "Two", "> She said.", "> He said.", "1. a\n2. b c", "x y"]);
  });

  test("signs that stand in the words stay words", () => {
    const [source = ""] = pasted("<p>- 2 * 3 *is* [6] &lt;b&gt; <b>a*b</b></p>", true);
    expect(readMarkdown(source).text).toBe("- 2 * 3 *is* [6] <b> a*b");
  });

  test("unclosed tags are read in time that grows with their number", () => {
    for (const part of ['<a href="', "<p>a", "<", "<!--", "<b>"])
      pasted(part.repeat(60_000 / part.length), true);
  });
});

describe("[D23] pasted text", () => {
  test.each([
    ["three paragraphs with blank lines", "One.\n\nTwo.\r\n \r\nThree.", ["One.", "Two.", "Three."]],
    ["a sentence on each line", "One.\nTwo?\nThree!", ["One.", "Two?", "Three!"]],
    ["lines broken by a page", "One line that\ngoes on.", ["One line that goes on."]],
    ["Japanese lines broken by a page", "一つの行が\n続く。", ["一つの行が続く。"]],
    ["a list", "Why:\n- one\n- two", ["Why:\n- one\n- two"]],
    ["nothing", " \n\n ", []],
  ])("%s", (_, text, paragraphs) => {
    expect(paragraphsOfText(text)).toEqual(paragraphs);
  });
});
