-- RedefineTables: with row ids, ballots that are stored together lie together. Sorted by their seats, whose ids are random, each group
-- of votes wrote most of the table's pages to the journal. In a transaction, so that a power cut in between leaves the old table.
PRAGMA foreign_keys=OFF;
BEGIN;
CREATE TABLE "new_ballot" (
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
INSERT INTO "new_ballot" ("participantId", "sessionId", "round", "choice", "seq", "confidence", "reason", "creditRebuttal", "creditSide", "creditParagraph", "creditWithout", "creditWhy", "castAt", "understanding", "respect")
SELECT "participantId", "sessionId", "round", "choice", "seq", "confidence", "reason", "creditRebuttal", "creditSide", "creditParagraph", "creditWithout", "creditWhy", "castAt", "understanding", "respect" FROM "ballot" ORDER BY "sessionId", "round", "castAt";
DROP TABLE "ballot";
ALTER TABLE "new_ballot" RENAME TO "ballot";
CREATE INDEX "ballot_sessionId_round_choice_idx" ON "ballot"("sessionId", "round", "choice");
COMMIT;
PRAGMA foreign_keys=ON;
