-- AlterTable
ALTER TABLE "session" ADD COLUMN "wallTheme" TEXT CHECK ("wallTheme" = 'light' OR "wallTheme" = 'dark');
ALTER TABLE "session" ADD COLUMN "wallLanguage" TEXT;
ALTER TABLE "session" ADD COLUMN "simulated" INTEGER;
ALTER TABLE "session" ADD COLUMN "moreTime" BIGINT;
ALTER TABLE "session" ADD COLUMN "pairedAt" BIGINT;
ALTER TABLE "session" ADD COLUMN "scriptAt" BIGINT;
ALTER TABLE "session" ADD COLUMN "spokenFor" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "session" ADD COLUMN "spokenAgainst" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "session" ADD COLUMN "askedToSpeak" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "session" ADD COLUMN "keptCheck" TEXT;

-- They were kept with the settings.
UPDATE "session" SET
    "wallTheme" = json_extract("settings", '$.wallLook.theme'),
    "wallLanguage" = json_extract("settings", '$.wallLook.language'),
    "simulated" = json_extract("settings", '$.simulated'),
    "moreTime" = json_extract("settings", '$.moreTime'),
    "pairedAt" = json_extract("settings", '$.pairing.madeAt'),
    "scriptAt" = json_extract("settings", '$.pairing.startedAt'),
    "spokenFor" = COALESCE(json_extract("settings", '$.spoken.for'), 0),
    "spokenAgainst" = COALESCE(json_extract("settings", '$.spoken.against'), 0),
    "askedToSpeak" = COALESCE(json_extract("settings", '$.spoken.asked'), 0),
    "keptCheck" = json_extract("settings", '$.keptCheck'),
    "settings" = json_remove("settings", '$.wallLook', '$.simulated', '$.moreTime', '$.pairing', '$.spoken', '$.keptCheck')
WHERE json_valid("settings");
