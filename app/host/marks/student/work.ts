import type { StudentCard } from "#debate/protocol/pages.ts";
export type StudentWork = {
  card: StudentCard;
  participation: { voted: Record<string, boolean | null>; rebuttals: number; replies: number };
};
