/** A part of a lesson, and what it costs a server for each student, in GETs at a bare server. */
export type Part = { part: string; before: number; now: number };

/** In pixels of the picture. */
const [WIDTH, MARGIN, LABEL, BAR, GAP, LINE] = [760, 20, 60, 40, 16, 24] as const;
const TOP = 48;
const TITLE = "CPU of a lesson of 1,000 for each student, in bare GETs";
/** Each is legible on a light and on a dark background. */
const COLORS = ["#3b6fd4", "#1f9e89", "#d97b1f", "#b3489b", "#7a7f87"];

const STYLE = `text { font: 14px system-ui, sans-serif; fill: #1f2328; }
    .title { font-weight: 600; font-size: 16px; }
    .card { fill: #ffffff; stroke: #d0d7de; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .card { fill: #0d1117; stroke: #30363d; }
    }`;

const sum = (parts: readonly Part[], of: "before" | "now") =>
  parts.reduce((total, part) => total + part[of], 0);

/** Two stacked bars on one scale, and a legend with the figures of both. */
export function drawLesson(parts: readonly Part[]): string {
  const legend = TOP + 2 * (BAR + GAP) + LINE;
  const height = legend + parts.length * LINE + MARGIN;
  const scale = (WIDTH - 2 * MARGIN - LABEL - 60) / Math.max(sum(parts, "before"), sum(parts, "now"));
  const bars = (["before", "now"] as const).map((of, row) => {
    const y = TOP + row * (BAR + GAP);
    let x = MARGIN + LABEL;
    const pieces = parts.map((part, index) => {
      const width = part[of] * scale;
      x += width;
      return `<rect x="${at(x - width)}" y="${y}" width="${at(width)}" height="${BAR}" fill="${COLORS[index]}"/>`;
    });
    const middle = y + BAR / 2 + 5;
    return [
      `<text x="${MARGIN}" y="${middle}">${of}</text>`,
      ...pieces,
      `<text x="${at(x + 8)}" y="${middle}">${sum(parts, of)}</text>`,
    ];
  });
  const lines = parts.map(({ part, before, now }, index) => {
    const y = legend + index * LINE;
    return [
      `<rect x="${MARGIN + LABEL}" y="${y - 12}" width="14" height="14" fill="${COLORS[index]}"/>`,
      `<text x="${MARGIN + LABEL + 24}" y="${y}">${part}: ${before}, now ${now}</text>`,
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${TITLE}">
  <style>
    ${STYLE}
  </style>
  <rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>
  <text class="title" x="${MARGIN}" y="32">${TITLE}</text>
  ${[...bars, ...lines].flat().join("\n  ")}
</svg>
`;
}

const at = (pixels: number) => pixels.toFixed(1);
