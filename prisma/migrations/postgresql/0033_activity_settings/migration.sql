-- Settings name their activities, in the place of a switch for each. Settings that can't be read stay.
CREATE FUNCTION "settings_read"(text TEXT) RETURNS JSON LANGUAGE plpgsql AS $$ BEGIN RETURN text::JSON; EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$;

-- JSON, not JSONB, keeps the order of the fields; json_strip_nulls writes no spaces.
CREATE FUNCTION "settings_with_activities"(old JSON) RETURNS TEXT LANGUAGE SQL AS $$
    SELECT json_strip_nulls(json_build_object(
        'name', old -> 'name',
        'language', old -> 'language',
        'identity', old -> 'identity',
        'entry', old -> 'entry',
        'moderation', old -> 'moderation',
        'filter', json_build_object(
            'holds', COALESCE(old ->> 'filter' = 'hold', FALSE),
            'words', old -> 'filterWords'),
        'rule', old -> 'rule',
        'version', old -> 'version',
        'minutes', old -> 'minutes',
        'questions', json_build_object(
            'readingVote', old -> 'readingVote',
            'confidence', old -> 'confidence',
            'reasons', old -> 'reasons',
            'credit', old -> 'credit'),
        'reveal', CASE WHEN old ->> 'stagedReveal' = 'true' THEN 'staged' ELSE 'at-once' END,
        'activities', json_build_object(
            'guess', CASE WHEN old ->> 'guess' = 'true' THEN '{}'::JSON END,
            'comprehension', CASE WHEN old ->> 'comprehension' = 'true' THEN '{}'::JSON END,
            'reading', CASE WHEN old ->> 'drawnSide' = 'true' THEN '{}'::JSON END,
            'starters', CASE WHEN old ->> 'starters' NOT IN ('false', 'off') THEN '{}'::JSON END,
            'pairs', CASE WHEN old ->> 'pairs' IN ('after', 'instead') THEN
                json_build_object('when', old ->> 'pairs', 'by', COALESCE(old ->> 'pairsBy', 'voice')) END,
            'steelman', CASE WHEN old ->> 'steelman' = 'true' THEN '{}'::JSON END,
            'speaking', CASE WHEN old ->> 'speaking' = 'true' THEN '{}'::JSON END,
            'exitTicket', CASE WHEN old ->> 'exitTicket' = 'true' THEN '{}'::JSON END,
            'outlook', CASE WHEN old ->> 'outlook' = 'true' THEN '{}'::JSON END,
            'laterVote', CASE WHEN old ->> 'laterVote' = 'true' THEN '{}'::JSON END)))::TEXT
$$;

UPDATE "session" SET "settings" = "settings_with_activities"("read"."json")
FROM (SELECT "id", "settings_read"("settings") AS "json" FROM "session") AS "read"
WHERE "read"."id" = "session"."id" AND "read"."json" IS NOT NULL;

UPDATE "template" SET "content" = "settings_with_activities"("read"."json")
FROM (SELECT "id", "settings_read"("content") AS "json" FROM "template") AS "read"
WHERE "read"."id" = "template"."id" AND "read"."json" IS NOT NULL;

DROP FUNCTION "settings_with_activities"(JSON);
DROP FUNCTION "settings_read"(TEXT);
