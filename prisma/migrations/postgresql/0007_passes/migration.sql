-- CreateTable
CREATE TABLE "pass" (
    "sessionId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "pass_pkey" PRIMARY KEY ("sessionId","code")
);

-- AddForeignKey
ALTER TABLE "pass" ADD CONSTRAINT "pass_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
