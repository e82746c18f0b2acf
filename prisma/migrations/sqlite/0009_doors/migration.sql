-- CreateTable
CREATE TABLE "sign_in_code" (
    "instructorId" TEXT NOT NULL PRIMARY KEY,
    "codeHash" TEXT NOT NULL,
    "signInId" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    CONSTRAINT "sign_in_code_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "sign_in_code_signInId_fkey" FOREIGN KEY ("signInId") REFERENCES "sign_in" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "setup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deleted" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_code_codeHash_key" ON "sign_in_code"("codeHash");

-- CreateIndex
CREATE INDEX "sign_in_code_signInId_idx" ON "sign_in_code"("signInId");
