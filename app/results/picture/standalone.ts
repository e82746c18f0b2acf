/** What no line begins with in Japanese: it stays on the line before. */
const CLOSING = /^[、。，．：）」』]/u;

/**
 * Lines no wider than `width`, broken between words, and within a word only where it is wider than a line, as in a language
 * without spaces. `measure`: how wide a text is.
 */
function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const { segment } of new Intl.Segmenter().segment(word)) {
      if (line !== "" && measure(line + segment) > width && !CLOSING.test(segment)) {
        lines.push(line);
        line = "";
      }
      line += segment;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** What a saved picture says around its chart. */
export type PictureWords = { kicker: string; title: string; caption: string; footer: string };

const NAMESPACE = "http://www.w3.org/2000/svg";
const WIDTH = 1200;
const EDGE = 60;
/** Fonts of the device: a picture has none of its own. */
const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK JP', Arial, sans-serif";
const [INK, SOFT] = ["#1b1a17", "#59524a"];
/** How a text is set: its size, weight, color, and the room above it. */
const LINES = {
  kicker: { size: 25, weight: 400, fill: SOFT, above: 0 },
  title: { size: 33, weight: 650, fill: INK, above: 14 },
  caption: { size: 22, weight: 400, fill: INK, above: 26 },
  footer: { size: 19, weight: 400, fill: SOFT, above: 18 },
} as const;
/** What decides how a shape looks; a picture has no style sheet. */
const INLINED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

/** A chart of the page as a file that needs nothing else: on white, with its words and looks in it. */
export function standalonePicture(chart: SVGSVGElement, words: PictureWords): SVGSVGElement {
  const picture = create("svg", { width: `${WIDTH}`, "font-family": FONT }) as SVGSVGElement;
  picture.append(create("rect", { width: "100%", height: "100%", fill: "#fff" }));
  const title = create("title", {});
  title.textContent = words.title;
  picture.prepend(title);
  let y = EDGE;
  const say = (line: keyof typeof LINES) => {
    const { size, weight, fill, above } = LINES[line];
    const text = create("text", { "font-size": `${size}`, "font-weight": `${weight}`, fill });
    y += above;
    for (const part of wrap(words[line], WIDTH - 2 * EDGE, measureAt(size, weight))) {
      y += size * 1.3;
      const span = create("tspan", { x: `${EDGE}`, y: `${y - size * 0.3}` });
      span.textContent = part;
      text.append(span);
    }
    picture.append(text);
  };
  say("kicker");
  say("title");
  const { width, height } = chart.viewBox.baseVal;
  const drawnHeight = ((WIDTH - 2 * EDGE) * height) / width;
  y += 30;
  const drawing = inlined(chart);
  for (const [name, value] of Object.entries({ x: EDGE, y, width: WIDTH - 2 * EDGE, height: drawnHeight }))
    drawing.setAttribute(name, `${value}`);
  picture.append(drawing);
  y += drawnHeight;
  say("caption");
  say("footer");
  const whole = Math.ceil(y + EDGE);
  picture.setAttribute("height", `${whole}`);
  picture.setAttribute("viewBox", `0 0 ${WIDTH} ${whole}`);
  return picture;
}

function create(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function measureAt(size: number, weight: number): (text: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return (text) => text.length * size * 0.6;
  context.font = `${weight} ${size}px ${FONT}`;
  return (text) => context.measureText(text).width;
}

function inlined(chart: SVGSVGElement): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll("*")];
  for (const [place, shape] of [chart, ...chart.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(shape);
    const target = copies[place];
    for (const name of INLINED) target?.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "aria-hidden", "style"]) target?.removeAttribute(name);
  }
  return copy;
}
