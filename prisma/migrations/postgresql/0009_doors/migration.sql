-- CreateTable
CREATE TABLE "sign_in_code" (
    "instructorId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "signInId" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("instructorId")
);

-- CreateTable
CREATE TABLE "setup" (
    "id" TEXT NOT NULL,
    "deleted" INTEGER NOT NULL,

    CONSTRAINT "setup_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_code_codeHash_key" ON "sign_in_code"("codeHash");

-- CreateIndex
CREATE INDEX "sign_in_code_signInId_idx" ON "sign_in_code"("signInId");

-- AddForeignKey
ALTER TABLE "sign_in_code" ADD CONSTRAINT "sign_in_code_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "instructor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_code" ADD CONSTRAINT "sign_in_code_signInId_fkey" FOREIGN KEY ("signInId") REFERENCES "sign_in"("id") ON DELETE CASCADE ON UPDATE CASCADE;
