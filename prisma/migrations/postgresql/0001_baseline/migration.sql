-- The schema of version 1.0.0. The versions before had 21 migrations for it; prisma/migrate.ts puts this one in their place.

CREATE TABLE instructor (
    id text NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    "emailVerified" boolean DEFAULT false NOT NULL,
    image text,
    "createdAt" timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp(3) without time zone NOT NULL,
    "helperId" text,
    language text,
    CONSTRAINT instructor_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX instructor_email_key ON instructor (email);
CREATE INDEX "instructor_helperId_idx" ON instructor ("helperId");

CREATE TABLE sign_in (
    id text NOT NULL,
    "expiresAt" timestamp(3) without time zone NOT NULL,
    token text NOT NULL,
    "createdAt" timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp(3) without time zone NOT NULL,
    "ipAddress" text,
    "userAgent" text,
    "userId" text NOT NULL,
    CONSTRAINT sign_in_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX sign_in_token_key ON sign_in (token);
CREATE INDEX "sign_in_userId_idx" ON sign_in ("userId");

CREATE TABLE sign_in_code (
    "instructorId" text NOT NULL,
    "codeHash" text NOT NULL,
    "signInId" text NOT NULL,
    "expiresAt" bigint NOT NULL,
    CONSTRAINT sign_in_code_pkey PRIMARY KEY ("instructorId")
);
CREATE UNIQUE INDEX "sign_in_code_codeHash_key" ON sign_in_code ("codeHash");
CREATE INDEX "sign_in_code_signInId_idx" ON sign_in_code ("signInId");

CREATE TABLE setup (
    id text NOT NULL,
    deleted integer NOT NULL,
    CONSTRAINT setup_pkey PRIMARY KEY (id)
);

CREATE TABLE credential (
    id text NOT NULL,
    "accountId" text NOT NULL,
    "providerId" text NOT NULL,
    "userId" text NOT NULL,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamp(3) without time zone,
    "refreshTokenExpiresAt" timestamp(3) without time zone,
    scope text,
    password text,
    "createdAt" timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp(3) without time zone NOT NULL,
    CONSTRAINT credential_pkey PRIMARY KEY (id)
);
CREATE INDEX "credential_userId_idx" ON credential ("userId");

CREATE TABLE verification (
    id text NOT NULL,
    identifier text NOT NULL,
    value text NOT NULL,
    "expiresAt" timestamp(3) without time zone NOT NULL,
    "createdAt" timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier_idx ON verification (identifier);

CREATE TABLE invitation (
    id text NOT NULL,
    "tokenHash" text NOT NULL,
    note text,
    "inviterId" text NOT NULL,
    "createdAt" bigint NOT NULL,
    "expiresAt" bigint NOT NULL,
    "usedAt" bigint,
    CONSTRAINT invitation_pkey PRIMARY KEY (id)
);
CREATE INDEX "invitation_inviterId_idx" ON invitation ("inviterId");
CREATE UNIQUE INDEX "invitation_tokenHash_key" ON invitation ("tokenHash");

CREATE TABLE debate (
    id text NOT NULL,
    "ownerId" text NOT NULL,
    content text NOT NULL,
    "createdAt" bigint NOT NULL,
    "updatedAt" bigint NOT NULL,
    "archivedAt" bigint,
    "isDraft" boolean DEFAULT false NOT NULL,
    listing text,
    searched text,
    sharing text DEFAULT 'none' NOT NULL,
    CONSTRAINT debate_sharing_check CHECK ((sharing IN ('none', 'read', 'copy', 'edit'))),
    CONSTRAINT debate_pkey PRIMARY KEY (id)
);
CREATE INDEX "debate_ownerId_idx" ON debate ("ownerId");

CREATE TABLE debate_share (
    "debateId" text NOT NULL,
    "instructorId" text NOT NULL,
    "right" text NOT NULL,
    CONSTRAINT debate_share_right_check CHECK (("right" IN ('read', 'copy', 'edit'))),
    CONSTRAINT debate_share_pkey PRIMARY KEY ("debateId", "instructorId")
);
CREATE INDEX "debate_share_instructorId_idx" ON debate_share ("instructorId");

CREATE TABLE debate_version (
    "debateId" text NOT NULL,
    version text NOT NULL,
    content text NOT NULL,
    "savedAt" bigint NOT NULL,
    "savedBy" text NOT NULL,
    CONSTRAINT debate_version_pkey PRIMARY KEY ("debateId", version)
);

CREATE TABLE debate_source (
    "debateId" text NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT debate_source_pkey PRIMARY KEY ("debateId")
);

CREATE TABLE template (
    id text NOT NULL,
    "instructorId" text NOT NULL,
    name text NOT NULL,
    content text NOT NULL,
    "createdAt" bigint NOT NULL,
    CONSTRAINT template_pkey PRIMARY KEY (id)
);
CREATE INDEX "template_instructorId_idx" ON template ("instructorId");

CREATE TABLE session (
    id text NOT NULL,
    code text NOT NULL,
    "hostId" text NOT NULL,
    settings text NOT NULL,
    phase text DEFAULT 'lobby' NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    "phaseVersion" integer DEFAULT 1 NOT NULL,
    "phaseEndsAt" bigint,
    "timerCloses" boolean DEFAULT false NOT NULL,
    locked boolean DEFAULT false NOT NULL,
    revealed boolean DEFAULT false NOT NULL,
    spotlight text,
    "screenKey" text NOT NULL,
    "createdAt" bigint NOT NULL,
    "closedAt" bigint,
    "assistantKey" text,
    "resultsKept" boolean DEFAULT false NOT NULL,
    "resultsKey" text,
    step text,
    opened boolean DEFAULT false NOT NULL,
    "resultsVersion" integer DEFAULT 0 NOT NULL,
    "opensAt" bigint,
    schedule text,
    joins integer DEFAULT 0 NOT NULL,
    CONSTRAINT session_phase_check CHECK (((phase = 'lobby'::text) OR (phase = 'before'::text) OR (phase = 'reading'::text) OR (phase = 'reading-vote'::text) OR (phase = 'rebuttal'::text) OR (phase = 'pairs'::text) OR (phase = 'after'::text) OR (phase = 'steelman'::text) OR (phase = 'results'::text) OR (phase = 'closed'::text) OR (phase = 'later'::text) OR (phase = 'later-closed'::text))),
    CONSTRAINT session_step_check CHECK ((step IN ('covered', 'guess', 'before', 'flow', 'verdict', 'chance', 'moved', 'open'))),
    CONSTRAINT session_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX session_code_key ON session (code);
CREATE INDEX "session_hostId_createdAt_idx" ON session ("hostId", "createdAt");

CREATE TABLE frozen_debate (
    "sessionId" text NOT NULL,
    resolution text NOT NULL,
    content text NOT NULL,
    "debateId" text,
    "debateVersion" text,
    CONSTRAINT frozen_debate_pkey PRIMARY KEY ("sessionId")
);
CREATE INDEX "frozen_debate_debateId_idx" ON frozen_debate ("debateId");

CREATE TABLE class_result (
    "sessionId" text NOT NULL,
    content text NOT NULL,
    CONSTRAINT class_result_pkey PRIMARY KEY ("sessionId")
);

CREATE TABLE note (
    "sessionId" text NOT NULL,
    text text NOT NULL,
    CONSTRAINT note_pkey PRIMARY KEY ("sessionId")
);

CREATE TABLE pick (
    "sessionId" text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT pick_pkey PRIMARY KEY ("sessionId", reason)
);

CREATE TABLE pass (
    "sessionId" text NOT NULL,
    code text NOT NULL,
    "createdAt" bigint NOT NULL,
    CONSTRAINT pass_pkey PRIMARY KEY ("sessionId", code)
);

CREATE TABLE participant (
    id text NOT NULL,
    "sessionId" text NOT NULL,
    name text NOT NULL,
    "realName" text,
    "joinedAt" bigint NOT NULL,
    "removedAt" bigint,
    "nameKey" text,
    "claimHash" text,
    "wordsDeletedAt" bigint,
    "onPaper" boolean DEFAULT false NOT NULL,
    "firstSide" text,
    "readBoth" boolean DEFAULT false NOT NULL,
    starters boolean,
    withdrawn integer DEFAULT 0 NOT NULL,
    CONSTRAINT "participant_firstSide_check" CHECK ((("firstSide" = 'for'::text) OR ("firstSide" = 'against'::text))),
    CONSTRAINT participant_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "participant_sessionId_nameKey_key" ON participant ("sessionId", "nameKey");
CREATE UNIQUE INDEX "participant_sessionId_name_key" ON participant ("sessionId", name);
CREATE INDEX "participant_sessionId_removedAt_idx" ON participant ("sessionId", "removedAt");

CREATE TABLE ballot (
    "participantId" text NOT NULL,
    "sessionId" text NOT NULL,
    round text NOT NULL,
    choice text NOT NULL,
    seq bigint NOT NULL,
    confidence integer,
    reason text,
    "creditRebuttal" text,
    "creditSide" text,
    "creditParagraph" integer,
    "creditWithout" text,
    "creditWhy" text,
    "castAt" bigint NOT NULL,
    respect integer,
    understanding integer,
    CONSTRAINT ballot_choice_check CHECK ((choice IN ('for', 'against', 'undecided'))),
    CONSTRAINT ballot_confidence_check CHECK (((confidence >= 1) AND (confidence <= 5))),
    CONSTRAINT "ballot_creditSide_check" CHECK (("creditSide" IN ('for', 'against'))),
    CONSTRAINT "ballot_creditWithout_check" CHECK (("creditWithout" IN ('for', 'against', 'undecided'))),
    CONSTRAINT ballot_respect_check CHECK (((respect >= 1) AND (respect <= 5))),
    CONSTRAINT ballot_round_check CHECK ((round IN ('before', 'reading', 'after', 'later'))),
    CONSTRAINT ballot_understanding_check CHECK (((understanding >= 1) AND (understanding <= 5))),
    CONSTRAINT ballot_pkey PRIMARY KEY ("participantId", round)
);
CREATE INDEX "ballot_sessionId_round_choice_idx" ON ballot ("sessionId", round, choice);

CREATE TABLE guess (
    "participantId" text NOT NULL,
    "sessionId" text NOT NULL,
    share integer NOT NULL,
    CONSTRAINT guess_share_check CHECK (((share >= 0) AND (share <= 100))),
    CONSTRAINT guess_pkey PRIMARY KEY ("participantId")
);
CREATE INDEX "guess_sessionId_idx" ON guess ("sessionId");

CREATE TABLE comprehension (
    "participantId" text NOT NULL,
    "sessionId" text NOT NULL,
    answers text NOT NULL,
    CONSTRAINT comprehension_pkey PRIMARY KEY ("participantId")
);
CREATE INDEX "comprehension_sessionId_idx" ON comprehension ("sessionId");

CREATE TABLE exit_ticket (
    "participantId" text NOT NULL,
    "sessionId" text NOT NULL,
    moved text,
    doubt text,
    reading text,
    CONSTRAINT exit_ticket_pkey PRIMARY KEY ("participantId")
);
CREATE INDEX "exit_ticket_sessionId_idx" ON exit_ticket ("sessionId");

CREATE TABLE speech (
    id text NOT NULL,
    "participantId" text NOT NULL,
    "sessionId" text NOT NULL,
    side text NOT NULL,
    number integer NOT NULL,
    "startedAt" bigint,
    CONSTRAINT speech_side_check CHECK ((side IN ('for', 'against'))),
    CONSTRAINT speech_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "speech_participantId_key" ON speech ("participantId");
CREATE INDEX "speech_sessionId_idx" ON speech ("sessionId");

CREATE TABLE unclear (
    "participantId" text NOT NULL,
    "sessionId" text NOT NULL,
    side text NOT NULL,
    n integer NOT NULL,
    sentence integer NOT NULL,
    CONSTRAINT unclear_side_check CHECK (((side = 'for'::text) OR (side = 'against'::text))),
    CONSTRAINT unclear_pkey PRIMARY KEY ("participantId", side, n, sentence)
);
CREATE INDEX "unclear_sessionId_idx" ON unclear ("sessionId");

CREATE TABLE pair_seat (
    "participantId" text NOT NULL,
    "sessionId" text NOT NULL,
    "groupId" text,
    "tableNumber" integer NOT NULL,
    place integer NOT NULL,
    since bigint NOT NULL,
    CONSTRAINT pair_seat_pkey PRIMARY KEY ("participantId")
);
CREATE INDEX "pair_seat_groupId_idx" ON pair_seat ("groupId");
CREATE INDEX "pair_seat_sessionId_idx" ON pair_seat ("sessionId");

CREATE TABLE pair_line (
    id text NOT NULL,
    "sessionId" text NOT NULL,
    "participantId" text NOT NULL,
    "groupId" text NOT NULL,
    body text NOT NULL,
    status text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pair_line_status_check CHECK (((status = 'published'::text) OR (status = 'pending'::text) OR (status = 'hidden'::text))),
    CONSTRAINT pair_line_pkey PRIMARY KEY (id)
);
CREATE INDEX "pair_line_groupId_idx" ON pair_line ("groupId");
CREATE INDEX "pair_line_participantId_idx" ON pair_line ("participantId");
CREATE INDEX "pair_line_sessionId_at_idx" ON pair_line ("sessionId", at);

CREATE TABLE steelman (
    id text NOT NULL,
    "participantId" text NOT NULL,
    "sessionId" text NOT NULL,
    side text NOT NULL,
    body text NOT NULL,
    status text NOT NULL,
    at bigint NOT NULL,
    given integer DEFAULT 0 NOT NULL,
    rated integer DEFAULT 0 NOT NULL,
    CONSTRAINT steelman_side_check CHECK (((side = 'for'::text) OR (side = 'against'::text))),
    CONSTRAINT steelman_status_check CHECK (((status = 'published'::text) OR (status = 'pending'::text) OR (status = 'hidden'::text))),
    CONSTRAINT steelman_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "steelman_participantId_key" ON steelman ("participantId");
CREATE INDEX "steelman_sessionId_at_id_idx" ON steelman ("sessionId", at, id);
CREATE INDEX "steelman_sessionId_side_given_idx" ON steelman ("sessionId", side, given);

CREATE TABLE steelman_rating (
    "steelmanId" text NOT NULL,
    "participantId" text NOT NULL,
    fair boolean,
    why text,
    "whyHeld" boolean DEFAULT false NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT steelman_rating_pkey PRIMARY KEY ("steelmanId", "participantId")
);
CREATE INDEX "steelman_rating_participantId_idx" ON steelman_rating ("participantId");

CREATE TABLE rebuttal (
    id text NOT NULL,
    "sessionId" text NOT NULL,
    "participantId" text NOT NULL,
    side text NOT NULL,
    body text NOT NULL,
    "quoteSide" text,
    "quoteN" integer,
    "quoteExact" text,
    "replyTo" text,
    source text,
    status text NOT NULL,
    at bigint NOT NULL,
    changed integer NOT NULL,
    decision text DEFAULT 'published' NOT NULL,
    "downWithSeat" boolean DEFAULT false NOT NULL,
    kind text,
    starter text,
    "editedAt" bigint,
    "mergedInto" text,
    CONSTRAINT rebuttal_decision_check CHECK (((decision = 'published'::text) OR (decision = 'pending'::text) OR (decision = 'hidden'::text))),
    CONSTRAINT rebuttal_kind_check CHECK (((kind = 'evidence'::text) OR (kind = 'question'::text) OR (kind = 'concession'::text) OR (kind = 'counter'::text))),
    CONSTRAINT "rebuttal_quoteSide_check" CHECK (("quoteSide" IN ('for', 'against'))),
    CONSTRAINT rebuttal_side_check CHECK ((side IN ('for', 'against'))),
    CONSTRAINT rebuttal_starter_check CHECK (((starter = 'concede'::text) OR (starter = 'evidence'::text) OR (starter = 'example'::text) OR (starter = 'build'::text))),
    CONSTRAINT rebuttal_status_check CHECK ((status IN ('published', 'pending', 'hidden'))),
    CONSTRAINT rebuttal_pkey PRIMARY KEY (id)
);
CREATE INDEX "rebuttal_participantId_idx" ON rebuttal ("participantId");
CREATE INDEX "rebuttal_sessionId_changed_idx" ON rebuttal ("sessionId", changed);
CREATE INDEX "rebuttal_sessionId_mergedInto_idx" ON rebuttal ("sessionId", "mergedInto");
CREATE INDEX "rebuttal_sessionId_status_idx" ON rebuttal ("sessionId", status);

CREATE TABLE withdrawn (
    id text NOT NULL,
    "sessionId" text NOT NULL,
    changed integer NOT NULL,
    CONSTRAINT withdrawn_pkey PRIMARY KEY (id)
);
CREATE INDEX "withdrawn_sessionId_idx" ON withdrawn ("sessionId");

CREATE TABLE endorsement (
    "participantId" text NOT NULL,
    "rebuttalId" text NOT NULL,
    at bigint,
    CONSTRAINT endorsement_pkey PRIMARY KEY ("rebuttalId", "participantId")
);
CREATE INDEX "endorsement_participantId_idx" ON endorsement ("participantId");

CREATE TABLE exposure (
    "participantId" text NOT NULL,
    "rebuttalId" text NOT NULL,
    CONSTRAINT exposure_pkey PRIMARY KEY ("rebuttalId", "participantId")
);
CREATE INDEX "exposure_participantId_idx" ON exposure ("participantId");

CREATE TABLE report (
    "participantId" text NOT NULL,
    "rebuttalId" text NOT NULL,
    reason text NOT NULL,
    at bigint NOT NULL,
    settled boolean DEFAULT false NOT NULL,
    "settledBy" integer,
    CONSTRAINT report_pkey PRIMARY KEY ("rebuttalId", "participantId")
);
CREATE INDEX "report_participantId_idx" ON report ("participantId");

CREATE TABLE event (
    id serial NOT NULL,
    "sessionId" text NOT NULL,
    at bigint NOT NULL,
    actor text NOT NULL,
    kind text NOT NULL,
    detail text NOT NULL,
    was text,
    count integer DEFAULT 1 NOT NULL,
    CONSTRAINT event_pkey PRIMARY KEY (id)
);
CREATE INDEX "event_sessionId_detail_idx" ON event ("sessionId", detail);
CREATE INDEX "event_sessionId_idx" ON event ("sessionId");

ALTER TABLE instructor ADD CONSTRAINT "instructor_helperId_fkey" FOREIGN KEY ("helperId") REFERENCES instructor(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE sign_in ADD CONSTRAINT "sign_in_userId_fkey" FOREIGN KEY ("userId") REFERENCES instructor(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE sign_in_code ADD CONSTRAINT "sign_in_code_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES instructor(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE sign_in_code ADD CONSTRAINT "sign_in_code_signInId_fkey" FOREIGN KEY ("signInId") REFERENCES sign_in(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE credential ADD CONSTRAINT "credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES instructor(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE invitation ADD CONSTRAINT "invitation_inviterId_fkey" FOREIGN KEY ("inviterId") REFERENCES instructor(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE debate ADD CONSTRAINT "debate_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES instructor(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE debate_share ADD CONSTRAINT "debate_share_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES debate(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE debate_share ADD CONSTRAINT "debate_share_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES instructor(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE debate_version ADD CONSTRAINT "debate_version_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES debate(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE debate_source ADD CONSTRAINT "debate_source_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES debate(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE template ADD CONSTRAINT "template_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES instructor(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE session ADD CONSTRAINT "session_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES instructor(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE frozen_debate ADD CONSTRAINT "frozen_debate_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE class_result ADD CONSTRAINT "class_result_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE note ADD CONSTRAINT "note_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE pick ADD CONSTRAINT "pick_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE pass ADD CONSTRAINT "pass_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE participant ADD CONSTRAINT "participant_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ballot ADD CONSTRAINT "ballot_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ballot ADD CONSTRAINT "ballot_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE guess ADD CONSTRAINT "guess_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE guess ADD CONSTRAINT "guess_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE comprehension ADD CONSTRAINT "comprehension_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE comprehension ADD CONSTRAINT "comprehension_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE exit_ticket ADD CONSTRAINT "exit_ticket_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE exit_ticket ADD CONSTRAINT "exit_ticket_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE speech ADD CONSTRAINT "speech_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE speech ADD CONSTRAINT "speech_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE unclear ADD CONSTRAINT "unclear_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE unclear ADD CONSTRAINT "unclear_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE pair_seat ADD CONSTRAINT "pair_seat_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE pair_seat ADD CONSTRAINT "pair_seat_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE pair_line ADD CONSTRAINT "pair_line_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE pair_line ADD CONSTRAINT "pair_line_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE steelman ADD CONSTRAINT "steelman_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE steelman ADD CONSTRAINT "steelman_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE steelman_rating ADD CONSTRAINT "steelman_rating_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE steelman_rating ADD CONSTRAINT "steelman_rating_steelmanId_fkey" FOREIGN KEY ("steelmanId") REFERENCES steelman(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE rebuttal ADD CONSTRAINT "rebuttal_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE rebuttal ADD CONSTRAINT "rebuttal_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE withdrawn ADD CONSTRAINT "withdrawn_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE endorsement ADD CONSTRAINT "endorsement_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE endorsement ADD CONSTRAINT "endorsement_rebuttalId_fkey" FOREIGN KEY ("rebuttalId") REFERENCES rebuttal(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE exposure ADD CONSTRAINT "exposure_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE exposure ADD CONSTRAINT "exposure_rebuttalId_fkey" FOREIGN KEY ("rebuttalId") REFERENCES rebuttal(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE report ADD CONSTRAINT "report_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES participant(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE report ADD CONSTRAINT "report_rebuttalId_fkey" FOREIGN KEY ("rebuttalId") REFERENCES rebuttal(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE event ADD CONSTRAINT "event_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES session(id) ON UPDATE CASCADE ON DELETE CASCADE;
