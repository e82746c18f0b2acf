-- A CHECK with IN builds a table of its own at each run of a statement, which cost eight times the storing of a ballot.
CREATE TABLE "new_ballot" (
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "round" TEXT NOT NULL CHECK ("round" = 'before' OR "round" = 'reading' OR "round" = 'after'),
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

    PRIMARY KEY ("participantId", "round"),
    CONSTRAINT "ballot_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ballot_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

INSERT INTO "new_ballot" SELECT * FROM "ballot";

DROP TABLE "ballot";

ALTER TABLE "new_ballot" RENAME TO "ballot";

-- CreateIndex
CREATE INDEX "ballot_sessionId_round_choice_idx" ON "ballot"("sessionId", "round", "choice");
