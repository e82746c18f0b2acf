-- Settings name their activities, in the place of a switch for each. json_patch leaves out what is null.
UPDATE "session" SET "settings" = json_patch('{}', json_object(
    'name', "settings" -> '$.name',
    'language', "settings" -> '$.language',
    'identity', "settings" -> '$.identity',
    'entry', "settings" -> '$.entry',
    'moderation', "settings" -> '$.moderation',
    'filter', json_object(
        'holds', json(CASE WHEN json_extract("settings", '$.filter') = 'hold' THEN 'true' ELSE 'false' END),
        'words', "settings" -> '$.filterWords'),
    'rule', "settings" -> '$.rule',
    'version', "settings" -> '$.version',
    'minutes', "settings" -> '$.minutes',
    'questions', json_object(
        'readingVote', "settings" -> '$.readingVote',
        'confidence', "settings" -> '$.confidence',
        'reasons', "settings" -> '$.reasons',
        'credit', "settings" -> '$.credit'),
    'reveal', CASE WHEN json_extract("settings", '$.stagedReveal') THEN 'staged' ELSE 'at-once' END,
    'activities', json_object(
        'guess', json(CASE WHEN json_extract("settings", '$.guess') THEN '{}' END),
        'comprehension', json(CASE WHEN json_extract("settings", '$.comprehension') THEN '{}' END),
        'reading', json(CASE WHEN json_extract("settings", '$.drawnSide') THEN '{}' END),
        'starters', json(CASE WHEN json_extract("settings", '$.starters') NOT IN (0, 'off') THEN '{}' END),
        'pairs', json(CASE WHEN json_extract("settings", '$.pairs') IN ('after', 'instead') THEN
            json_object('when', json_extract("settings", '$.pairs'), 'by', COALESCE(json_extract("settings", '$.pairsBy'), 'voice')) END),
        'steelman', json(CASE WHEN json_extract("settings", '$.steelman') THEN '{}' END),
        'speaking', json(CASE WHEN json_extract("settings", '$.speaking') THEN '{}' END),
        'exitTicket', json(CASE WHEN json_extract("settings", '$.exitTicket') THEN '{}' END),
        'outlook', json(CASE WHEN json_extract("settings", '$.outlook') THEN '{}' END),
        'laterVote', json(CASE WHEN json_extract("settings", '$.laterVote') THEN '{}' END))))
WHERE json_valid("settings");

UPDATE "template" SET "content" = json_patch('{}', json_object(
    'name', "content" -> '$.name',
    'language', "content" -> '$.language',
    'identity', "content" -> '$.identity',
    'entry', "content" -> '$.entry',
    'moderation', "content" -> '$.moderation',
    'filter', json_object(
        'holds', json(CASE WHEN json_extract("content", '$.filter') = 'hold' THEN 'true' ELSE 'false' END),
        'words', "content" -> '$.filterWords'),
    'rule', "content" -> '$.rule',
    'version', "content" -> '$.version',
    'minutes', "content" -> '$.minutes',
    'questions', json_object(
        'readingVote', "content" -> '$.readingVote',
        'confidence', "content" -> '$.confidence',
        'reasons', "content" -> '$.reasons',
        'credit', "content" -> '$.credit'),
    'reveal', CASE WHEN json_extract("content", '$.stagedReveal') THEN 'staged' ELSE 'at-once' END,
    'activities', json_object(
        'guess', json(CASE WHEN json_extract("content", '$.guess') THEN '{}' END),
        'comprehension', json(CASE WHEN json_extract("content", '$.comprehension') THEN '{}' END),
        'reading', json(CASE WHEN json_extract("content", '$.drawnSide') THEN '{}' END),
        'starters', json(CASE WHEN json_extract("content", '$.starters') NOT IN (0, 'off') THEN '{}' END),
        'pairs', json(CASE WHEN json_extract("content", '$.pairs') IN ('after', 'instead') THEN
            json_object('when', json_extract("content", '$.pairs'), 'by', COALESCE(json_extract("content", '$.pairsBy'), 'voice')) END),
        'steelman', json(CASE WHEN json_extract("content", '$.steelman') THEN '{}' END),
        'speaking', json(CASE WHEN json_extract("content", '$.speaking') THEN '{}' END),
        'exitTicket', json(CASE WHEN json_extract("content", '$.exitTicket') THEN '{}' END),
        'outlook', json(CASE WHEN json_extract("content", '$.outlook') THEN '{}' END),
        'laterVote', json(CASE WHEN json_extract("content", '$.laterVote') THEN '{}' END))))
WHERE json_valid("content");
