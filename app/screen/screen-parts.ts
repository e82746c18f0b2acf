/** The one script of a wall in each phase before the reveal. */

export { ClickerFailure } from "#app/screen/ClickerFailure.tsx";
export { OtherLanguage } from "#app/screen/OtherLanguage.tsx";
export { showStep } from "#app/screen/show-step.ts";
export { WallFace } from "#app/screen/WallFace.tsx";
export { QrCode } from "#app/shared/links/QrCode.tsx";
