"""The page that a reader gets on a terminal."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from summarizer.documents.document import Document
from summarizer.pipeline import render, summarize
from summarizer.pointing.audit import Audit, Finding
from summarizer.schemas.brief import Brief, CountedCasualty, ThirdPartyWarning, UnverifiedBrief
from summarizer.schemas.draft import Draft
from summarizer.verification import verify
from tests.example_brief import NAME, example_brief, example_document
from tests.items_factory import Article
from tests.proposing import as_draft
from tests.rendering_strategies import article, briefs

GOLDEN = Path(__file__).parent / "golden" / "example_brief.txt"
some = settings(suppress_health_check=list(HealthCheck))


def page(brief: UnverifiedBrief | None = None, **options: object) -> str:
    return render(brief or example_brief(), example_document(), **options)  # type: ignore[arg-type]


def changed(**update: object) -> UnverifiedBrief:
    return example_brief().model_copy(update=update)


def incident(number: int, **update: object) -> UnverifiedBrief:
    """The example with one incident changed."""
    brief = example_brief()
    incidents = [one.model_copy(update=update) if one.id == number else one for one in brief.incidents]
    return brief.model_copy(update={"incidents": tuple(incidents)})


def warned(item: str, number: int, field: str, severity: str = "warn") -> UnverifiedBrief:
    finding = Finding(
        check="c", code="c", severity=severity, item=item, id=number, field=field, message="Said of a test."
    )  # type: ignore[arg-type]
    return changed(audit=Audit(findings=(finding,)))


def test_the_seed_article_reads_as_agreed() -> None:
    """The brief of the seed looks, line by line, as it was accepted."""
    assert page(name=NAME) == GOLDEN.read_text(encoding="utf-8")


def test_an_unverified_brief_says_so_in_its_first_line() -> None:
    """A brief from a file is never headed as checked."""
    loaded = UnverifiedBrief.model_validate_json(render(example_brief(), example_document(), "json"))
    assert page(loaded).splitlines()[0] == "ONE ARTICLE · UNVERIFIED, nothing checked again, facts not checked"


def test_a_brief_of_another_text_says_so() -> None:
    """A reader learns that the article at hand is not the brief's."""
    other = changed(source=example_brief().source.model_copy(update={"sha256": "f" * 64}))
    assert "The text at hand is not the text that this brief was made from." in page(other)


def test_an_empty_brief_says_that_nothing_was_found_and_shows_the_checks() -> None:
    """Silence is said plainly."""
    empty = Brief.model_validate({"source": example_brief().source}, context={"verified": True})
    assert page(empty).splitlines()[2:] == [
        "IN SHORT  Nothing found: no attack, no threat and no warning.",
        "",
        "CHECKS  dropped 0 · unused sentences with attack or threat words: 0",
    ]


def test_a_relation_without_evidence_is_shown_as_not_stated() -> None:
    """A link that is only the extractor's word is never shown bare."""
    assert "(party to the fighting: not stated in the article)" in page(width=200)


def test_an_affiliation_without_evidence_is_shown_as_not_stated() -> None:
    """The same for what an actor belongs to, also where its description stands in the quotation."""
    brief = example_brief()
    bare = [
        one.model_copy(
            update={"affiliations": tuple(tie.model_copy(update={"evidence": ()}) for tie in one.affiliations)}
        )
        for one in brief.actors
    ]
    shown = page(brief.model_copy(update={"actors": tuple(bare)}), width=300)
    assert "confirmed the attack on the al-Asad military base in western Iraq” (of United States: not stated" in shown
    assert "al-Hamidawi (of Kataib Hezbollah: not stated in the article) for Kataib Hezbollah" in shown


@pytest.mark.parametrize(
    ("item", "number", "field", "line"),
    [
        ("incident", 1, "place", "“western Iraq” [!]"),
        ("incident", 1, "targets.0.text", "“the al-Asad military base” [!]"),
        ("incident", 1, "frame", "A1 CONFIRMED BY ONE OFFICIAL, UNNAMED [!]"),
        ("incident", 3, "casualties.0.count", "“hundreds” killed [!]"),
        ("statement", 3, "cue", "UNCLAIMED: “no specific group claimed responsibility” [!]"),
        ("statement", 7, "role", "for the tragedy” [!]"),
        ("threat", 2, "condition", "PARAPHRASED · condition not stated [!]"),
        ("threat", 3, "content", "before the afterlife.” [!]"),
        ("actor", 2, "kind", "T3 Kataib Hezbollah [!] →"),
        ("actor", 1, "affiliations.0.evidence", "“the leader of the Kataib Hezbollah militia” [!]"),
    ],
)
def test_a_marked_value_carries_the_mark_where_it_stands(item: str, number: int, field: str, line: str) -> None:
    """What a check doubts is visible at the value itself, and explained at the end."""
    shown = page(warned(item, number, field), width=400)
    assert line in shown
    assert "[!] marked: " in shown


def test_a_dropped_value_is_counted_and_explained() -> None:
    """What was dropped is listed with the reason."""
    shown = page(warned("incident", 9, "place", "reject"), width=200)
    assert "CHECKS  dropped 0 · single values dropped 1" in shown
    assert "dropped: incident 9 · place: Said of a test." in shown


def test_incidents_stand_under_the_title_of_their_frame_and_kind() -> None:
    """History and drills are never listed with the news."""
    for update, title in (
        ({"frame": "background"}, "BACKGROUND, older events\nH1 "),
        ({"frame": "exercise"}, "EXERCISES, not attacks\nE1 "),
        ({"kind": "explosion"}, "BLASTS, CAUSE NOT STATED\nB1 CONFIRMED BY ONE OFFICIAL"),
        ({"aggregate": True}, "FIGHTING, AND ATTACKS NOT TOLD ONE BY ONE\nF1 CONFIRMED BY ONE OFFICIAL"),
    ):
        assert title in page(incident(1, **update))


def test_an_incident_of_a_file_that_has_no_status_is_not_counted() -> None:
    """Nothing is made of what the verifier did not derive."""
    assert "has no status. Not counted." in page(incident(1, assessment=None), width=200)


def test_parts_of_one_value_are_joined_by_an_ellipsis() -> None:
    """A quotation never pretends that words apart stood together."""
    words = example_document().text
    parts = tuple(
        example_document().quote(words.index(part), words.index(part) + len(part)) for part in ("drone", "Iraq")
    )
    assert "“drone […] Iraq”" in page(incident(1, place=parts), width=200)


def test_a_quotation_inside_a_value_cannot_end_the_quotation() -> None:
    """The article's own quotation marks become single ones between ours."""
    assert "a ‘joint operations room’ to support Hamas”" in page(width=200)


def test_colour_adds_bold_and_nothing_else() -> None:
    """Without its escapes a coloured page is the plain one."""
    coloured = page(color=True)
    assert "\x1b[1mATTACKS\x1b[0m" in coloured
    assert coloured.replace("\x1b[1m", "").replace("\x1b[0m", "") == page()


@some
@given(briefs(), st.integers(60, 120))
@pytest.mark.slow
def test_no_line_is_wider_than_asked_unless_one_word_is(brief: UnverifiedBrief, width: int) -> None:
    """Any brief fits any width from 60, wide characters counted as two cells."""
    for line in render(brief, article(), width=width).splitlines():
        assert cell_len(line) <= width or len(line.split()) <= 2


def test_wide_characters_are_wrapped_without_spaces() -> None:
    """A long line of Chinese or Japanese breaks where it must."""
    lines = render(UnverifiedBrief(source=example_brief().source), article(), name="漢" * 70, width=60).splitlines()
    assert lines[0] == "漢" * 30


@some
@given(briefs())
def test_rendering_the_same_brief_twice_gives_the_same_page(brief: UnverifiedBrief) -> None:
    """Rendering never fails, whatever the ids point at, and holds no state."""
    assert render(brief, article()) == render(brief, article())


OFFICIAL, MILITIA, CLAIM, BLAME = 1, 2, 4, 7
"""Statements of the example: by an unnamed official, by unnamed militia officials, by Tashkil, by Kataib Hezbollah."""


CONFIRMS = ("independent", "both_sides", "official_account")
"""Grounds that confirm an occurrence, under the standard policy."""


def based_on(
    grounds: str, support: tuple[int, ...], against: tuple[int, ...] = (), stage: str = "unknown", **more: object
) -> UnverifiedBrief:
    """The example with its second incident resting on other grounds."""
    assessment = example_brief().incidents[1].assessment
    assert assessment is not None
    basis = {
        "row": 1,
        "grounds": grounds,
        "support": [{"statement": number, "relation": "other"} for number in support],
        "against": [{"statement": number, "relation": "other"} for number in against],
        **more,
    }
    occurrence = "confirmed" if grounds in CONFIRMS else assessment.occurrence
    data = assessment.model_dump() | {
        "basis": basis,
        "occurrence": occurrence,
        "derived": None,
        "contested": bool(against) and grounds == "independent",
    }
    return incident(2, assessment=type(assessment).model_validate(data), stage=stage)


@pytest.mark.parametrize(
    ("brief", "heading"),
    [
        (
            based_on("independent", (CLAIM,), (BLAME,)),
            "CONFIRMED INDEPENDENTLY: Tashkil al-Waritheen; contested by Kataib Hezbollah",
        ),
        (based_on("both_sides", (CLAIM, BLAME)), "CONFIRMED BY BOTH SIDES: Tashkil al-Waritheen and Kataib Hezbollah"),
        (based_on("refuted", (CLAIM,), (BLAME,)), "DENIED by Kataib Hezbollah; alleged by Tashkil al-Waritheen"),
        (based_on("contradicted", (CLAIM,), (BLAME,)), "DISPUTED by Kataib Hezbollah; stated by Tashkil al-Waritheen"),
        (based_on("official_account", (CLAIM,)), "CONFIRMED BY AN OFFICIAL ACCOUNT: Tashkil al-Waritheen"),
        (based_on("official_account", (OFFICIAL,), anonymous=True), "CONFIRMED BY ONE OFFICIAL, UNNAMED"),
        (based_on("official_account", (MILITIA,), anonymous=True), "CONFIRMED BY OFFICIALS, UNNAMED"),
        (based_on("stage", (BLAME,), stage="foiled"), "FOILED, according to Kataib Hezbollah"),
        (based_on("stage", (), stage="planned"), "PLANNED, according to no source stated"),
        (based_on("one_party", (CLAIM,)), "REPORTED BY ONE PARTY: Tashkil al-Waritheen"),
        (based_on("perpetrator_side_only", (CLAIM,)), "CLAIMED ONLY: Tashkil al-Waritheen"),
        (
            based_on("perpetrator_side_only", (CLAIM,), stage="intercepted"),
            "CLAIMED ONLY: Tashkil al-Waritheen · INTERCEPTED",
        ),
        (based_on("denials_only", (), (BLAME,)), "DENIED, AND STATED BY NOBODY: Kataib Hezbollah"),
        (based_on("outlet_withdrew", ()), "WITHDRAWN BY THE OUTLET"),
    ],
)
def test_the_heading_of_an_attack_says_who_says_so(brief: UnverifiedBrief, heading: str) -> None:
    """Each ground has its heading, with the sources in it."""
    assert f"\nA2 {heading} · “the al-Harir airbase”" in page(brief, width=400)


def test_accounts_that_differ_say_on_what() -> None:
    """Two sides that agree on the act may differ on its author or toll."""
    shown = page(based_on("both_sides", (CLAIM, BLAME), differ_on=("weapon", "toll")), width=400)
    assert "   Accounts  differ on drone, toll\n" in shown


def test_a_strict_brief_counts_as_reported_what_it_does_not_confirm() -> None:
    """The summary's verb is the occurrence, whatever the grounds."""
    brief = example_brief()
    assessment = brief.incidents[0].assessment
    assert assessment is not None
    strict = incident(1, assessment=assessment.model_copy(update={"occurrence": "reported"}))
    assert "one reported by “a U.S. defense official”, unnamed" in page(strict, width=400)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("deny_occurrence", "   Denies    Tashkil al-Waritheen (of “Iranian-backed militias in Iraq”: “another"
         " Iranian-backed militia”) (perpetrator by its own word: not stated in the article) denies it happened: “"),
        ("deny_responsibility", " denies doing it: “"),
        ("acknowledge", "   Admits    Tashkil al-Waritheen"),
    ],
)  # fmt: skip
def test_a_denial_says_what_is_denied(kind: str, words: str) -> None:
    """That it happened and who did it are two questions."""
    statements = tuple(
        said.model_copy(update={"kind": kind}) if said.id == CLAIM else said for said in example_brief().statements
    )
    assert words in page(changed(statements=statements), width=400)


def test_armies_acknowledge() -> None:
    """A state's forces do not claim responsibility."""
    actors = tuple(
        one.model_copy(update={"kind": "armed_forces"}) if one.id == 3 else one for one in example_brief().actors
    )
    assert " acknowledges it as its own: “claimed responsibility" in page(changed(actors=actors), width=400)


@pytest.mark.parametrize(("status", "words"), [("withdrawn", "WITHDRAWN · QUOTED"), ("hoax", "HOAX · QUOTED")])
def test_a_threat_that_no_longer_stands_says_so_first(status: str, words: str) -> None:
    """Withdrawn threats and hoaxes are marked, and counted apart in the summary."""
    threats = tuple(
        one.model_copy(update={"status": status}) if one.id == 1 else one for one in example_brief().threats
    )
    shown = page(changed(threats=threats), width=400)
    assert f"   {words} · CONDITIONAL" in shown
    assert f"Three threats, of them one {status}, all by Kataib Hezbollah." in shown


def test_a_deadline_stands_beside_its_ultimatum() -> None:
    """Until when is part of what is threatened."""
    text = example_document().text
    start = text.index("Tuesday night")
    deadline = (example_document().quote(start, start + len("Tuesday night")),)
    threats = tuple(
        one.model_copy(update={"deadline": deadline}) if one.id == 3 else one for one in example_brief().threats
    )
    assert "   QUOTED · ULTIMATUM, deadline “Tuesday night”\n" in page(changed(threats=threats))


def test_a_warning_says_who_warns_and_whom_they_fear() -> None:
    """A warner is not the one who threatens."""
    text = example_document().text
    start = text.index("further escalation")
    content = (example_document().quote(start, start + len("further escalation")),)
    warning = ThirdPartyWarning(id=1, speaker=6, feared=(2,), content=content, place=content)
    shown = page(changed(warnings=(warning,)), width=400)
    assert "WARNINGS\nW1 “U.S. officials” warns of Kataib Hezbollah · “further escalation”" in shown
    assert "One warning of attacks by others." in shown


def test_a_day_that_is_known_stands_beside_its_weekday() -> None:
    """With the day of publication, the reader need not reckon."""
    from datetime import date

    day, later = date(2023, 10, 18), date(2023, 10, 22)
    known = incident(1, day=day, first_day=day, last_day=day, day_rule="weekday")
    assert "“Wednesday” = 2023-10-18 " in page(known, width=400)
    several = incident(1, first_day=day, last_day=later)
    assert "“Wednesday” = 2023-10-18 to 2023-10-22 " in page(several, width=400)


def test_silence_beside_an_accusation_is_told_apart_from_it() -> None:
    """The words for the silence are introduced as such, not run on from the status."""
    a = Article(
        "The army blamed the Amber League for the bombing at the mill. Nobody claimed responsibility for the bombing."
    )
    army, league = a.actor("The army", kind="armed_forces"), a.actor("the Amber League", kind="armed_group")
    bomb = a.incident("the bombing", kind="bombing", targets=(a.target("the mill"),))
    a.statement(
        "blame",
        "blamed",
        speaker=army,
        content="the bombing at the mill",
        about=bomb,
        whom=(league,),
        role="carried_out",
    )
    a.statement("no_claim", "Nobody claimed responsibility", content=a.at("the bombing", 1), about=bomb)
    brief = verify(as_draft(a.items()), a.document)
    assert "said to be unclaimed: “Nobody claimed responsibility" in " ".join(render(brief, a.document).split())


UNPLACED = "Rebels shelled a farm near Morvik on Friday, police said. Nobody knew whether a bomb threat was a hoax."


def test_the_page_of_a_brief_by_rules_says_so_and_claims_no_silence() -> None:
    """What rules lack was not read; what they could not place is quoted, so that a reader finds it."""
    result = summarize(UNPLACED)
    shown = " ".join(render(result.brief, result.document, "text").split())
    assert result.brief.read_by == "coder"
    assert "READ BY RULES, not by a language model" in shown
    assert "NOT READ" in shown
    assert "NOT STATED" not in shown
    assert "not stated" not in shown
    quoted = shown.partition("NOT PLACED")[2].partition("CHECKS")[0]
    assert [quote.text in quoted for quote in result.brief.audit.uncovered] == [True]


def test_what_is_not_placed_stands_under_who_speaks() -> None:
    """An index for the reader: no statement, and nobody's denial of an attack that nothing shows."""
    result = summarize(
        "Nobody knew whether a bomb threat was a hoax. The Lorran navy denied it. The Sella ministry denied the bribe claims."
    )
    shown = " ".join(render(result.brief, result.document, "text").split())
    quoted = shown.partition("NOT PLACED")[2].partition("CHECKS")[0]
    assert "“The Lorran navy”: “The Lorran navy denied it.”" in quoted
    assert "bribe" not in quoted
    assert result.brief.statements == ()


def test_rules_say_of_no_source_what_it_left_out() -> None:
    """A reader of the whole article can tell that somebody is silent on the place; rules that missed it cannot."""
    result = summarize(
        "Rebels shelled a farm near Morvik on Friday, police said. A nurse said the shelling killed two."
    )
    assert "; not the" not in " ".join(render(result.brief, result.document, "text").split())
    read = result.brief.model_copy(update={"read_by": "model"})
    assert "; not the" in " ".join(render(read, result.document, "text").split())


def in_short(a: Article) -> str:
    shown = " ".join(render(verify(as_draft(a.items()), a.document), a.document).split())
    return shown.partition("IN SHORT ")[2].partition("ATTACKS")[0]


def test_harm_in_short_is_somebody_s_word() -> None:
    """Whoever reads two lines only learns whose count it is."""
    a = Article("Rebels said that they had shelled the barracks at Kel and killed forty troops.")
    rebels = a.actor("Rebels")
    toll = a.casualty("killed", "forty", whom="troops", cue="killed", source=rebels.id)
    shelled = a.incident("shelled", kind="shelling", targets=(a.target("the barracks"),), casualties=(toll,))
    a.statement("claim", "said", speaker=rebels, content="they had shelled the barracks", about=shelled)
    assert "Harm: “forty” “troops” killed according to Rebels." in in_short(a)


def test_older_events_are_counted_where_nothing_is_news() -> None:
    a = Article("The ferry was quiet on Monday. Eleven years ago gunmen opened fire on the ferry and killed six.")
    shot = a.incident("opened fire", kind="shooting", frame="background", frame_words="Eleven years ago")
    a.statement("assert", "opened fire", content="gunmen opened fire on the ferry", about=shot, relation="outlet")
    assert "Nothing found: no attack, no threat and no warning. One older event." in in_short(a)


def test_a_blast_of_which_only_the_cause_is_disputed_is_not_disputed_itself() -> None:
    a = Article("A blast shook Kel on Monday, the mayor said. The fire chief said that gas had caused the blast.")
    blast = a.incident("blast", kind="explosion", place="Kel")
    mayor = a.actor("the mayor", kind="official", identity="anonymous")
    chief = a.actor("The fire chief", kind="official", identity="anonymous")
    a.statement("assert", "said", speaker=mayor, content="A blast shook Kel", about=blast, relation="authority")
    cause = {"content": "gas had caused the blast", "contradicts": ("cause",), "relation": "authority"}
    a.statement("dispute", a.at("said", 1), speaker=chief, about=blast, **cause)
    shown = " ".join(render(verify(as_draft(a.items()), a.document), a.document).split())
    assert "B1 DISPUTED as to the cause by “The fire chief”" in shown


def test_what_is_disputed_says_so_in_short() -> None:
    a = Article("The rebels said that the army had shelled Kel. The army said that it had shelled nothing at Kel.")
    rebels, army = a.actor("The rebels"), a.actor("The army", kind="armed_forces")
    shelled = a.incident("shelled", kind="shelling", place="Kel")
    a.statement(
        "assert", "said", speaker=rebels, content="the army had shelled Kel", about=shelled, relation="combatant"
    )
    denied = {"content": "it had shelled nothing at Kel", "contradicts": ("happened",), "relation": "combatant"}
    a.statement("deny_occurrence", a.at("said", 1), speaker=army, about=shelled, **denied)
    assert "One attack, disputed by The army." in in_short(a)


def test_all_that_the_article_says_itself_stands_in_one_row() -> None:
    """What it says with a hedge comes last, so that the hedge is of nothing else."""
    a = Article("A mine may have caused the blast. A blast killed a clerk at Kel on Monday.")
    blast = a.incident(a.at("blast", 1), kind="explosion", place="Kel", time="Monday")
    mine = {"content": "A mine may have caused the blast", "hedge": "may have"}
    a.statement("assert", "may have caused", about=blast, relation="outlet", **mine)
    a.statement("assert", "killed", content="A blast killed a clerk", about=blast, relation="outlet")
    shown = render(verify(as_draft(a.items()), a.document), a.document)
    assert shown.count("\n   Article ") == 1
    told = " ".join(shown.partition("Article ")[2].split())
    assert told.startswith(
        "“A blast killed a clerk”, no source given; “A mine may have caused the blast”, no source given; h"
    )


def test_who_read_stays_with_a_brief_that_is_verified_again() -> None:
    """Nobody can check it, and nobody changes it."""
    result = summarize(UNPLACED)
    stored = UnverifiedBrief.model_validate_json(result.brief.model_dump_json())
    assert verify(stored, result.document).read_by == "coder"


def test_where_nothing_was_found_the_words_that_may_tell_of_something_are_counted() -> None:
    document = Document.from_text("Rebels shelled a farm near Morvik on Friday. It rained in Sella.")
    shown = " ".join(render(verify(Draft(), document), document, "text").split())
    assert (
        "Nothing found: no attack, no threat and no warning. Words of attack or threat stand in 1 of its sentences"
        in shown
    )


def test_only_what_matters_is_shown_unless_all_is_asked_for() -> None:
    """What is left out is counted; nothing that says who says what is among it."""
    whole, matters = page(), page(detail="page")
    assert "NOT STATED  " in whole
    assert "FOLDED" not in whole
    assert "NOT STATED  " not in matters
    assert "FOLDED  not stated " in matters
    assert "(--detail full shows them)" in matters
    assert {line for line in matters.splitlines() if line.startswith("   Says so")} == {
        line for line in whole.splitlines() if line.startswith("   Says so")
    }


def test_heads_alone_are_a_summary_and_a_line_an_item() -> None:
    heads = page(detail="heads")
    assert "IN SHORT" in heads
    assert "A1 CONFIRMED BY ONE OFFICIAL, UNNAMED" in heads
    assert "Says so" not in heads


def test_a_threat_has_its_condition_in_a_row() -> None:
    """Also where the quotation holds it."""
    assert "   Condition “" in page()


def test_a_heading_names_few_of_many() -> None:
    """The rows below name all of them."""
    actors = [example_brief().actors[0].model_copy(update={"id": 20 + number}) for number in range(5)]
    said = example_brief().statements[0]
    statements = [said.model_copy(update={"id": 40 + number, "speaker": 20 + number}) for number in range(5)]
    brief = based_on("both_sides", tuple(one.id for one in statements))
    brief = brief.model_copy(
        update={"actors": (*brief.actors, *actors), "statements": (*brief.statements, *statements)}
    )
    heading = next(line for line in page(brief, width=400).splitlines() if line.startswith("A2 "))
    name = actors[0].name[0].text
    assert f"CONFIRMED BY BOTH SIDES: {name}, {name}, {name} and 2 more" in heading


def test_many_counts_are_a_range_in_the_summary() -> None:
    """Nobody's count is chosen, and none added to another."""
    count = {"outcome": "killed", "whom": [], "count": [], "cue": [], "source": None}
    counts = [
        CountedCasualty.model_validate(count | {"at_least": least, "at_most": most})
        for least, most in ((5, 5), (17, None), (19, 19), (8, 9))
    ]
    assert "Harm: A2 killed 5 to 19 (4 counts)" in page(incident(2, casualties=tuple(counts)), width=400)
