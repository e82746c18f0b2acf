import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import { announce } from "#app/shared/notices/announce.ts";
import { toast } from "#app/shared/notices/toast.ts";

/** [F2] Says at once that something concerns this student, and to a reader further down with a way back up to it. */
export function useNewsInSight(isOn: boolean, words: string, part: RefObject<HTMLElement | null>): void {
  const t = useTranslations("student.own");
  const was = useRef(isOn);
  useEffect(() => {
    const isNews = isOn && !was.current;
    was.current = isOn;
    const shown = part.current;
    if (!isNews || !shown) return;
    const { top, bottom } = shown.getBoundingClientRect();
    if (bottom > 0 && top < window.innerHeight) return announce(words);
    toast.info(words, {
      id: words,
      action: { label: t("show"), onClick: () => shown.scrollIntoView({ block: "center" }) },
    });
    const inSight = new IntersectionObserver(([entry]) => entry?.isIntersecting && toast.dismiss(words));
    inSight.observe(shown);
    return () => {
      inSight.disconnect();
      toast.dismiss(words);
    };
  }, [isOn, words, part, t]);
}
