"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ask } from "#app/shared/ask.ts";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import type { Debate } from "#debate/content/debate.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { type VersionName, withFittingVersions } from "#debate/content/versions.ts";
import type { Settings } from "#debate/rules/settings.ts";

type VersionFieldProps = {
  debateId: string;
  version: string | undefined;
  onChange: (fields: Pick<Settings, "version">) => void;
};

/** [X5] In which version the class begins to read; nothing where the debate has only one. */
export function VersionField({ debateId, version, onChange }: VersionFieldProps) {
  const t = useTranslations("instructor.reading");
  const versions = useVersions(debateId);
  // A template may come from a session of another debate.
  const isUnknown =
    versions !== null && version !== undefined && !versions.some((each) => each.id === version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each such version.
  useEffect(() => {
    if (isUnknown) onChange({ version: undefined });
  }, [isUnknown]);
  if (!versions?.length) return null;
  return (
    <SelectField
      label={t("usual")}
      hint={t("usualHint")}
      value={version ?? ""}
      onChange={(value) => onChange({ version: value || undefined })}
    >
      <option value="">{t("original")}</option>
      {versions.map((each) => (
        <option key={each.id} value={each.id} lang={each.lang}>
          {each.label}
        </option>
      ))}
    </SelectField>
  );
}

/** Asked for when the form is opened: no list of debates holds their texts. */
function useVersions(debateId: string): readonly VersionName[] | null {
  const [versions, setVersions] = useState<readonly VersionName[] | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const path = `/api/debates/${encodeURIComponent(debateId)}`;
    void ask<{ debate: Debate }>("GET", path, undefined, { signal: abort.signal }).then((reply) => {
      if (reply.ok) setVersions(withFittingVersions(inPlainText(reply.value.debate)).versions ?? []);
    });
    return () => abort.abort();
  }, [debateId]);
  return versions;
}
