import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { toast } from "sonner";

/** Copies an address and says `copied`, or shows the address where copying is not possible. */
export function useCopy(): (address: string, copied: string) => Promise<void> {
  const t = useTranslations("host.share");
  return useCallback(
    async (address, copied) => {
      try {
        // Browsers offer no clipboard on an address without TLS, which a LAN address is.
        await navigator.clipboard.writeText(address);
        toast.success(copied);
      } catch {
        toast.message(t("copyFailed", { address }), { duration: 20_000 });
      }
    },
    [t],
  );
}
