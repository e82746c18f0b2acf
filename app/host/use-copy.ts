import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { copyText } from "#app/shared/copy-text.ts";
import { toast } from "#app/shared/notices/toast.ts";

/** Copies an address and says `copied`, or shows the address where copying is not possible. */
export function useCopy(): (address: string, copied: string) => Promise<void> {
  const t = useTranslations("host.share");
  return useCallback(
    async (address, copied) => {
      if (await copyText(address)) toast.success(copied);
      else toast.warning(t("copyFailed", { address }));
    },
    [t],
  );
}
