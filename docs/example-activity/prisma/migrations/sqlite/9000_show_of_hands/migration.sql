-- CreateTable
CREATE TABLE "hand" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    CONSTRAINT "hand_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
