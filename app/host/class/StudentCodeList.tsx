"use client";
import { useTranslations } from "next-intl";
import { StudentCode } from "#app/host/class/StudentCode.tsx";
import type { SessionClass } from "#debate/protocol/answers/class-answers.ts";

/** So many are drawn: a thousand rows would open slowly, and others are found by name. */
const SHOWN = 100;

type StudentCodeListProps = {
  students: SessionClass["students"];
  label: string;
  /** Whether it says who has joined: in a list of all. */
  saysWhere?: boolean;
  className?: string;
};

export function StudentCodeList({ students, label, saysWhere = false, className }: StudentCodeListProps) {
  const t = useTranslations("host.class");
  return (
    <div className={className}>
      <ul aria-label={label}>
        {students.slice(0, SHOWN).map((student) => (
          <StudentCode key={student.id} student={student} saysWhere={saysWhere} />
        ))}
      </ul>
      {students.length > SHOWN && (
        <p className="pt-2 text-sm text-ink-soft">{t("more", { count: students.length - SHOWN })}</p>
      )}
    </div>
  );
}
