-- Moments are milliseconds since 1970 in UTC. A reader of NULL is the researcher.

CREATE TABLE study (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    prepared TEXT NOT NULL,
    secret TEXT NOT NULL,
    created INTEGER NOT NULL,
    closed INTEGER,
    file_sha256 TEXT
) STRICT;

CREATE TABLE picture (
    case_number INTEGER NOT NULL,
    photo INTEGER NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (case_number, photo)
) STRICT;

CREATE TABLE reader (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    arm TEXT NOT NULL CHECK (arm IN ('UNAIDED', 'SEQUENTIAL')),
    language TEXT NOT NULL,
    simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
    added INTEGER NOT NULL,
    stopped INTEGER,
    years INTEGER,
    specialty TEXT,
    genetics INTEGER CHECK (genetics IN (0, 1))
) STRICT;

CREATE TABLE presentation (
    reader INTEGER NOT NULL REFERENCES reader (id),
    position INTEGER NOT NULL,
    case_number INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('PRACTICE', 'MAIN', 'REPEAT')),
    block INTEGER NOT NULL,
    PRIMARY KEY (reader, position)
) STRICT;

CREATE TABLE answer (
    id INTEGER PRIMARY KEY,
    reader INTEGER NOT NULL,
    position INTEGER NOT NULL,
    step TEXT NOT NULL CHECK (step IN ('FIRST', 'SECOND')),
    revision INTEGER NOT NULL,
    submission TEXT NOT NULL,
    choice INTEGER,
    confidence INTEGER,
    probabilities TEXT NOT NULL,
    comment TEXT NOT NULL,
    seconds REAL NOT NULL,
    arrived INTEGER NOT NULL,
    FOREIGN KEY (reader, position) REFERENCES presentation (reader, position),
    UNIQUE (reader, position, step, revision),
    UNIQUE (reader, submission)
) STRICT;

CREATE TABLE invitation (
    hash TEXT PRIMARY KEY,
    reader INTEGER REFERENCES reader (id),
    made INTEGER NOT NULL,
    until INTEGER NOT NULL,
    revoked INTEGER
) STRICT;

CREATE INDEX invitation_of_reader ON invitation (reader);

CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    reader INTEGER REFERENCES reader (id),
    csrf TEXT NOT NULL,
    made INTEGER NOT NULL,
    seen INTEGER NOT NULL
) STRICT;

CREATE TABLE pack (
    id TEXT PRIMARY KEY,
    reader INTEGER NOT NULL REFERENCES reader (id),
    content_key TEXT NOT NULL,
    payload_sha256 TEXT NOT NULL,
    made INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT;

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reader INTEGER REFERENCES reader (id)
) STRICT;
