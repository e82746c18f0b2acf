-- CreateTable
CREATE TABLE "pair_request" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    "partnerId" TEXT,
    "state" TEXT NOT NULL CHECK ("state" = 'waiting' OR "state" = 'here' OR "state" = 'there' OR "state" = 'over'),
    "at" BIGINT NOT NULL,
    CONSTRAINT "pair_request_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "pair_request_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "participant" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "pair_request_partnerId_idx" ON "pair_request"("partnerId");
