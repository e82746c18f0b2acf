-- AlterTable
ALTER TABLE "session" ADD COLUMN "wallTheme" TEXT CHECK ("wallTheme" = 'light' OR "wallTheme" = 'dark'),
ADD COLUMN "wallLanguage" TEXT,
ADD COLUMN "simulated" INTEGER,
ADD COLUMN "moreTime" BIGINT,
ADD COLUMN "pairedAt" BIGINT,
ADD COLUMN "scriptAt" BIGINT,
ADD COLUMN "spokenFor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "spokenAgainst" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "askedToSpeak" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "keptCheck" TEXT;

-- They were kept with the settings. Settings that can't be read stay.
CREATE FUNCTION "settings_read"(text TEXT) RETURNS JSON LANGUAGE plpgsql AS $$ BEGIN RETURN text::JSON; EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$;

-- JSON, not JSONB, keeps the order of the fields, and writes no spaces.
UPDATE "session" SET
    "wallTheme" = "read"."json" #>> '{wallLook,theme}',
    "wallLanguage" = "read"."json" #>> '{wallLook,language}',
    "simulated" = ("read"."json" ->> 'simulated')::INTEGER,
    "moreTime" = ("read"."json" ->> 'moreTime')::BIGINT,
    "pairedAt" = ("read"."json" #>> '{pairing,madeAt}')::BIGINT,
    "scriptAt" = ("read"."json" #>> '{pairing,startedAt}')::BIGINT,
    "spokenFor" = COALESCE(("read"."json" #>> '{spoken,for}')::BIGINT, 0),
    "spokenAgainst" = COALESCE(("read"."json" #>> '{spoken,against}')::BIGINT, 0),
    "askedToSpeak" = COALESCE(("read"."json" #>> '{spoken,asked}')::INTEGER, 0),
    "keptCheck" = "read"."json" ->> 'keptCheck',
    "settings" = (
        SELECT '{' || COALESCE(string_agg(to_json("key")::TEXT || ':' || "value"::TEXT, ',' ORDER BY "place"), '') || '}'
        FROM json_each("read"."json") WITH ORDINALITY AS "each"("key", "value", "place")
        WHERE "key" NOT IN ('wallLook', 'simulated', 'moreTime', 'pairing', 'spoken', 'keptCheck'))
FROM (SELECT "id", "settings_read"("settings") AS "json" FROM "session") AS "read"
WHERE "read"."id" = "session"."id" AND "read"."json" IS NOT NULL;

DROP FUNCTION "settings_read"(TEXT);
