"""Whether a verb tells what is to come: "will bomb", "vowed to bomb", "or be bombed"."""

from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.morphology import verb_form
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import lemmas, word_set

_ABOUT = frozenset({"going", "about", "ready", "determined", "set", "sworn", "prepared"})
_PRESENT = frozenset({"are", "is", "am", "'re", "'m", "'s"})
_THEN = frozenset({"then", "or", "otherwise"})


def is_to_come(frame: Frame, parsed: Parsed) -> bool:
    """Whether a verb tells what somebody will do: "will", "going to", "coming for", "will not hesitate to"."""
    signs = (_is_willed, _is_about, follows_or, _follows_then, _is_under_way, _goes_on)
    return any(sign(frame, parsed) for sign in signs)


def _is_willed(frame: Frame, _: Parsed) -> bool:
    return frame.modal in word_set("threatening", "will")


def _is_about(frame: Frame, parsed: Parsed) -> bool:
    """ "Ready to strike", "vowed to strike"."""
    if not (frame.infinitive and frame.first):
        return False
    lead = parsed.tokens[frame.first - 1]
    return lead.low in _ABOUT or lead.base in lemmas("threatening", "committing")


def follows_or(frame: Frame, parsed: Parsed) -> bool:
    """ "To go or be shot", "or face death", "or see their fields burned"."""
    before = (token.low for token in reversed(parsed.tokens[: frame.first]) if token.tag is not Tag.QUOTE)
    if parsed.tokens[frame.first].low in lemmas("threatening", "alternatives"):
        return next(before, "") == "or"
    seen = parsed.verb_before(frame.first)
    return seen is not None and seen.base in ("see", "have") and follows_or(seen, parsed)


def _follows_then(frame: Frame, parsed: Parsed) -> bool:
    """ "Then we kill the boy", "or we shoot"."""
    own = [each for each in frame.subjects if parsed.tokens[each.first].low in word_set("threatening", "own")]
    leads = {parsed.tokens[each.first - 1].low for each in own if each.first}
    return not leads.isdisjoint(_THEN) and is_present(frame, parsed)


def _is_under_way(frame: Frame, parsed: Parsed) -> bool:
    """ "We're coming for you": what is done already is not to come."""
    return (
        frame.base == "come" and parsed.tokens[frame.verb].tag is Tag.ING and parsed.tokens[frame.first].low in _PRESENT
    )


def _goes_on(frame: Frame, parsed: Parsed) -> bool:
    """ "Will come and kill", "will not hesitate to kill", "will start killing"."""
    before = parsed.verb_before(frame.first)
    first = parsed.tokens[frame.first].tag
    if before is None or first not in (Tag.BASE, Tag.TO, Tag.ING):
        return False
    joined = parsed.tokens[frame.first - 1].tag is Tag.COORDINATOR
    leads = joined if first is Tag.BASE else before.base in lemmas("threatening", "leading_on")
    return leads and is_to_come(before, parsed)


def is_present(frame: Frame | None, parsed: Parsed) -> bool:
    """Whether a verb tells nothing past: "is next", "start to treat them as targets"."""
    form = verb_form(parsed.tokens[frame.verb].low) if frame is not None else None
    return form is None or "past" not in form.forms
