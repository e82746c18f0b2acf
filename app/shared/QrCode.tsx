import { useTranslations } from "next-intl";
import { create } from "qrcode";
import { classNames } from "#app/shared/class-names.ts";

type QrCodeProps = { address: string; className?: string };

const QUIET = 4;

/**
 * A QR code as one SVG path. Always dark on white with its quiet zone, whatever the theme: some phones
 * do not read it the other way round. Needs no script and no network; give it a width by `className`.
 */
export function QrCode({ address, className }: QrCodeProps) {
  const t = useTranslations("shared");
  const { modules } = create(address, { errorCorrectionLevel: "M" });
  const side = modules.size + 2 * QUIET;
  let path = "";
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={t("qrCode", { address })}
      shapeRendering="crispEdges"
      className={classNames("block aspect-square rounded-control", className)}
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#111111" />
    </svg>
  );
}
