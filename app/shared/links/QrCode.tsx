import { useTranslations } from "next-intl";
import { encodeQR } from "qr";
import { memo } from "react";
import { classNames } from "#app/shared/class-names.ts";

type QrCodeProps = {
  address: string;
  className?: string /** What it is, where the address is none to read aloud. */;
  label?: string;
};

const QUIET = 4;

/**
 * A QR code as one SVG path. Always dark on white with its quiet zone, whatever the theme: some phones
 * do not read it the other way round. Needs no script and no network; give it a width by `className`. Not encoded again with its page.
 */
export const QrCode = memo(function QrCode({ address, className, label }: QrCodeProps) {
  const t = useTranslations("shared");
  const rows = encodeQR(address, "raw", { ecc: "medium", border: QUIET });
  const side = rows.length;
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label ?? t("qrCode", { address })}
      shapeRendering="crispEdges"
      className={classNames("block aspect-square rounded-control", className)}
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#111111" />
    </svg>
  );
});
