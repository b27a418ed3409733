"""Who speaks: the right speaker passes, and every other one is dropped or marked."""

from summarizer.conflict.checks.saying import ATTRIBUTION
from summarizer.conflict.checks.speech import SPEAKER
from tests.items_factory import Article

DENIED = (
    "The Orrin Front said it shot down a drone on Monday. The Vellish army denied that the Orrin Front had done so."
)


def denied() -> Article:
    a = Article(DENIED)
    a.actor("Orrin Front")
    a.actor("Vellish army", kind="armed_forces")
    return a


def test_the_speaker_before_the_verb_passes():
    a = denied()
    army = a.items().actors[2]
    assert a.codes(SPEAKER, a.statement("deny_occurrence", "denied", speaker=army)) == []


def test_another_actor_in_the_speaking_place_drops_the_statement():
    """Both are named in the sentence; the order of words says which of them denies."""
    a = denied()
    front = a.items().actors[1]
    assert a.codes(SPEAKER, a.statement("deny_occurrence", "denied", speaker=front)) == ["other_speaker"]


def test_a_speaker_named_only_in_the_sentence_before_is_marked():
    a = Article("The Orrin Front met on Monday. Nine mortars were fired, a statement said.")
    front = a.actor("Orrin Front")
    assert a.codes(SPEAKER, a.statement("assert", "a statement said", speaker=front)) == ["speaker_nearby"]


def test_a_speaker_named_nowhere_near_is_marked():
    a = Article("The Orrin Front met. It rained. Roads were shut. Nine mortars were fired, a statement said.")
    front = a.actor("Orrin Front")
    assert a.codes(SPEAKER, a.statement("assert", "a statement said", speaker=front)) == ["speaker_not_shown"]


def test_a_quotation_that_runs_on_reaches_the_sentence_that_names_its_speaker():
    a = Article("“We fired on the post,” Orrin Front commander Tal Berrin said. “We shall fire again.”")
    berrin = a.actor("Tal Berrin", kind="person")
    assert a.codes(SPEAKER, a.threat(berrin, "We shall fire again")) == []


def test_a_surname_or_an_acronym_stands_for_its_bearer():
    a = Article("Tal Berrin leads the Orrin River Front. Berrin admitted the raid. The ORF vowed another.")
    berrin = a.actor("Tal Berrin", kind="person")
    front = a.actor("Orrin River Front")
    assert a.codes(SPEAKER, a.statement("acknowledge", "admitted", speaker=berrin)) == []
    assert a.codes(SPEAKER, a.threat(front, "vowed another", cue="vowed")) == []


def test_a_part_of_a_name_with_the_article_stands_for_its_bearer():
    a = Article(
        "The Ministry of Defence of Velland met. It rained. It snowed. The Ministry said that a bridge was hit."
    )
    ministry = a.actor("Ministry of Defence of Velland", kind="armed_forces")
    assert a.codes(SPEAKER, a.statement("assert", "said", speaker=ministry)) == []


def test_a_spokesman_speaks_for_the_body_that_follows_in_his_phrase():
    """'A spokesman for the Orrin Front said': the name directly before the verb is not another speaker."""
    a = Article("A spokesman for the Orrin Front said nine mortars were fired.")
    a.actor("Orrin Front")
    spokesman = a.actor("A spokesman", kind="official", identity="anonymous")
    assert a.codes(SPEAKER, a.statement("assert", "said", speaker=spokesman)) == []


def test_a_body_that_speaks_through_its_member_is_marked():
    a = Article("The Orrin Front is led by Tal Berrin. Berrin said nine mortars were fired.")
    front = a.actor("Orrin Front")
    a.actor("Tal Berrin", kind="person", belongs_to=[front])
    assert a.codes(SPEAKER, a.statement("assert", "said", speaker=front)) == ["kin_named"]


def test_a_body_may_speak_through_a_member_without_a_name():
    a = Article("The Orrin Front met on Monday. The Front's spokesman said nine mortars were fired.")
    front = a.actor("Orrin Front")
    a.actor("The Front's spokesman", kind="official", identity="anonymous", belongs_to=[front])
    assert a.codes(SPEAKER, a.statement("assert", "said", speaker=front)) == []


def test_the_name_after_said_speaks_where_the_quotation_stands_first():
    a = Article("“The bridge was hit,” said the Vellish army, which is fighting the Orrin Front.")
    army = a.actor("Vellish army", kind="armed_forces")
    front = a.actor("Orrin Front")
    assert a.codes(SPEAKER, a.statement("assert", "said", speaker=army)) == []
    assert a.codes(SPEAKER, a.statement("assert", "said", speaker=front)) == ["other_speaker"]


def test_the_name_after_according_to_speaks():
    a = Article("The Orrin Front hit the bridge, according to the Vellish army.")
    front = a.actor("Orrin Front")
    army = a.actor("Vellish army", kind="armed_forces")
    assert a.codes(SPEAKER, a.statement("assert", "according to", speaker=army)) == []
    assert a.codes(SPEAKER, a.statement("assert", "according to", speaker=front)) == ["other_speaker"]


def test_in_the_passive_the_name_after_by_speaks():
    a = Article("The raid was claimed by the Orrin Front. The Orrin Front was blamed by the Vellish army.")
    front = a.actor("Orrin Front")
    army = a.actor("Vellish army", kind="armed_forces")
    assert a.codes(SPEAKER, a.statement("claim", "claimed", speaker=front)) == []
    assert a.codes(SPEAKER, a.statement("claim", "claimed", speaker=army)) == ["other_speaker"]
    assert a.codes(SPEAKER, a.statement("blame", "blamed", speaker=army, whom=[front])) == []
    assert a.codes(SPEAKER, a.statement("blame", "blamed", speaker=front)) == ["other_speaker"]


def test_a_pronoun_leads_to_the_nearest_actor_it_may_stand_for():
    a = Article("Tal Berrin met the Orrin Front on Monday. He warned of more raids.")
    berrin = a.actor("Tal Berrin", kind="person")
    a.actor("Orrin Front")
    assert a.codes(SPEAKER, a.threat(berrin, "more raids", cue="warned", issuer_words="He")) == []


def test_a_pronoun_that_may_stand_for_somebody_nearer_is_marked():
    a = Article("Tal Berrin spoke on Sunday. Mayor Ansa Holm spoke on Monday. She warned of more raids.")
    berrin = a.actor("Tal Berrin", kind="person")
    a.actor("Ansa Holm", kind="person")
    threat = a.threat(berrin, "more raids", cue="warned", issuer_words="She")
    assert a.codes(SPEAKER, threat) == ["pronoun_unresolved"]


def test_the_group_may_be_the_subject_of_the_sentence_before():
    a = Article("The Orrin Front is an ally of the Tarn Brigade. The group claimed two raids.")
    front = a.actor("Orrin Front")
    a.actor("Tarn Brigade")
    assert a.codes(SPEAKER, a.statement("claim", "claimed", speaker=front, speaker_words="The group")) == []


def test_an_article_in_another_language_is_left_alone():
    for language, found in (("en", ["speaker_not_shown"]), ("und", [])):
        a = Article("The Orrin Front met. It rained. It snowed. Nine mortars fell.", language=language)
        assert a.codes(SPEAKER, a.statement("assert", "fell", speaker=a.actor("Orrin Front"))) == found


# --- the outlet's own voice -------------------------------------------------------------------------------


def test_the_articles_own_sentence_is_its_own():
    a = Article("Nine mortars hit the bridge on Monday. The army said it was looking into it.")
    assert a.codes(ATTRIBUTION, a.statement("assert", "hit", content="Nine mortars hit the bridge")) == []


def test_what_an_official_says_is_not_the_outlets_word():
    a = Article("The Vellish army said that nine mortars hit the bridge on Monday.")
    assert a.codes(ATTRIBUTION, a.statement("assert", "hit", content="nine mortars hit the bridge")) == ["attributed"]


def test_an_attribution_at_the_end_of_the_sentence_counts():
    a = Article("Nine mortars hit the bridge on Monday, the Vellish army said.")
    assert a.codes(ATTRIBUTION, a.statement("assert", "hit", content="Nine mortars hit the bridge")) == ["attributed"]


def test_a_quotation_is_not_the_outlets_word():
    a = Article("“Nine mortars hit the bridge,” Tal Berrin said.")
    assert a.codes(ATTRIBUTION, a.statement("assert", "hit", content="Nine mortars hit the bridge")) == ["attributed"]


def test_an_act_that_the_article_takes_for_granted_stays_with_a_mark_at_most():
    """The army speaks of schools; that the bridge was attacked the article says itself."""
    a = Article("A day after the raid on the bridge, the Vellish army said schools would close.")
    assert a.codes(ATTRIBUTION, a.statement("assert", "raid", content="the raid on the bridge")) == []


def test_a_raid_told_within_a_said_clause_is_marked():
    a = Article("The Vellish army said it was looking for those behind the raid on the bridge.")
    assert a.codes(ATTRIBUTION, a.statement("assert", "raid", content="the raid on the bridge")) == [
        "perhaps_attributed"
    ]


SHARED = "The mill burned. The army says three men died, and the Tarn Brigade eleven."


def test_the_second_subject_of_a_verb_speaks_too():
    """ "A says three, and B eleven": eleven is B's word, and three is not."""
    a = Article(SHARED)
    a.actor("The army", kind="armed_forces")
    brigade = a.actor("the Tarn Brigade")
    own = a.statement("assert", "says", speaker=brigade, content="eleven")
    other = a.statement("assert", "says", speaker=brigade, content="three men died")
    assert (a.codes(SPEAKER, own), a.codes(SPEAKER, other)) == ([], ["other_speaker"])


def test_a_document_speaks_for_its_author():
    """ "The letter" is that of the one in whose sentence a letter stood before."""
    a = Article(
        "The Tarn Brigade sent a letter. The Orda League met. The army left. The letter was silent on the mill."
    )
    brigade, league = a.actor("The Tarn Brigade"), a.actor("The Orda League")
    a.actor("The army", kind="armed_forces")
    words = a.at("The letter")
    own = a.statement("announce", "was silent on", speaker=brigade, speaker_words=words, content="the mill")
    other = a.statement("announce", "was silent on", speaker=league, speaker_words=words, content="the mill")
    assert (a.codes(SPEAKER, own), a.codes(SPEAKER, other)) == ([], ["pronoun_unresolved"])


def test_what_is_told_in_passing_is_marked_and_not_dropped():
    """A clause behind a comma may be the article's own word on the one named; what stands in the saying itself is not."""
    a = Article("The rebels say that they killed Mayor Ilo Denn, who was shot at his house. Bran Holm said he fled.")
    a.actor("The rebels")
    passing = a.statement("assert", "was shot", content="Mayor Ilo Denn, who was shot at his house")
    told = a.statement("assert", "killed", content="killed Mayor Ilo Denn")
    assert a.codes(ATTRIBUTION, passing) == ["perhaps_attributed"]
    assert a.codes(ATTRIBUTION, told) == ["attributed"]


def harl(text: str, words: str | tuple[()] = ()) -> list[str]:
    """Odo Harl of the Orrin Front speaks; the Front is given as the one who does."""
    a = Article(text)
    front = a.actor("the Orrin Front")
    a.actor("Odo Harl", kind="official", belongs_to=(front,))
    return a.codes(SPEAKER, a.statement("announce", "said", speaker=front, speaker_words=words))


def test_a_member_who_speaks_where_the_body_is_not_named_speaks_for_himself():
    assert harl("A man of the Orrin Front, Odo Harl, met the mayor. Harl said it was over.") == ["kin_named"]
    assert harl("A man of the Orrin Front, Odo Harl, said it was over.") == []


def test_a_pronoun_for_one_person_is_no_body():
    assert harl("Odo Harl of the Orrin Front met the mayor. Later he said it was over.", "he") == ["pronoun_unresolved"]
    assert harl("Odo Harl of the Orrin Front met the mayor. The man there said it was over.", "The man there") == [
        "pronoun_unresolved"
    ]
    assert harl("The congress of the Orrin Front met. Odo Harl came. Then it said it was over.", "it") == []


def test_who_puts_a_toll_at_a_number_or_reads_it_to_reporters_gives_it():
    a = Article("Later she put the dead at nine. A doctor read nine names to reporters. The gale put the mill at risk.")
    put = a.statement("assert", "put", content="the dead at nine")
    read = a.statement("assert", "read nine names to reporters", content="nine names")
    assert (a.codes(ATTRIBUTION, put), a.codes(ATTRIBUTION, read)) == (["attributed"], ["attributed"])
    assert a.codes(ATTRIBUTION, a.statement("assert", a.at("put", 1), content="put the mill at risk")) == []


def test_what_nobody_in_particular_says_is_passed_on_with_its_hedge():
    """A rumour is the article's to tell where it says that it is one; with a speaker it is the speaker's."""
    a = Article("The bridge at Sella was reported to have been hit. It was said by the Vellish army to have burned.")
    a.actor("Vellish army", kind="armed_forces")
    rumour = a.statement("assert", "was reported", content="to have been hit", hedge="was reported")
    assert a.codes(ATTRIBUTION, rumour) == []
    unhedged = a.statement("assert", "was reported", content="to have been hit")
    by_the_army = a.statement("assert", "was said", content="to have burned", hedge="was said")
    assert a.codes(ATTRIBUTION, unhedged) != []
    assert a.codes(ATTRIBUTION, by_the_army) != []


def test_whose_figure_it_is_gives_it():
    a = Article("The ministry's figure of nine dead, sent out overnight, is too high. The figure of a horse burned.")
    assert a.codes(ATTRIBUTION, a.statement("assert", "dead", content="figure of nine dead")) == ["perhaps_attributed"]
    assert a.codes(ATTRIBUTION, a.statement("assert", "burned", content="figure of a horse burned")) == []


# --- a speaker behind a word of saying, and one who is taken up ------------------------------------------------------


def test_one_by_whom_it_is_said_passes_though_what_is_said_holds_the_name():
    """The content may run from before the verb to behind the name of the one by whom it is done."""
    a = Article("The wounded were listed by Major Oda Brill as two drivers and a cook.")
    brill = a.actor("Oda Brill", kind="official")
    whole = "The wounded were listed by Major Oda Brill as two drivers and a cook"
    assert a.codes(SPEAKER, a.statement("assert", "listed", content=whole, speaker=brill)) == []


def test_one_who_made_the_claim_passes_and_one_about_whom_it_was_made_does_not():
    """Of "the claim that X made" X is the speaker; of "the claim about X" X is not."""
    a = Article("The League took back the claim that its deputy, Tal Berrin, had made for the fire at the mill.")
    berrin = a.actor("Tal Berrin", kind="person")
    assert a.codes(SPEAKER, a.statement("claim", "the claim", content="for the fire", speaker=berrin)) == []
    a = Article("The League took back the claim against Tal Berrin for the fire at the mill.")
    berrin = a.actor("Tal Berrin", kind="person")
    assert a.codes(SPEAKER, a.statement("claim", "the claim", content="for the fire", speaker=berrin)) != []


def test_a_body_is_taken_up_by_the_noun_of_its_name_beside_a_description_that_holds_it():
    """ "The ferry" is the state ferry, though "a ferry captain" speaks elsewhere."""
    a = Article("A bomb hit a boat of the state ferry. A ferry captain saw it. The ferry said that two were hurt.")
    ferry = a.actor("the state ferry", kind="organisation")
    a.actor("A ferry captain", kind="person", identity="anonymous")
    assert a.codes(SPEAKER, a.statement("assert", "said", content="two were hurt", speaker=ferry)) == []


def test_we_outside_of_quotation_marks_is_who_puts_the_article_out():
    """The body at its head says "we"; a party that is named there does not, nor does a quotation."""
    text = (
        "TAMBLE WATCH\n\nMonthly letter.\n\nThe road was shut. The mill was dark. It rained.\n\nNobody came. Last month"
        " we said that rebels had shelled the mill."
    )
    a = Article(text)
    watch = a.actor("TAMBLE WATCH", kind="monitor")
    said = a.statement("assert", "said", content="rebels had shelled the mill", speaker=watch, speaker_words="we")
    assert a.codes(SPEAKER, said) == []


def test_they_are_two_whom_and_joins_where_no_body_stands_nearer():
    """ "Sel Varro and the harbour council … They": either; who stood alone before is not meant."""
    a = Article("The Orrin Front met. Sel Varro and the harbour council deplored the raid. They urged calm.")
    varro = a.actor("Sel Varro", kind="person")
    a.actor("the harbour council", kind="organisation")
    said = a.statement("assert", "urged", content="calm", speaker=varro, speaker_words="They")
    assert a.codes(SPEAKER, said) == []


def test_words_stand_for_the_one_whose_name_hangs_on_them():
    """ "Two members of the Orrin Front": what they say is the Front's word."""
    a = Article("The Kel Army met. Two members of the Orrin Front said that the ferry was theirs.")
    a.actor("Kel Army", kind="armed_forces")
    front = a.actor("Orrin Front")
    said = a.statement("assert", "said", content="the ferry was theirs", speaker=front, speaker_words="Two members")
    assert a.codes(SPEAKER, said) == []


def test_one_by_whom_a_thing_was_looked_into_may_be_the_one_who_says_it():
    """ "Footage reviewed by the Tamble Watch shows": it shows what the Watch has seen."""
    a = Article("Footage reviewed by the Tamble Watch shows the mill burning.")
    watch = a.actor("Tamble Watch", kind="monitor")
    shown = a.statement("assert", "shows", content="the mill burning", speaker=watch)
    assert a.codes(SPEAKER, shown) == []
