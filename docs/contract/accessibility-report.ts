import { stringify } from "yaml";
import manifest from "../../package.json" with { type: "json" };

const TERMS: Record<string, string> = {
  Supports: "supports",
  "Partially supports": "partially-supports",
  "Does not support": "does-not-support",
  "Not applicable": "not-applicable",
};

/** The catalog still lists it. WCAG 2.2 removed it. */
const PARSING = criterion("4.1.1", "Not applicable", "WCAG 2.2 removed this criterion");

/** [F17] docs/accessibility.md as an OpenACR, the machine-readable form of a VPAT. */
export function accessibilityReport(page: string): string {
  const { version, description } = manifest;
  const report = {
    title: "Resolved Accessibility Conformance Report",
    product: { name: "Resolved", version, description },
    // The form asks for an address. The program has none: a school that passes the report on enters its own.
    author: { name: "The authors of Resolved", email: "" },
    report_date: "2026-12-02",
    version: 1,
    notes: inOneLine(section(page, "Known limitations")),
    evaluation_methods_used: inOneLine(page.match(/^Evaluated .*?(?=\n\n)/msu)?.[0] ?? ""),
    license: "MIT",
    catalog: "2.5-edition-wcag-2.2-en",
    chapters: {
      success_criteria_level_a: { criteria: [...criteria(page, "A"), PARSING].sort(byNumber) },
      success_criteria_level_aa: { criteria: criteria(page, "AA") },
      success_criteria_level_aaa: { notes: "Not evaluated.", disabled: true },
    },
  };
  // Quoted, because older readers of YAML take a plain date or number for one.
  return stringify(report, { lineWidth: 120, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" });
}

function criteria(page: string, level: "A" | "AA") {
  const rows = section(page, `Level ${level}`).matchAll(
    /^\| ([\d.]+) [^|]+ \| ([^|]+) \| ([^|]+) \| (.+) \|$/gmu,
  );
  return Array.from(rows, ([, num = "", term = "", remarks = "", tests = ""]) => {
    const files = [...tests.matchAll(/\(\.\.\/([^)]+)\)/gu)].map(([, file]) => file);
    return criterion(num, term, `${remarks}. Tests: ${files.join(", ")}`);
  });
}

function criterion(num: string, term: string, notes: string) {
  return { num, components: [{ name: "web", adherence: { level: TERMS[term], notes } }] };
}

function byNumber(one: { num: string }, other: { num: string }): number {
  return one.num.localeCompare(other.num, "en", { numeric: true });
}

function section(page: string, heading: string): string {
  return page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0]?.trim() ?? "";
}

function inOneLine(text: string): string {
  return text.replaceAll(/\n(?!- )\s*/gu, " ");
}
