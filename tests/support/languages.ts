import { readFileSync } from "node:fs";
import type { DebateDraft } from "#debate/content/debate.ts";

/** A newsletter of our own words in Japanese. */
export const JAPANESE = readFileSync("tests/fixtures/newsletter-japanese.txt", "utf8");

const ARABIC_PARAGRAPHS = [
  "الميناء القديم ملك لأهل المدينة، وقد كان كذلك منذ مئتي عام. تأتي السفن الكبيرة ثلاث مرات في اليوم (منذ 2011).",
  "«لا أحد يسألنا»، كما يقول الصيادون.",
];

/** A debate in Arabic that does not say so. The second paragraph of each position is a quotation. */
export const ARABIC: DebateDraft = {
  resolution: "يجب أن تغلق المدينة ميناءها القديم أمام سفن الرحلات",
  series: "حوارات الساحل",
  introduction: "سألنا خبيرين عن مستقبل الميناء القديم.",
  positions: [arabicPosition("for", "ليلى حداد"), arabicPosition("against", "سامي نصار")],
  resources: [{ label: "إحصاءات المسافرين", url: "https://harbor.example/counts" }],
  related: [],
  rights: "كتب هذا النص للاختبار.",
};

function arabicPosition<S extends "for" | "against">(side: S, name: string) {
  const expert = { name, role: "باحثة", institution: "معهد دراسات الموانئ" };
  const paragraphs = ARABIC_PARAGRAPHS.map((text, index) => ({
    n: index + 1,
    text,
    ...(index === 1 && { quoted: true }),
  }));
  return { side, expert, paragraphs };
}
