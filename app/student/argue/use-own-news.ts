"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { announce, useNews } from "#app/shared/announce.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type Own = {
  unsent: readonly Extract<Waiting, { name: "rebuttal:post" }>[];
  stored: readonly Rebuttal[];
  replies: number;
};

/** [F1, F2] Says when a rebuttal has been sent, and as news what became of mine. */
export function useOwnNews({ unsent, stored, replies }: Own): void {
  const t = useTranslations("student");
  const onTheirWay = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const sent = stored.find(({ id }) => onTheirWay.current.has(id));
    onTheirWay.current = new Set(unsent.map(({ payload }) => payload.id));
    if (sent) announce(t(sent.status === "pending" ? "access.pending" : "access.sent"));
  });

  // Not after a reload: who comes back reads it.
  const awaited = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, status } of stored) if (status === "pending") awaited.current.add(id);
  });
  const approved = stored.filter(({ id, status }) => status === "published" && awaited.current.has(id));
  useNews("approved", approved.length > 0 ? t("access.approved", { count: approved.length }) : null);

  const persuaded = stored.reduce((sum, { endorsements }) => sum + endorsements, 0);
  useNews("persuaded", persuaded > 0 ? t("access.persuaded", { count: persuaded }) : null);
  useNews("replies", replies > 0 ? t("access.replies", { count: replies }) : null);
  const isTakenDown = stored.some(({ status, downWith }) => status === "hidden" && !downWith);
  useNews("taken down", isTakenDown ? t("own.hidden") : null);
}
