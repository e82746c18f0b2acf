-- CreateTable
CREATE TABLE "pass" (
    "sessionId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    PRIMARY KEY ("sessionId", "code"),
    CONSTRAINT "pass_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
