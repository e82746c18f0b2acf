-- AlterTable
ALTER TABLE "instructor" ADD COLUMN     "lockedAt" BIGINT,
ADD COLUMN     "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "setup" ADD COLUMN     "secondFactorSince" BIGINT;

-- AlterTable
ALTER TABLE "class" ADD COLUMN     "rosterId" TEXT;

-- CreateTable
CREATE TABLE "two_factor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failedVerificationCount" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMP(3),

    CONSTRAINT "two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_platform" (
    "id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "authorizationEndpoint" TEXT NOT NULL,
    "tokenEndpoint" TEXT NOT NULL,
    "jwksUri" TEXT NOT NULL,
    "sites" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "lti_platform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_deployment" (
    "platformId" TEXT NOT NULL,
    "deploymentId" TEXT NOT NULL,

    CONSTRAINT "lti_deployment_pkey" PRIMARY KEY ("platformId","deploymentId")
);

-- CreateTable
CREATE TABLE "lti_key" (
    "id" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "lti_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_registration" (
    "tokenHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT,

    CONSTRAINT "lti_registration_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "lti_nonce" (
    "nonceHash" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,

    CONSTRAINT "lti_nonce_pkey" PRIMARY KEY ("nonceHash")
);

-- CreateTable
CREATE TABLE "lti_item" (
    "id" TEXT NOT NULL,
    "instructorId" TEXT NOT NULL,
    "platformId" TEXT NOT NULL,
    "deploymentId" TEXT NOT NULL,
    "contextId" TEXT,
    "content" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "lti_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_link" (
    "id" TEXT NOT NULL,
    "platformId" TEXT NOT NULL,
    "deploymentId" TEXT NOT NULL,
    "resourceLinkId" TEXT NOT NULL,
    "title" TEXT,
    "contextId" TEXT,
    "contextTitle" TEXT,
    "sessionId" TEXT,
    "openedAt" BIGINT,
    "instructorId" TEXT,
    "lineItem" TEXT,
    "lineItems" TEXT,
    "memberships" TEXT,

    CONSTRAINT "lti_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_account" (
    "platformId" TEXT NOT NULL,
    "sub" TEXT NOT NULL,
    "instructorId" TEXT NOT NULL,
    "linkedAt" BIGINT NOT NULL,

    CONSTRAINT "lti_account_pkey" PRIMARY KEY ("platformId","sub")
);

-- CreateTable
CREATE TABLE "lti_student" (
    "studentId" TEXT NOT NULL,
    "platformId" TEXT NOT NULL,
    "sub" TEXT NOT NULL,

    CONSTRAINT "lti_student_pkey" PRIMARY KEY ("studentId")
);

-- CreateTable
CREATE TABLE "lti_seat" (
    "participantId" TEXT NOT NULL,
    "linkId" TEXT NOT NULL,
    "sub" TEXT NOT NULL,
    "gradedAt" BIGINT,
    "lineItem" TEXT,

    CONSTRAINT "lti_seat_pkey" PRIMARY KEY ("participantId")
);

-- CreateTable
CREATE TABLE "lti_clearing" (
    "id" TEXT NOT NULL,
    "platformId" TEXT NOT NULL,
    "lineItem" TEXT NOT NULL,
    "sub" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "lti_clearing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "two_factor_userId_key" ON "two_factor"("userId");

-- CreateIndex
CREATE INDEX "two_factor_secret_idx" ON "two_factor"("secret");

-- CreateIndex
CREATE UNIQUE INDEX "lti_platform_issuer_clientId_key" ON "lti_platform"("issuer", "clientId");

-- CreateIndex
CREATE INDEX "lti_nonce_expiresAt_idx" ON "lti_nonce"("expiresAt");

-- CreateIndex
CREATE INDEX "lti_item_instructorId_idx" ON "lti_item"("instructorId");

-- CreateIndex
CREATE INDEX "lti_item_platformId_idx" ON "lti_item"("platformId");

-- CreateIndex
CREATE INDEX "lti_link_sessionId_idx" ON "lti_link"("sessionId");

-- CreateIndex
CREATE INDEX "lti_link_instructorId_idx" ON "lti_link"("instructorId");

-- CreateIndex
CREATE UNIQUE INDEX "lti_link_platformId_deploymentId_resourceLinkId_key" ON "lti_link"("platformId", "deploymentId", "resourceLinkId");

-- CreateIndex
CREATE INDEX "lti_account_instructorId_idx" ON "lti_account"("instructorId");

-- CreateIndex
CREATE INDEX "lti_student_platformId_sub_idx" ON "lti_student"("platformId", "sub");

-- CreateIndex
CREATE INDEX "lti_seat_linkId_idx" ON "lti_seat"("linkId");

-- CreateIndex
CREATE INDEX "lti_clearing_platformId_idx" ON "lti_clearing"("platformId");

-- CreateIndex
CREATE INDEX "class_rosterId_idx" ON "class"("rosterId");

-- AddForeignKey
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "instructor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class" ADD CONSTRAINT "class_rosterId_fkey" FOREIGN KEY ("rosterId") REFERENCES "lti_link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_deployment" ADD CONSTRAINT "lti_deployment_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_item" ADD CONSTRAINT "lti_item_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "instructor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_item" ADD CONSTRAINT "lti_item_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_link" ADD CONSTRAINT "lti_link_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_link" ADD CONSTRAINT "lti_link_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_link" ADD CONSTRAINT "lti_link_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "instructor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_account" ADD CONSTRAINT "lti_account_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_account" ADD CONSTRAINT "lti_account_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "instructor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_student" ADD CONSTRAINT "lti_student_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "class_student"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_student" ADD CONSTRAINT "lti_student_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_seat" ADD CONSTRAINT "lti_seat_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_seat" ADD CONSTRAINT "lti_seat_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "lti_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_clearing" ADD CONSTRAINT "lti_clearing_platformId_fkey" FOREIGN KEY ("platformId") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;
