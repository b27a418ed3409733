"""The kinds of statement: a row for each, with all that checks, derivation and wording ask of it.

What the model is told of a kind, what it says of the act and of the doer, which words show it and how it reads on the
page stand here, once; the sets below the table are read off its rows. A new kind is a word in `schemas/vocabulary.py`,
a row here, and its cues in `lexicons/cues.toml`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from summarizer.schemas.vocabulary import Facet, StatementKind

Stance = Literal["upholds", "accuses", "contradicts", "lifts", "silent", "apart"]
"""What it does to the account that an incident happened.

- upholds: says that it happened
- accuses: takes that for granted, and says who did it
- contradicts: says that it did not happen, or not so, or not by the speaker
- lifts: takes off it a charge, or what was said before
- silent: says that something was not said, or not shown
- apart: is on no incident
"""

Doer = Literal["speaker", "not_speaker", "told", "accused", "cleared", "nobody"]
"""Whom it speaks of as the one who did it.

- speaker: the speaker, or those whom it claims for (`whom`)
- not_speaker: the speaker, or those whom it speaks for, who did not do it
- told: others, named in telling what happened
- accused: others, whom it is said in order to name
- cleared: others, who did not do it
- nobody
"""

ArticlesWord = Literal["never", "own_word", "hardly", "freely"]
"""Whether the article can say it itself, without a speaker.

- never: it is what somebody says of itself
- own_word: as its own word; what it reports that others said is theirs
- hardly: it is marked
- freely: it is said of others
"""

Negation = Literal["turns_it", "turns_cue_and_content", "turns_cue", "may_word_it", "makes_it", "tells_nothing"]
"""What a negation does to the words of this kind.

- turns_it: they mean the opposite, wherever it stands
- turns_cue_and_content: the same, unless the cue itself begins with it
- turns_cue: the same, where it stands before the cue
- may_word_it: it may be what denies; a cue that denies by itself must not be negated
- makes_it: they say that something is missing, and must quote it
- tells_nothing: it is no sign either way
"""


@dataclass(frozen=True, kw_only=True)
class KindOfStatement:
    """One row: everything that is asked of a kind.

    Meaning:
        meaning: what the model is told of it.
        stance, doer: what it says of the act, and of the one who did it.
        denies: the facet that it denies by its very kind.
        vouches: it answers for the act itself, so that its content cannot say that there was none.
        for_its_side: it may also take back what others of the speaker's side said.

    Words in the article:
        shown_by: lists of cues that show it by themselves.
        shown_with_more_by: lists that show it together with something else: whose act it is, who says so, a negation.
        shown_without_negation_by: of a kind that a negation makes, lists that show it without one.
        contradicted_by: lists that say something clearly different, unless a negation turns them.
        negation: what a negation does to these words.
        articles_word: whether the article can say it itself.
        subjectless: its cue need not have the speaker as its subject.

    On the page:
        label: the name of its row.
        does: what the speaker does, where the label does not stand before it; `{whom}` for those whom it names.
        state_does: what armed forces and states do instead; empty where they do the same.
        label_tells: the label already says what is done; otherwise the row says it.
        place: of its row among those on an incident that are not by sources who say that it happened.
        section: heading of a section of its own, of statements on no incident; empty where it has none.
        proposition: what a second opinion is asked whether the speaker does.
    """

    meaning: str
    stance: Stance
    doer: Doer = "nobody"
    denies: Facet | None = None
    vouches: bool = False
    for_its_side: bool = False

    shown_by: tuple[str, ...]
    shown_with_more_by: tuple[str, ...] = ()
    shown_without_negation_by: tuple[str, ...] = ()
    contradicted_by: tuple[str, ...] = ()
    negation: Negation = "turns_it"
    articles_word: ArticlesWord
    subjectless: bool = False

    label: str
    does: str
    state_does: str = ""
    label_tells: bool = True
    place: int = 1
    section: str = ""
    proposition: str


STATEMENT_KINDS: Mapping[StatementKind, KindOfStatement] = {
    "claim": KindOfStatement(
        meaning="says it did it, or reports its own attack",
        stance="upholds",
        doer="speaker",
        vouches=True,
        shown_by=("claim", "own_act"),
        shown_with_more_by=("speech", "allege", "acknowledge", "confirm", "announce"),
        contradicted_by=("deny", "plain_blame"),
        articles_word="never",
        label="Claims",
        does="claims responsibility",
        state_does="acknowledges it as its own",
        proposition="claims to have done this",
    ),
    "acknowledge": KindOfStatement(
        meaning="admits it did it",
        stance="upholds",
        doer="speaker",
        vouches=True,
        shown_by=("acknowledge", "claim", "own_act", "confirm"),
        shown_with_more_by=("speech", "announce"),
        contradicted_by=("deny", "plain_blame"),
        articles_word="never",
        label="Admits",
        does="admits it",
        state_does="acknowledges it",
        proposition="admits having done this",
    ),
    "assert": KindOfStatement(
        meaning="says it happened",
        stance="upholds",
        doer="told",
        shown_by=("speech", "allege", "confirm", "acknowledge", "warning", "announce", "dispute", "threat"),
        contradicted_by=("deny", "claim"),
        negation="turns_cue_and_content",
        articles_word="own_word",
        label="Says so",
        does="says that it happened",
        place=9,  # what the article says in its own voice comes last
        proposition="states that this happened",
    ),
    "confirm": KindOfStatement(
        meaning="the article says that it confirmed it",
        stance="upholds",
        doer="told",
        vouches=True,
        shown_by=("confirm",),
        shown_with_more_by=("speech", "acknowledge", "announce"),
        contradicted_by=("deny", "allege", "claim", "plain_blame", "unsettled"),
        articles_word="own_word",
        label="Says so",
        does="confirms",
        proposition="confirms this",
    ),
    "deny_occurrence": KindOfStatement(
        meaning="says it did not happen",
        stance="contradicts",
        denies="happened",
        shown_by=("deny", "denies_happening"),
        shown_with_more_by=("speech", "allege", "announce", "dispute"),
        contradicted_by=("claim", "confirm", "acknowledge", "plain_blame"),
        negation="may_word_it",
        articles_word="own_word",
        label="Denies",
        does="denies it happened",
        label_tells=False,
        place=1,
        proposition="denies that this happened",
    ),
    "deny_responsibility": KindOfStatement(
        meaning="says it did not do it, or that a claim in its name is false",
        stance="contradicts",
        doer="not_speaker",
        denies="author",
        for_its_side=True,
        shown_by=("deny", "denies_doing", "clear"),
        shown_with_more_by=("speech", "allege", "announce", "dispute"),
        contradicted_by=("claim", "confirm", "acknowledge", "plain_blame"),
        negation="may_word_it",
        articles_word="never",
        label="Denies",
        does="denies doing it",
        label_tells=False,
        place=2,
        proposition="denies having done this",
    ),
    "dispute": KindOfStatement(
        meaning="grants that something happened but contradicts the account",
        stance="contradicts",
        shown_by=("dispute", "deny", "speech", "allege"),
        contradicted_by=("claim", "plain_confirm"),
        negation="turns_cue",
        articles_word="own_word",
        label="Disputes",
        does="grants that something happened, disputes the account",
        label_tells=False,
        place=3,
        proposition="contradicts this account",
    ),
    "blame": KindOfStatement(
        meaning="says who did it or is behind it",
        stance="accuses",
        doer="accused",
        shown_by=("blame",),
        shown_with_more_by=("speech", "allege", "confirm", "announce", "acknowledge", "claim", "own_act"),
        contradicted_by=("deny", "plain_clear"),
        articles_word="own_word",
        label="Blames",
        does="blames {whom}",
        label_tells=False,
        place=5,
        proposition="says that {whom} did this or is behind it",
    ),
    "clear": KindOfStatement(
        meaning="says who did not do it",
        stance="lifts",
        doer="cleared",
        shown_by=("clear", "deny"),
        shown_with_more_by=("speech", "allege", "announce", "confirm"),
        contradicted_by=("plain_blame", "claim"),
        negation="may_word_it",
        articles_word="own_word",
        label="Clears",
        does="says it was not {whom}",
        label_tells=False,
        place=6,
        proposition="says that {whom} did not do this",
    ),
    "no_claim": KindOfStatement(
        meaning="nobody has claimed it",
        stance="silent",
        shown_by=("no_claim",),
        negation="makes_it",
        articles_word="freely",
        subjectless=True,
        label="Unclaimed",
        does="says that nobody has claimed it",
        proposition="says that nobody has claimed this",
    ),
    "no_comment": KindOfStatement(
        meaning="declined or had not commented",
        stance="silent",
        shown_by=("no_comment",),
        negation="makes_it",
        articles_word="never",
        subjectless=True,
        label="No comment",
        does="has not commented",
        place=8,
        proposition="has not commented on this",
    ),
    "unverified": KindOfStatement(
        meaning="says it cannot be verified",
        stance="silent",
        shown_by=("unverified",),
        shown_without_negation_by=("open_inquiry",),
        negation="makes_it",
        articles_word="freely",
        subjectless=True,
        label="Unverified",
        does="says that it is not verified",
        place=7,
        proposition="says that this could not be verified",
    ),
    "retract": KindOfStatement(
        meaning="takes back an earlier statement",
        stance="lifts",
        for_its_side=True,
        shown_by=("retract", "says_otherwise", "deny"),
        shown_with_more_by=("speech", "announce"),
        articles_word="freely",
        label="Retracts",
        does="takes back an earlier statement",
        label_tells=False,
        place=4,
        proposition="takes back an earlier statement",
    ),
    "posture": KindOfStatement(
        meaning="readiness without saying that it will strike",
        stance="apart",
        shown_by=("posture", "speech", "threat", "allege"),
        negation="tells_nothing",
        articles_word="hardly",
        subjectless=True,
        label="Posture",
        does="takes a posture",
        section="POSTURE, not a threat",
        proposition="declares this readiness",
    ),
    "demand": KindOfStatement(
        meaning="without a threat",
        stance="apart",
        shown_by=("demand",),
        articles_word="own_word",
        label="Demands",
        does="demands",
        section="DEMANDS, without a threat",
        proposition="demands this",
    ),
    "announce": KindOfStatement(
        meaning="another announcement on the fighting",
        stance="apart",
        shown_by=("announce", "speech", "allege"),
        articles_word="own_word",
        label="Announces",
        does="announces",
        section="ANNOUNCED",
        proposition="announces this",
    ),
}


def meanings() -> str:
    """What the model is told of all kinds, in the order of the table."""
    return " ".join(f"{name}: {kind.meaning}." for name, kind in STATEMENT_KINDS.items())


def _those(asked: Callable[[KindOfStatement], bool]) -> frozenset[StatementKind]:
    return frozenset(name for name, kind in STATEMENT_KINDS.items() if asked(kind))


# --- by what they say of the act --------------------------------------------------------------------

SAYS_IT_HAPPENED = _those(lambda kind: kind.stance == "upholds")
UPHOLDS = _those(lambda kind: kind.stance in ("upholds", "accuses"))
"""Says that it happened, or takes it for granted."""
CONTRADICTS = _those(lambda kind: kind.stance == "contradicts")
DENIES_IT_HAPPENED = _those(lambda kind: kind.denies == "happened")
DISPUTES = CONTRADICTS - _those(lambda kind: kind.denies is not None)
"""Grants that something happened."""
RETRACTS = _those(lambda kind: kind.stance == "lifts" and kind.doer == "nobody")
"""Takes an earlier statement off the account, and not a charge."""
CASTS_DOUBT = _those(lambda kind: kind.stance in ("contradicts", "lifts"))
"""Without it, an incident or its author may look surer than the article leaves it."""
MADE_UNSURE_BY_A_HEDGE = _those(lambda kind: kind.stance in ("upholds", "accuses", "lifts"))
WEIGHS = _those(lambda kind: kind.stance not in ("silent", "apart"))
"""Says something for or against an incident or its author."""
SILENT = _those(lambda kind: kind.stance == "silent")
SET_APART = _those(lambda kind: kind.stance == "apart")
"""Is on no incident, and changes no status."""
DENIES = _those(lambda kind: kind.denies is not None)
"""Denies that it happened, or that the speaker did it."""
VOUCHES_FOR_IT = _those(lambda kind: kind.vouches)
FOR_ITS_SIDE = _those(lambda kind: kind.for_its_side)

# --- by whom they speak of as the doer --------------------------------------------------------------

CLAIMS_IT = _those(lambda kind: kind.doer == "speaker")
DENIES_DOING_IT = _those(lambda kind: kind.doer == "not_speaker")
OF_ITS_OWN_DEED = _those(lambda kind: kind.doer in ("speaker", "not_speaker"))
"""Is the speaker's own where nobody is named for whom it is said."""
TELLS_IT = _those(lambda kind: kind.doer == "told")
ONLY_TELLS_IT = TELLS_IT - VOUCHES_FOR_IT
"""Any word of saying makes it this kind."""
ACCUSES = _those(lambda kind: kind.doer == "accused")
CLEARS = _those(lambda kind: kind.doer == "cleared")
SAYS_WHO_ELSE_DID_IT = _those(lambda kind: kind.doer in ("told", "accused"))
SPEAKS_OF_ANOTHER_AS_DOER = _those(lambda kind: kind.doer in ("told", "accused", "cleared"))
CHARGES_OR_CLEARS = _those(lambda kind: kind.doer in ("accused", "cleared"))
CHARGES_OR_ANSWERS = _those(lambda kind: kind.doer in ("accused", "not_speaker"))
"""Shows that somebody is accused: makes a charge, or answers one."""
SAID_TO_NAME_THE_DOER = _those(lambda kind: kind.doer in ("speaker", "accused"))
HAS_A_DOER = _those(lambda kind: kind.doer in ("speaker", "told", "accused"))
"""Those named did the act, or the speaker did."""

# --- by their words ---------------------------------------------------------------------------------

NEVER_THE_ARTICLES = _those(lambda kind: kind.articles_word == "never")
"""What somebody says of itself: it has a speaker who is not the outlet."""
HARDLY_THE_ARTICLES = _those(lambda kind: kind.articles_word == "hardly")
THE_ARTICLES_OWN_WORD = _those(lambda kind: kind.articles_word == "own_word")
"""The article may say it itself; what it reports that others said is theirs."""
SUBJECTLESS = _those(lambda kind: kind.subjectless)
"""Its cue need not have the speaker as its subject."""
TURNED_BY_NEGATION = _those(lambda kind: kind.negation in ("turns_it", "turns_cue_and_content", "turns_cue"))
"""Its cue means the opposite when it is negated."""
TURNED_BY_NEGATED_CONTENT = _those(lambda kind: kind.negation in ("turns_it", "turns_cue_and_content"))
TURNED_BY_NEGATION_WITHIN = _those(lambda kind: kind.negation == "turns_it")
WORDED_BY_NEGATION = _those(lambda kind: kind.negation == "may_word_it")
"""It may be worded with a negation, but its cue, where it denies by itself, must not be negated."""
MADE_BY_NEGATION = _those(lambda kind: kind.negation == "makes_it")
"""Its words say that something was not said or shown: cut from their negation they say that it was."""
NAMED_BY_LABEL = _those(lambda kind: kind.label_tells)
"""Its label already says what is done; for the others the row says it."""
