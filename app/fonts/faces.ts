import localFont from "next/font/local";

// The options must be literals: Next reads them at build time and copies the files into the build.
// Latin is preloaded; the extended files wait until a name such as "Kōno" or "Łukasz" asks for them.
// styles/type.css has the fallbacks, which next/font would make for Arial and Times only.

const newsreader = localFont({
  src: "./newsreader-latin.woff2",
  weight: "400 700",
  style: "normal",
  display: "swap",
  adjustFontFallback: false,
  variable: "--font-newsreader",
});

const newsreaderExtended = localFont({
  src: "./newsreader-latin-ext.woff2",
  weight: "400 700",
  style: "normal",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-017F, U+01CD-01DC, U+0218-021B, U+1E00-1E9E" }],
  variable: "--font-newsreader-extended",
});

const publicSans = localFont({
  src: "./public-sans-latin.woff2",
  weight: "400 700",
  style: "normal",
  display: "swap",
  adjustFontFallback: false,
  variable: "--font-public-sans",
});

const publicSansExtended = localFont({
  src: "./public-sans-latin-ext.woff2",
  weight: "400 700",
  style: "normal",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-017F, U+01CD-01DC, U+0218-021B, U+1E00-1E9E" }],
  variable: "--font-public-sans-extended",
});

/** The class that defines every font variable; it belongs on `<html>`. */
export const fontVariables = [newsreader, newsreaderExtended, publicSans, publicSansExtended]
  .map((face) => face.variable)
  .join(" ");
