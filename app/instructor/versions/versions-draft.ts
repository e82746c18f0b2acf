import { textsDraftName } from "#app/instructor/debate-drafts.ts";
import { besides, fieldsOf, type VersionFields } from "#app/instructor/versions/versions-form.ts";
import { ownDraftName, takeDraft } from "#app/shared/storage/drafts.ts";
import type { Debate, Version } from "#debate/content/debate.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

/** What a tab keeps on the device, whose it is, and the versions that it began with. */
export type VersionsDraft = {
  v: 1;
  by: string;
  all: readonly VersionFields[];
  etag: string;
  versions: readonly Version[] | undefined;
  /** What they are shown beside once this is deleted. Absent if an earlier version of this page stored them. */
  debate?: Debate;
};

export const draftOver = (by: string, base: DebatePage, all: readonly VersionFields[]): VersionsDraft => ({
  ...{ v: 1, by, all },
  ...{ etag: base.etag, versions: base.debate.versions, debate: base.debate },
});

/** What this tab calls its draft of a debate's versions. */
export const textsName = (id: string, by: string): string => ownDraftName(textsDraftName(id), by);

/** This tab's unsaved draft of a debate's versions, unless another instructor wrote it on this device. */
export function takeVersions(id: string, name: string, by: string): VersionsDraft | null {
  const draft = takeDraft(textsDraftName(id), name, by) as VersionsDraft | null;
  return draft?.v === 1 && draft.by === by ? draft : null;
}

type Beginning = { base: DebatePage; all: readonly VersionFields[] };

/** [D11] Where writing begins. A kept draft is still one over the versions that it was made from. */
export function beginning(page: DebatePage, kept: VersionsDraft | null): Beginning {
  const versions = page.debate.versions ?? [];
  if (!kept) return { base: page, all: versions.map((version) => fieldsOf(page.debate, version)) };
  const { versions: _, ...debate } = page.debate;
  return {
    base: {
      debate: kept.versions ? { ...debate, versions: [...kept.versions] } : debate,
      etag: kept.etag,
    },
    all: kept.all.map((each) => besides(page.debate, each)),
  };
}
