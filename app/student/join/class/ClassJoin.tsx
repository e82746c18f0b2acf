"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Failure } from "#app/shared/ask.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { NameList } from "#app/student/join/class/NameList.tsx";
import { useNames } from "#app/student/join/class/use-names.ts";
import { WordForm } from "#app/student/join/class/WordForm.tsx";
import { JoinForm } from "#app/student/join/JoinForm.tsx";
import { useLinkPass } from "#app/student/join/PassField.tsx";
import type { Seated } from "#app/student/join/take-seat.ts";
import type { Refusal } from "#debate/rules/result.ts";
import type { Identity } from "#debate/rules/session-options.ts";

type ClassJoinProps = {
  code: string;
  identity: Identity;
  refused: Refusal | null;
  onSeated: (seated: Seated) => void;
};

/** [Q8] The class's word, and then one's name; or a personal code. */
export function ClassJoin({ code, identity, refused, onSeated }: ClassJoinProps) {
  const t = useTranslations("student.join.class");
  const router = useRouter();
  const linked = useLinkPass();
  const { listed, show, leave } = useNames(code);
  const [trouble, setTrouble] = useState<Failure | null>(refused);
  const say = (why: Failure | null) => {
    if (why === "not-found") toast.info(t("ended"));
    // The page then asks for a code alone.
    if (why === "not-found" || why === "closed") router.refresh();
    setTrouble(why === "not-found" ? null : why);
  };
  const seat = (seated: Seated | null) => {
    leave();
    if (seated) onSeated(seated);
    else router.refresh();
  };
  const again = (why: Failure) => {
    say(why);
    window.history.back();
  };
  return (
    <div className="grid gap-8">
      {linked === null &&
        (listed ? (
          <NameList {...{ code, listed, show }} onSeated={seat} onWord={again} />
        ) : (
          <WordForm {...{ code, show, trouble }} onTrouble={say} />
        ))}
      {/* Works without scripts, too. */}
      <details open={linked !== null || undefined}>
        <summary className="min-h-touch cursor-pointer py-2.5 font-semibold">{t("hasCode")}</summary>
        <div className="pt-3">
          <JoinForm {...{ code, identity, onSeated }} entry="personal" byClass refused={null} />
        </div>
      </details>
    </div>
  );
}
