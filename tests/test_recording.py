"""A cassette replays without network or key, says what differs, can be read, and holds no secret."""

import asyncio
import gzip
import json

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.errors import CassetteError
from summarizer.model import ModelSettings, forget_rungs
from summarizer.recording import cassette, tapes
from tests.asking_drafts import ask, ask_sync
from tests.fault_server import EMPTY_DRAFT, Reply, answer, completion, problem, serving

CANARY = "canary-3f9a1c"
MESSAGES = [
    {"role": "system", "content": "Point, never write.\nCopy the words."},
    {"role": "user", "content": "1: ¶ Riders burned a mill.\n2: Nobody was hurt."},
]
SECOND = [MESSAGES[0], {"role": "user", "content": "1: ¶ A bridge fell."}]


@pytest.fixture(autouse=True)
def _as_in_a_new_process(monkeypatch):
    forget_rungs()
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "mill.yaml"


async def _no_sleep(_seconds: float) -> None:
    """Tests wait for nothing."""


def record(path, script, *conversations, key="sk-" + CANARY, **more):
    """Record conversations with a server that is gone afterwards; the settings that were used."""
    with serving(script) as server:
        used = ModelSettings("m", server.url, key, **more)
        with tapes.recording(path, more.get("profile")):
            for messages in conversations or (MESSAGES,):
                ask_sync(messages, used, sleep=_no_sleep)
    return used


def replay(path, *conversations, **more):
    """Replay with nothing but what the cassette supplies."""
    known = tapes.metadata(path)
    used = ModelSettings(known.model, known.base_url, profile=known.profile, **more)
    with tapes.replaying(path):
        return [ask_sync(messages, used) for messages in conversations or (MESSAGES,)]


def with_warning(number: int) -> str:
    return EMPTY_DRAFT.replace('"warnings": []', f'"warnings": [{{"id": {number}}}]')


def test_a_recording_replays_without_server_and_key(path):
    """The answer is the recorded one; model and address come from the cassette."""
    record(path, [answer(with_warning(7))])
    [given] = replay(path)
    assert (given.draft.warnings[0].id, given.model, given.requests) == (7, "model-2026-01-01", 1)


def test_a_key_is_not_needed_where_the_endpoint_would_need_one(path):
    """`--cassette` alone is enough, for OpenAI's endpoint too."""
    record(path, [answer()], profile="openai")
    assert tapes.metadata(path).profile == "openai"
    assert replay(path)[0].requests == 1


def test_an_asynchronous_recording_replays_in_both_forms(path):
    """One cassette serves `summarize` and `asummarize`."""

    async def work(used):
        return (await ask(MESSAGES, used)).draft

    with serving([answer(with_warning(3))]) as server:
        used = ModelSettings("m", server.url)
        with tapes.recording(path):
            recorded = asyncio.run(work(used))
    with tapes.replaying(path):
        replayed = asyncio.run(work(used))
    assert recorded == replayed == replay(path)[0].draft


@pytest.mark.slow
def test_concurrent_calls_replay_whatever_their_order(path):
    """Ten articles side by side find each its own answer."""
    talks = [[MESSAGES[0], {"role": "user", "content": f"article {n}"}] for n in range(10)]
    record(path, [answer(with_warning(n)) for n in range(10)], *talks)
    used = ModelSettings("m", tapes.metadata(path).base_url)

    async def work():
        return await asyncio.gather(*(ask(talk, used) for talk in reversed(talks)))

    with tapes.replaying(path) as tape:
        answers = asyncio.run(work())
    assert ([given.draft.warnings[0].id for given in answers], tape.unplayed) == (list(range(9, -1, -1)), 0)


def test_host_and_port_do_not_matter_and_are_kept_as_recorded(path):
    """A cassette made at one port replays for an endpoint at another."""
    used = record(path, [answer()])
    assert tapes.metadata(path) == tapes.Metadata("m", used.base_url, None)
    with tapes.replaying(path):
        elsewhere = ask_sync(MESSAGES, ModelSettings("m", "http://endpoint.example:9999/v1"))
    assert elsewhere.requests == 1


def test_a_tape_tells_what_was_not_played(path):
    """A test can fail on a half-played cassette."""
    record(path, [answer()], MESSAGES, SECOND)
    used = ModelSettings("m", tapes.metadata(path).base_url)
    with tapes.replaying(path) as tape:
        ask_sync(SECOND, used)
        assert (tape.recorded, tape.unplayed) == (2, 1)


def test_a_request_that_was_recorded_twice_gives_both_answers_in_order_and_then_the_last(path):
    """Running the same article again within one tape works."""
    record(path, [answer(with_warning(1)), answer(with_warning(2))], MESSAGES, MESSAGES)
    given = replay(path, MESSAGES, MESSAGES, MESSAGES)
    assert [one.draft.warnings[0].id for one in given] == [1, 2, 2]


# --- misses ------------------------------------------------------------------------------------


def change(text: str, number: int = 1):
    return [*MESSAGES[:number], {"role": MESSAGES[number]["role"], "content": text}, *MESSAGES[number + 1 :]]


MISSES = {
    "a word": (
        change("1: ¶ Riders burnt a mill.\n2: Nobody was hurt."),
        {},
        "messages[1].content differs at character 16 (recorded 'ed a mill.\\n2: Nobody was…', sent 't a mill.\\n2: Nobody was …')",
    ),
    "an end": (
        change("1: ¶ Riders burned a mill.\n"),
        {},
        "messages[1].content differs at character 27 (recorded '2: Nobody was hurt.', sent '')",
    ),
    "a control character": (
        change("\x1b[31m"),
        {},
        "messages[1].content differs at character 0 (recorded '1: \\xb6 Riders burned a mil…', sent '\\x1b[31m')",
    ),
    "a model": (MESSAGES, {"model": "other"}, "model differs at character 0 (recorded 'm', sent 'other')"),
    "a temperature": (MESSAGES, {"temperature": 0.5}, "temperature is sent (0.5) but not recorded"),
    "a message more": (
        [*MESSAGES, {"role": "user", "content": "and?"}],
        {},
        "messages[2].role is sent ('user') but not recorded",
    ),
    "a message less": (MESSAGES[:1], {}, "messages[1].role is recorded ('user') but not sent"),
}


@pytest.mark.parametrize("name", MISSES)
def test_a_miss_names_the_first_difference(path, name):
    """A stale cassette fails at once, with the place, and never as a connection error."""
    messages, changed, text = MISSES[name]
    used = record(path, [answer()])
    asked = ModelSettings(**{"model": "m", "base_url": used.base_url, **changed})
    with tapes.replaying(path), pytest.raises(CassetteError) as caught:
        ask_sync(messages, asked)
    assert str(caught.value) == f"{path} lacks this request: {text}"


def test_a_miss_is_compared_with_the_recording_that_is_most_like_it(path):
    """Of many articles in one cassette, the message speaks of the right one."""
    record(path, [answer()], SECOND, MESSAGES)
    with tapes.replaying(path), pytest.raises(CassetteError, match=r"recorded 'hurt\.', sent 'well\.'"):
        ask_sync(change("1: ¶ Riders burned a mill.\n2: Nobody was well."), ModelSettings("m", "http://h/v1"))


def test_another_path_is_named(path):
    """An address that ends otherwise is no difference of the body."""
    record(path, [answer()])
    with (
        tapes.replaying(path),
        pytest.raises(CassetteError, match="nothing to POST /v2/chat/completions is recorded"),
    ):
        ask_sync(MESSAGES, ModelSettings("m", "http://h/v2"))


# --- what is kept --------------------------------------------------------------------------------


def test_no_secret_is_in_a_cassette(path):
    """Key, cookies, organisation and request ids are left out, in both directions."""
    headers = {
        "Set-Cookie": f"session={CANARY}",
        "OpenAI-Organization": CANARY,
        "OpenAI-Project": CANARY,
        "X-Request-Id": CANARY,
        "Retry-After": "3600",
        "Authorization": CANARY,
    }
    record(path, [Reply(body=completion(), headers=headers)])
    text = path.read_text(encoding="utf-8").lower()
    assert [
        word for word in (CANARY, "authorization", "cookie", "organization", "retry", "user-agent") if word in text
    ] == []


def test_failures_that_were_cured_are_not_kept(path):
    """A replay neither fails nor waits where the recording did."""
    record(path, [problem(429, "slow", retry_after="50"), problem(503, "busy"), Reply(reset=True), answer()])
    assert len(cassette.read(path)["interactions"]) == 1
    assert replay(path)[0].requests == 1


def test_a_step_down_the_ladder_replays(path):
    """A 400 that led to another rung is part of the story."""
    record(path, [problem(400, "response_format"), answer()])
    forget_rungs()
    [given] = replay(path)
    assert (given.requests, given.rung) == (2, "plain")


def test_what_an_earlier_call_learnt_does_not_get_into_a_recording(path):
    """A cassette replays in a process that has learnt nothing."""

    def no_strict(body, _headers):
        return problem(400, "strict") if body["response_format"]["json_schema"].get("strict") else answer()

    with serving(no_strict) as server:
        used = ModelSettings("m", server.url)
        ask_sync(MESSAGES, used)
        with tapes.recording(path):
            assert ask_sync(MESSAGES, used).requests == 2
    assert replay(path)[0].requests == 2


def test_a_compressed_answer_is_stored_as_text(path):
    """A cassette is there to be read."""
    body = gzip.compress(json.dumps(completion()).encode())
    record(path, [Reply(body=body, headers={"Content-Encoding": "gzip"})])
    assert "content: !json" in path.read_text(encoding="utf-8")
    assert replay(path)[0].requests == 1


def test_a_new_recording_replaces_the_old(path):
    """Nothing stale stays behind."""
    record(path, [answer(with_warning(1))], MESSAGES, SECOND)
    record(path, [answer(with_warning(2))], SECOND)
    assert replay(path, SECOND)[0].draft.warnings[0].id == 2
    with pytest.raises(CassetteError, match="lacks this request"):
        replay(path, MESSAGES)


def test_a_broken_cassette_can_be_recorded_again(path):
    """What the message advises works."""
    path.parent.mkdir()
    path.write_text("half: [", encoding="utf-8")
    record(path, [answer(with_warning(2))])
    assert replay(path)[0].draft.warnings[0].id == 2


def test_a_recording_that_fails_leaves_the_old_one(path):
    """A dropped connection does not cost a cassette."""
    record(path, [answer(with_warning(1))])
    before = path.read_bytes()
    with pytest.raises(Exception, match="does not fit the schema"):
        record(path, [answer(), answer("no")], SECOND, MESSAGES)
    assert (path.read_bytes(), [file.name for file in path.parent.iterdir()]) == (before, [path.name])


def test_the_same_exchange_is_recorded_as_the_same_bytes(path):
    """A diff of cassettes shows what changed and nothing else."""
    texts = []
    for _ in range(2):
        used = record(path, [answer(with_warning(1))])
        texts.append(path.read_text(encoding="utf-8").replace(used.host, "HOST"))
    assert texts[0] == texts[1]


# --- files that are no cassettes ------------------------------------------------------------------

BAD = {
    "empty": "",
    "half": None,
    "other YAML": "a: 1\n",
    "a list": "- 1\n",
    "no YAML": "a: [1\n",
    "none recorded": "format: 1\ninteractions: []\nrecorded: 0\n",
    "another format": "format: 2\ninteractions: []\n",
    "nested a thousand deep": f"format: 1\ninteractions: {'[' * 1000}{']' * 1000}\n",
    "a tag that executes": "format: !!python/object/apply:os.system ['echo no']\ninteractions: []\n",
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_cassette_is_said_in_one_line(path, name):
    """Half of one, another YAML file, something that would execute: the same line."""
    record(path, [answer()])
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: len(text) // 2] if BAD[name] is None else BAD[name], encoding="utf-8")
    for use in (tapes.metadata, lambda where: tapes.replaying(where).__enter__()):
        with pytest.raises(CassetteError) as caught:
            use(path)
        assert str(caught.value) == f"{path} is no cassette, or only half of one: record it again"


def test_a_cassette_cut_off_anywhere_is_no_cassette(path):
    """Not even where what is left would be whole YAML."""
    record(path, [answer()], MESSAGES, SECOND)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if line.startswith(("- request", "  response"))]
    for number in [*starts, len(lines) // 3, len(lines) - 1]:
        path.write_text("".join(lines[:number]), encoding="utf-8")
        with pytest.raises(CassetteError, match="is no cassette, or only half of one"):
            tapes.metadata(path)


def test_a_missing_cassette_is_said(path):
    """The path, and the system's reason."""
    with pytest.raises(CassetteError) as caught, tapes.replaying(path):
        pass
    assert str(caught.value) == f"cannot read the cassette {path}: No such file or directory"


def test_bytes_are_no_cassette(path):
    """A picture, say."""
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00\x89PNG")
    with pytest.raises(CassetteError, match="is no cassette: it is not UTF-8 text"):
        tapes.metadata(path)


def test_a_file_of_more_than_100_mb_is_no_cassette(path):
    """It is read up to the limit."""
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(CassetteError, match="is larger than 100 MB: check that it is a cassette"):
        tapes.metadata(path)


def test_one_cassette_is_open_at_a_time(path):
    """A tape stands before every connection of the process, so a second would take the first one's requests."""
    record(path, [answer()])
    with (
        tapes.replaying(path),
        pytest.raises(CassetteError, match="another cassette is open"),
        tapes.replaying(path),
    ):
        pass
    assert not tapes.is_open()


# --- the format -----------------------------------------------------------------------------------

AWKWARD = st.text(
    alphabet=st.sampled_from(list("a\n\t \r\x00\x1b\x85\u2028\u2029\ufeff'\"#:-{}[]!&*%@`|>\\é😀\ud800")), max_size=12
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20) | AWKWARD,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(AWKWARD, inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@example({"text": "a \n b\n"})
@example({"text": '{"a": "b"}'})
@example({"text": "2024-01-01", "yes": "no", "~": "1e3", "=": "<<"})
@given(st.dictionaries(st.text(max_size=5), JSON, max_size=3))
@pytest.mark.slow
def test_every_json_body_comes_back_as_it_went_in(value):
    """Whatever an article or a model contains, the file gives the same JSON back."""
    stored = cassette.stored(json.dumps(value).encode())
    again = cassette.load(cassette.dump({"body": stored}))["body"]
    assert json.loads(cassette.body_of(again)) == value


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=30))
def test_every_other_body_comes_back_byte_by_byte(body):
    """Pages and broken bytes too."""
    stored = cassette.stored(b"\x00" + body)
    assert cassette.body_of(cassette.load(cassette.dump({"body": stored}))["body"]) == b"\x00" + body


def test_texts_of_several_lines_and_answers_are_readable(path):
    """Lines of the article stand as lines, and the answer as structure."""
    record(path, [answer(with_warning(7))])
    text = path.read_text(encoding="utf-8")
    assert "content: |-\n          1: ¶ Riders burned a mill.\n          2: Nobody was hurt.\n" in text
    assert "            warnings:\n            - id: 7\n" in text


def test_an_answer_in_another_layout_is_kept_to_the_letter(path):
    """Only text that `json.dumps` would write is stored as structure: what replays is what was recorded."""
    odd = EMPTY_DRAFT.replace(": ", " :  ")
    record(path, [answer(odd)])
    assert "!json" not in path.read_text(encoding="utf-8")
    content = yaml.safe_load(path.read_text())["interactions"][0]["response"]["json"]["choices"][0]["message"][
        "content"
    ]
    assert content == odd
