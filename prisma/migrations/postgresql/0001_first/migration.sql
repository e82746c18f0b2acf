-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "instructor" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "instructor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debate" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,

    CONSTRAINT "debate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'lobby' CHECK ("phase" IN ('lobby','before','reading','reading-vote','rebuttal','after','results','closed')),
    "version" INTEGER NOT NULL DEFAULT 1,
    "phaseVersion" INTEGER NOT NULL DEFAULT 1,
    "phaseEndsAt" BIGINT,
    "timerCloses" BOOLEAN NOT NULL DEFAULT false,
    "locked" BOOLEAN NOT NULL DEFAULT false,
    "revealed" BOOLEAN NOT NULL DEFAULT false,
    "spotlight" TEXT,
    "screenKey" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "closedAt" BIGINT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "frozen_debate" (
    "sessionId" TEXT NOT NULL,
    "resolution" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "frozen_debate_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "realName" TEXT,
    "joinedAt" BIGINT NOT NULL,
    "removedAt" BIGINT,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot" (
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "round" TEXT NOT NULL CHECK ("round" IN ('before','reading','after')),
    "choice" TEXT NOT NULL CHECK ("choice" IN ('for','against','undecided')),
    "seq" BIGINT NOT NULL,
    "confidence" INTEGER CHECK ("confidence" BETWEEN 1 AND 5),
    "reason" TEXT,
    "creditRebuttal" TEXT,
    "creditSide" TEXT CHECK ("creditSide" IN ('for','against')),
    "creditParagraph" INTEGER,
    "creditWithout" TEXT CHECK ("creditWithout" IN ('for','against','undecided')),
    "creditWhy" TEXT,
    "castAt" BIGINT NOT NULL,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("participantId","round")
);

-- CreateTable
CREATE TABLE "rebuttal" (
    "id" TEXT NOT NULL,
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

    CONSTRAINT "rebuttal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endorsement" (
    "participantId" TEXT NOT NULL,
    "rebuttalId" TEXT NOT NULL,

    CONSTRAINT "endorsement_pkey" PRIMARY KEY ("rebuttalId","participantId")
);

-- CreateTable
CREATE TABLE "exposure" (
    "participantId" TEXT NOT NULL,
    "rebuttalId" TEXT NOT NULL,

    CONSTRAINT "exposure_pkey" PRIMARY KEY ("rebuttalId","participantId")
);

-- CreateTable
CREATE TABLE "report" (
    "participantId" TEXT NOT NULL,
    "rebuttalId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "settled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "report_pkey" PRIMARY KEY ("rebuttalId","participantId")
);

-- CreateTable
CREATE TABLE "event" (
    "id" SERIAL NOT NULL,
    "sessionId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "instructor_email_key" ON "instructor"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_key" ON "sign_in"("token");

-- CreateIndex
CREATE INDEX "sign_in_userId_idx" ON "sign_in"("userId");

-- CreateIndex
CREATE INDEX "credential_userId_idx" ON "credential"("userId");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "debate_ownerId_idx" ON "debate"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "session_code_key" ON "session"("code");

-- CreateIndex
CREATE INDEX "session_hostId_createdAt_idx" ON "session"("hostId", "createdAt");

-- CreateIndex
CREATE INDEX "participant_sessionId_removedAt_idx" ON "participant"("sessionId", "removedAt");

-- CreateIndex
CREATE UNIQUE INDEX "participant_sessionId_name_key" ON "participant"("sessionId", "name");

-- CreateIndex
CREATE INDEX "ballot_sessionId_round_choice_idx" ON "ballot"("sessionId", "round", "choice");

-- CreateIndex
CREATE INDEX "rebuttal_sessionId_changed_idx" ON "rebuttal"("sessionId", "changed");

-- CreateIndex
CREATE INDEX "rebuttal_participantId_idx" ON "rebuttal"("participantId");

-- CreateIndex
CREATE INDEX "endorsement_participantId_idx" ON "endorsement"("participantId");

-- CreateIndex
CREATE INDEX "exposure_participantId_idx" ON "exposure"("participantId");

-- CreateIndex
CREATE INDEX "report_participantId_idx" ON "report"("participantId");

-- CreateIndex
CREATE INDEX "event_sessionId_idx" ON "event"("sessionId");

-- AddForeignKey
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_userId_fkey" FOREIGN KEY ("userId") REFERENCES "instructor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "instructor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate" ADD CONSTRAINT "debate_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "instructor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "instructor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "frozen_debate" ADD CONSTRAINT "frozen_debate_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebuttal" ADD CONSTRAINT "rebuttal_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebuttal" ADD CONSTRAINT "rebuttal_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endorsement" ADD CONSTRAINT "endorsement_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endorsement" ADD CONSTRAINT "endorsement_rebuttalId_fkey" FOREIGN KEY ("rebuttalId") REFERENCES "rebuttal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exposure" ADD CONSTRAINT "exposure_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exposure" ADD CONSTRAINT "exposure_rebuttalId_fkey" FOREIGN KEY ("rebuttalId") REFERENCES "rebuttal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_rebuttalId_fkey" FOREIGN KEY ("rebuttalId") REFERENCES "rebuttal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
