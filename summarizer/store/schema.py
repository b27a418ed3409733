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
            "CREATE TABLE readings (id INTEGER PRIMARY KEY, depends TEXT NOT NULL UNIQUE)",
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
                reading INTEGER REFERENCES readings,
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
    (
        3,
        (
            "CREATE TABLE digest_names (telling TEXT PRIMARY KEY, incident TEXT NOT NULL) WITHOUT ROWID",
            "CREATE INDEX digest_names_incident ON digest_names (incident)",
            """
            CREATE TABLE digest_decisions (
                id INTEGER PRIMARY KEY,
                verdict TEXT NOT NULL,
                one TEXT NOT NULL,
                other TEXT NOT NULL,
                incident TEXT NOT NULL,
                made_at TEXT NOT NULL,
                undone_at TEXT
            )
            """,
            "CREATE TABLE digest_states (scope TEXT PRIMARY KEY, made_at TEXT NOT NULL, packed BLOB NOT NULL)",
            """
            CREATE TABLE digest_log (
                id INTEGER PRIMARY KEY,
                made_at TEXT NOT NULL,
                about TEXT NOT NULL,
                what TEXT NOT NULL,
                told TEXT NOT NULL
            )
            """,
        ),
    ),
)
"""Versions in order, each with the statements that lead to it. What stands here is never changed, only added to."""

VERSION = MIGRATIONS[-1][0]
"""What this program reads and writes (`PRAGMA user_version`)."""

HOLDS: dict[str, tuple[str, dict[str, str]]] = {
    "documents": (
        "articles, each once",
        {
            "id": "its number",
            "fingerprint": "SHA-256 of its text, its day of publication and what its source states of it",
            "sha256": "SHA-256 of its text in UTF-8, as `source.sha256` of a brief",
            "name": "its file, or the address it was read from",
            "title": "its title, as what holds it states it, or as the text begins",
            "outlet": "who published it, or the agency of its dateline",
            "published": "its day of publication, where one is given",
            "address": "where it is to be found, as what holds it says",
            "language": "en where its words tell that it is English, else und: the checks read English only",
            "origin": "all that its source states of it, as JSON",
        },
    ),
    "texts": ("the words of the articles", {"document": "number of the document", "text": "the article"}),
    "briefs": (
        "finished articles: of each reading of a document the newest",
        {
            "id": "number of the brief; one that is made anew keeps it",
            "key": "SHA-256 of the document's fingerprint and of all that its reading depends on, but the version",
            "document": "number of the document",
            "extractor": "who read it: model, coder (rules, which miss much and may join what is apart), or another one",
            "model": "the model, as its provider named it",
            "endpoint": "its address, without user name, password or query",
            "policy": "standard or strict",
            "version": "of this package, by which it was verified",
            "reading": "number of the reading; NULL where it is not known",
            "exit_code": "what the command said of it: 0, or why it is not whole",
            "made_at": "when it was written, UTC",
        },
    ),
    "readings": (
        "ways in which articles were read, each once",
        {
            "id": "its number",
            "depends": "all that a brief depends on beside its article and the version, as JSON: model, policy, instructions …",
        },
    ),
    "brief_files": (
        "the briefs themselves",
        {
            "brief": "number of the brief",
            "run": "how it came about, as JSON",
            "packed": "the brief as JSON, compressed by zlib; `brief show` has it",
        },
    ),
    "answers": (
        "answers of models; errors are never kept",
        {
            "id": "its number",
            "key": "SHA-256 of address, model, messages, schema and parameters: of all that it depends on",
            "model": "the model, as its provider named it",
            "endpoint": "its address, without user name, password or query",
            "profile": "name of the endpoint's profile",
            "rung": "how the schema was asked for",
            "requests": "requests made for it, failed ones included",
            "prompt_tokens": "tokens of the prompts, over all of them",
            "completion_tokens": "tokens of the answers",
            "cached_tokens": "tokens of the prompts that the provider had kept",
            "seconds": "from the first request to the last answer",
            "service_tier": "as the provider named it",
            "cut_off": "1: it ended before it was whole, and the course went on with it",
            "kept_at": "when it was kept, UTC",
            "text": "the answer; where it is long, compressed by zlib",
        },
    ),
    "leases": (
        "which articles are being worked on",
        {
            "key": "of the article, as in `briefs`",
            "holder": "the process: its space, number and beginning, and a token",
            "until": "when it ends, in seconds of the machine's monotonic clock",
        },
    ),
    "fields": (
        "the field of use whose briefs it holds",
        {"name": "of the field", "version": "of its tables"},
    ),
    "batch_readings": (
        "how articles are read that wait for a batch",
        {"id": "its number", "options": "model, address and all that a reading depends on, as JSON"},
    ),
    "batch_articles": (
        "articles that wait for an answer of a batch, until they are finished",
        {
            "id": "its number",
            "key": "what it will be kept under",
            "document": "number of the document",
            "reading": "number of the batch reading",
            "question": "key of the question that it waits for; NULL where that is not known yet",
            "trouble": "why nothing comes of it, where nothing does",
        },
    ),
    "batches": (
        "batches that were submitted (`brief batch`)",
        {
            "id": "its number",
            "name": "its mark, by which it is found again at the endpoint",
            "reading": "number of the batch reading",
            "model": "the model that is asked",
            "state": "begun, creating, sent, collected or failed",
            "input_file": "its file at the endpoint",
            "remote": "its name at the endpoint",
            "status": "what the endpoint said of it last",
            "questions": "how many it holds",
            "completed": "how many of them were answered",
            "failed": "how many were not",
            "begun": "when it was begun, seconds since 1970",
        },
    ),
    "batch_questions": (
        "questions in batches that are not answered yet, or failed",
        {
            "key": "of the question, as in `answers`",
            "batch": "number of the batch",
            "form": "what the answer must be",
            "words": "how many words were sent",
            "failure": "why there is no answer, where there is none",
        },
    ),
    "digest_names": (
        "the incidents and threats of digests by their tellings (`brief digest`)",
        {"telling": "article, and id of the incident or threat in its brief", "incident": "the name, which stays"},
    ),
    "digest_decisions": (
        "what people decided of tellings; rows are only added, and marked where they are undone",
        {
            "id": "its number",
            "verdict": "same or different",
            "one": "a telling",
            "other": "the other",
            "incident": "name of the incident that was decided about",
            "made_at": "when, UTC",
            "undone_at": "when it was taken back; NULL where it stands",
        },
    ),
    "digest_states": (
        "the last digest of some days, against which news are told",
        {"scope": "the days", "made_at": "when, UTC", "packed": "the digest as JSON, compressed"},
    ),
    "digest_log": (
        "what each digest told that the one before it did not; rows are only added",
        {
            "id": "its number",
            "made_at": "when, UTC",
            "about": "name of the incident or threat, or key of the article",
            "what": "kind of news",
            "told": "all of it, as JSON",
        },
    ),
}
"""What the tables hold, and each of their columns, for the documentation."""
