"""The tables of the kernel, as they came to be: a store of an earlier version is brought up to date, step by step."""

APPLICATION = int.from_bytes(b"BRIF", "big")
"""What marks an SQLite file as a store (`PRAGMA application_id`)."""

Migration = tuple[int, tuple[str, ...]]

MIGRATIONS: tuple[Migration, ...] = (
    (
        1,
        (
            """
            CREATE TABLE documents (
                id INTEGER PRIMARY KEY,
                fingerprint TEXT NOT NULL UNIQUE,
                sha256 TEXT NOT NULL,
                name TEXT,
                title TEXT,
                outlet TEXT,
                published TEXT,
                address TEXT,
                language TEXT,
                origin TEXT NOT NULL
            )
            """,
            "CREATE INDEX documents_published ON documents (published)",
            """
            CREATE TABLE texts (
                document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
                text TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE answers (
                id INTEGER PRIMARY KEY,
                key TEXT NOT NULL UNIQUE,
                model TEXT NOT NULL,
                endpoint TEXT NOT NULL,
                profile TEXT NOT NULL,
                rung TEXT NOT NULL,
                requests INTEGER NOT NULL,
                prompt_tokens INTEGER NOT NULL,
                completion_tokens INTEGER NOT NULL,
                cached_tokens INTEGER NOT NULL,
                seconds REAL NOT NULL,
                service_tier TEXT,
                cut_off INTEGER NOT NULL,
                kept_at TEXT NOT NULL,
                text NOT NULL
            )
            """,
            """
            CREATE TABLE briefs (
                id INTEGER PRIMARY KEY,
                key TEXT NOT NULL UNIQUE,
                document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
                extractor TEXT NOT NULL,
                model TEXT,
                endpoint TEXT,
                policy TEXT NOT NULL,
                version TEXT NOT NULL,
                exit_code INTEGER NOT NULL,
                made_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX briefs_document ON briefs (document)",
            """
            CREATE TABLE brief_files (
                brief INTEGER PRIMARY KEY REFERENCES briefs ON DELETE CASCADE,
                run TEXT NOT NULL,
                packed BLOB NOT NULL
            )
            """,
            "CREATE TABLE leases (key TEXT PRIMARY KEY, holder TEXT NOT NULL, until REAL NOT NULL) WITHOUT ROWID",
            "CREATE TABLE fields (name TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID",
        ),
    ),
    (
        2,
        (
            "CREATE TABLE batch_readings (id INTEGER PRIMARY KEY, options TEXT NOT NULL UNIQUE)",
            """
            CREATE TABLE batch_articles (
                id INTEGER PRIMARY KEY,
                key TEXT NOT NULL UNIQUE,
                document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
                reading INTEGER NOT NULL REFERENCES batch_readings,
                question TEXT,
                trouble TEXT
            )
            """,
            "CREATE INDEX batch_articles_question ON batch_articles (question)",
            """
            CREATE TABLE batches (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                reading INTEGER NOT NULL REFERENCES batch_readings,
                model TEXT NOT NULL,
                state TEXT NOT NULL,
                input_file TEXT NOT NULL DEFAULT '',
                remote TEXT NOT NULL DEFAULT '',
                status TEXT NOT NULL DEFAULT '',
                questions INTEGER NOT NULL DEFAULT 0,
                completed INTEGER NOT NULL DEFAULT 0,
                failed INTEGER NOT NULL DEFAULT 0,
                begun REAL NOT NULL
            )
            """,
            """
            CREATE TABLE batch_questions (
                key TEXT PRIMARY KEY,
                batch INTEGER NOT NULL REFERENCES batches ON DELETE CASCADE,
                form TEXT NOT NULL,
                words INTEGER NOT NULL,
                failure TEXT
            ) WITHOUT ROWID
            """,
            "CREATE INDEX batch_questions_batch ON batch_questions (batch)",
        ),
    ),
)
"""Versions in order, each with the statements that lead to it. What stands here is never changed, only added to."""

VERSION = MIGRATIONS[-1][0]
"""What this program reads and writes (`PRAGMA user_version`)."""
