"use client";
import { memo } from "react";
import type { QrCodeProps } from "#app/shared/links/QrCode.tsx";
import { Later, later } from "#app/shared/loading/later.tsx";

/** Its part, for pages that begin with one. */
export const qrCode = later(async () => (await import("#app/shared/links/QrCode.tsx")).QrCode);

/** A QR code, whose encoder comes after the page's own scripts: the server has drawn the first one. */
export const LaterQrCode = memo(function LaterQrCode(props: QrCodeProps) {
  return <Later part={qrCode} props={props} />;
});
