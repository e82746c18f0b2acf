-- The schema of version 1.0.0. The versions before had 23 migrations for it; prisma/migrate.ts puts this one in their place.

CREATE TABLE "instructor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "language" TEXT,
    "helperId" TEXT REFERENCES "instructor" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "instructor_email_key" ON "instructor"("email");
CREATE INDEX "instructor_helperId_idx" ON "instructor"("helperId");

CREATE TABLE "sign_in" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" DATETIME NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    CONSTRAINT "sign_in_userId_fkey" FOREIGN KEY ("userId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "sign_in_token_key" ON "sign_in"("token");
CREATE INDEX "sign_in_userId_idx" ON "sign_in"("userId");

CREATE TABLE "sign_in_code" (
    "instructorId" TEXT NOT NULL PRIMARY KEY,
    "codeHash" TEXT NOT NULL,
    "signInId" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    CONSTRAINT "sign_in_code_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "sign_in_code_signInId_fkey" FOREIGN KEY ("signInId") REFERENCES "sign_in" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "sign_in_code_codeHash_key" ON "sign_in_code"("codeHash");
CREATE INDEX "sign_in_code_signInId_idx" ON "sign_in_code"("signInId");

CREATE TABLE "setup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deleted" INTEGER NOT NULL
);

CREATE TABLE "credential" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "credential_userId_idx" ON "credential"("userId");

CREATE TABLE "verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

CREATE TABLE "invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "note" TEXT,
    "inviterId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT,
    CONSTRAINT "invitation_inviterId_fkey" FOREIGN KEY ("inviterId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "invitation_tokenHash_key" ON "invitation"("tokenHash");
CREATE INDEX "invitation_inviterId_idx" ON "invitation"("inviterId");

CREATE TABLE "debate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "listing" TEXT,
    "searched" TEXT,
    "isDraft" BOOLEAN NOT NULL DEFAULT false,
    "archivedAt" BIGINT,
    "sharing" TEXT NOT NULL DEFAULT 'none' CHECK ("sharing" IN ('none', 'read', 'copy', 'edit')),
    CONSTRAINT "debate_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "debate_ownerId_idx" ON "debate"("ownerId");

CREATE TABLE "debate_share" (
    "debateId" TEXT NOT NULL,
    "instructorId" TEXT NOT NULL,
    "right" TEXT NOT NULL CHECK ("right" IN ('read', 'copy', 'edit')),
    PRIMARY KEY ("debateId", "instructorId"),
    CONSTRAINT "debate_share_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "debate" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "debate_share_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "debate_share_instructorId_idx" ON "debate_share"("instructorId");

CREATE TABLE "debate_version" (
    "debateId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "savedAt" BIGINT NOT NULL,
    "savedBy" TEXT NOT NULL,
    PRIMARY KEY ("debateId", "version"),
    CONSTRAINT "debate_version_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "debate" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "debate_source" (
    "debateId" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    CONSTRAINT "debate_source_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "debate" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "template" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "instructorId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "template_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "template_instructorId_idx" ON "template"("instructorId");

CREATE TABLE "session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'lobby' CHECK ("phase" = 'lobby' OR "phase" = 'before' OR "phase" = 'reading' OR "phase" = 'reading-vote' OR "phase" = 'rebuttal' OR "phase" = 'pairs' OR "phase" = 'after' OR "phase" = 'steelman' OR "phase" = 'results' OR "phase" = 'closed' OR "phase" = 'later' OR "phase" = 'later-closed'),
    "version" INTEGER NOT NULL DEFAULT 1,
    "phaseVersion" INTEGER NOT NULL DEFAULT 1,
    "phaseEndsAt" BIGINT,
    "timerCloses" BOOLEAN NOT NULL DEFAULT false,
    "locked" BOOLEAN NOT NULL DEFAULT false,
    "revealed" BOOLEAN NOT NULL DEFAULT false,
    "spotlight" TEXT,
    "step" TEXT CHECK ("step" = 'covered' OR "step" = 'guess' OR "step" = 'before' OR "step" = 'flow' OR "step" = 'verdict' OR "step" = 'chance' OR "step" = 'moved' OR "step" = 'open'),
    "opened" BOOLEAN NOT NULL DEFAULT false,
    "resultsVersion" INTEGER NOT NULL DEFAULT 0,
    "screenKey" TEXT NOT NULL,
    "assistantKey" TEXT,
    "resultsKey" TEXT,
    "resultsKept" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" BIGINT NOT NULL,
    "closedAt" BIGINT,
    "schedule" TEXT,
    "opensAt" BIGINT,
    "joins" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "session_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "session_code_key" ON "session"("code");
CREATE INDEX "session_hostId_createdAt_idx" ON "session"("hostId", "createdAt");

CREATE TABLE "frozen_debate" (
    "sessionId" TEXT NOT NULL PRIMARY KEY,
    "resolution" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "debateId" TEXT,
    "debateVersion" TEXT,
    CONSTRAINT "frozen_debate_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "frozen_debate_debateId_idx" ON "frozen_debate"("debateId");

CREATE TABLE "class_result" (
    "sessionId" TEXT NOT NULL PRIMARY KEY,
    "content" TEXT NOT NULL,
    CONSTRAINT "class_result_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "note" (
    "sessionId" TEXT NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    CONSTRAINT "note_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "pick" (
    "sessionId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    PRIMARY KEY ("sessionId", "reason"),
    CONSTRAINT "pick_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "pass" (
    "sessionId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    PRIMARY KEY ("sessionId", "code"),
    CONSTRAINT "pass_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "participant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "realName" TEXT,
    "joinedAt" BIGINT NOT NULL,
    "removedAt" BIGINT,
    "nameKey" TEXT,
    "claimHash" TEXT,
    "wordsDeletedAt" BIGINT,
    "onPaper" BOOLEAN NOT NULL DEFAULT false,
    "firstSide" TEXT CHECK ("firstSide" = 'for' OR "firstSide" = 'against'),
    "starters" BOOLEAN,
    "readBoth" BOOLEAN NOT NULL DEFAULT false,
    "withdrawn" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "participant_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "participant_sessionId_removedAt_idx" ON "participant"("sessionId", "removedAt");
CREATE UNIQUE INDEX "participant_sessionId_name_key" ON "participant"("sessionId", "name");
CREATE UNIQUE INDEX "participant_sessionId_nameKey_key" ON "participant"("sessionId", "nameKey");

CREATE TABLE "ballot" (
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "round" TEXT NOT NULL CHECK ("round" = 'before' OR "round" = 'reading' OR "round" = 'after' OR "round" = 'later'),
    "choice" TEXT NOT NULL CHECK ("choice" = 'for' OR "choice" = 'against' OR "choice" = 'undecided'),
    "seq" BIGINT NOT NULL,
    "confidence" INTEGER CHECK ("confidence" BETWEEN 1 AND 5),
    "reason" TEXT,
    "creditRebuttal" TEXT,
    "creditSide" TEXT CHECK ("creditSide" = 'for' OR "creditSide" = 'against'),
    "creditParagraph" INTEGER,
    "creditWithout" TEXT CHECK ("creditWithout" = 'for' OR "creditWithout" = 'against' OR "creditWithout" = 'undecided'),
    "creditWhy" TEXT,
    "castAt" BIGINT NOT NULL,
    "understanding" INTEGER CHECK ("understanding" BETWEEN 1 AND 5),
    "respect" INTEGER CHECK ("respect" BETWEEN 1 AND 5),
    PRIMARY KEY ("participantId", "round"),
    CONSTRAINT "ballot_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ballot_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "ballot_sessionId_round_choice_idx" ON "ballot"("sessionId", "round", "choice");

CREATE TABLE "guess" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "share" INTEGER NOT NULL CHECK ("share" BETWEEN 0 AND 100),
    CONSTRAINT "guess_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "guess_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "guess_sessionId_idx" ON "guess"("sessionId");

CREATE TABLE "comprehension" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    CONSTRAINT "comprehension_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "comprehension_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "comprehension_sessionId_idx" ON "comprehension"("sessionId");

CREATE TABLE "exit_ticket" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "moved" TEXT,
    "doubt" TEXT,
    "reading" TEXT,
    CONSTRAINT "exit_ticket_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "exit_ticket_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "exit_ticket_sessionId_idx" ON "exit_ticket"("sessionId");

CREATE TABLE "speech" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "side" TEXT NOT NULL CHECK ("side" IN ('for', 'against')),
    "number" INTEGER NOT NULL,
    "startedAt" BIGINT,
    CONSTRAINT "speech_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "speech_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "speech_participantId_key" ON "speech"("participantId");
CREATE INDEX "speech_sessionId_idx" ON "speech"("sessionId");

CREATE TABLE "unclear" (
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "side" TEXT NOT NULL CHECK ("side" = 'for' OR "side" = 'against'),
    "n" INTEGER NOT NULL,
    "sentence" INTEGER NOT NULL,
    PRIMARY KEY ("participantId", "side", "n", "sentence"),
    CONSTRAINT "unclear_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "unclear_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "unclear_sessionId_idx" ON "unclear"("sessionId");

CREATE TABLE "pair_seat" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "groupId" TEXT,
    "tableNumber" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "since" BIGINT NOT NULL,
    CONSTRAINT "pair_seat_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "pair_seat_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "pair_seat_sessionId_idx" ON "pair_seat"("sessionId");
CREATE INDEX "pair_seat_groupId_idx" ON "pair_seat"("groupId");

CREATE TABLE "pair_line" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL CHECK ("status" = 'published' OR "status" = 'pending' OR "status" = 'hidden'),
    "at" BIGINT NOT NULL,
    CONSTRAINT "pair_line_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "pair_line_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "pair_line_groupId_idx" ON "pair_line"("groupId");
CREATE INDEX "pair_line_participantId_idx" ON "pair_line"("participantId");
CREATE INDEX "pair_line_sessionId_at_idx" ON "pair_line"("sessionId", "at");

CREATE TABLE "steelman" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "side" TEXT NOT NULL CHECK ("side" = 'for' OR "side" = 'against'),
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL CHECK ("status" = 'published' OR "status" = 'pending' OR "status" = 'hidden'),
    "at" BIGINT NOT NULL,
    "given" INTEGER NOT NULL DEFAULT 0,
    "rated" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "steelman_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "steelman_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "steelman_participantId_key" ON "steelman"("participantId");
CREATE INDEX "steelman_sessionId_side_given_idx" ON "steelman"("sessionId", "side", "given");
CREATE INDEX "steelman_sessionId_at_id_idx" ON "steelman"("sessionId", "at", "id");

CREATE TABLE "steelman_rating" (
    "steelmanId" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "fair" BOOLEAN,
    "why" TEXT,
    "whyHeld" BOOLEAN NOT NULL DEFAULT false,
    "at" BIGINT NOT NULL,
    PRIMARY KEY ("steelmanId", "participantId"),
    CONSTRAINT "steelman_rating_steelmanId_fkey" FOREIGN KEY ("steelmanId") REFERENCES "steelman" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "steelman_rating_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "steelman_rating_participantId_idx" ON "steelman_rating"("participantId");

CREATE TABLE "rebuttal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "side" TEXT NOT NULL CHECK ("side" IN ('for','against')),
    "body" TEXT NOT NULL,
    "quoteSide" TEXT CHECK ("quoteSide" IN ('for','against')),
    "quoteN" INTEGER,
    "quoteExact" TEXT,
    "replyTo" TEXT,
    "source" TEXT,
    "status" TEXT NOT NULL CHECK ("status" IN ('published','pending','hidden')),
    "at" BIGINT NOT NULL,
    "changed" INTEGER NOT NULL,
    "decision" TEXT NOT NULL DEFAULT 'published' CHECK ("decision" = 'published' OR "decision" = 'pending' OR "decision" = 'hidden'),
    "downWithSeat" BOOLEAN NOT NULL DEFAULT false,
    "kind" TEXT CHECK ("kind" = 'evidence' OR "kind" = 'question' OR "kind" = 'concession' OR "kind" = 'counter'),
    "starter" TEXT CHECK ("starter" = 'concede' OR "starter" = 'evidence' OR "starter" = 'example' OR "starter" = 'build'),
    "editedAt" BIGINT,
    "mergedInto" TEXT,
    CONSTRAINT "rebuttal_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "rebuttal_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "rebuttal_sessionId_changed_idx" ON "rebuttal"("sessionId", "changed");
CREATE INDEX "rebuttal_participantId_idx" ON "rebuttal"("participantId");
CREATE INDEX "rebuttal_sessionId_status_idx" ON "rebuttal"("sessionId", "status");
CREATE INDEX "rebuttal_sessionId_mergedInto_idx" ON "rebuttal"("sessionId", "mergedInto");

CREATE TABLE "withdrawn" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "changed" INTEGER NOT NULL,
    CONSTRAINT "withdrawn_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "withdrawn_sessionId_idx" ON "withdrawn"("sessionId");

CREATE TABLE "endorsement" (
    "participantId" TEXT NOT NULL,
    "rebuttalId" TEXT NOT NULL,
    "at" BIGINT,
    PRIMARY KEY ("rebuttalId", "participantId"),
    CONSTRAINT "endorsement_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "endorsement_rebuttalId_fkey" FOREIGN KEY ("rebuttalId") REFERENCES "rebuttal" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "endorsement_participantId_idx" ON "endorsement"("participantId");

CREATE TABLE "exposure" (
    "participantId" TEXT NOT NULL,
    "rebuttalId" TEXT NOT NULL,
    PRIMARY KEY ("rebuttalId", "participantId"),
    CONSTRAINT "exposure_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "exposure_rebuttalId_fkey" FOREIGN KEY ("rebuttalId") REFERENCES "rebuttal" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "exposure_participantId_idx" ON "exposure"("participantId");

CREATE TABLE "report" (
    "participantId" TEXT NOT NULL,
    "rebuttalId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "settled" BOOLEAN NOT NULL DEFAULT false,
    "settledBy" INTEGER,
    PRIMARY KEY ("rebuttalId", "participantId"),
    CONSTRAINT "report_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "report_rebuttalId_fkey" FOREIGN KEY ("rebuttalId") REFERENCES "rebuttal" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "report_participantId_idx" ON "report"("participantId");

CREATE TABLE "event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sessionId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "was" TEXT,
    "count" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "event_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "event_sessionId_idx" ON "event"("sessionId");
CREATE INDEX "event_sessionId_detail_idx" ON "event"("sessionId", "detail");
