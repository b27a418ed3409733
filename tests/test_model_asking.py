"""One request through the real client to a loopback server: what is sent, what is counted, and what comes back."""

import asyncio
import json
import logging
import subprocess
import sys

import pytest
from pydantic import BaseModel, ConfigDict

from summarizer.asking.run import Tokens
from summarizer.errors import AuthenticationFailed, ConnectionFailed, MalformedAnswer, UsageError
from summarizer.model import ModelSettings, forget_rungs, open_client
from summarizer.model.strict import schema_of
from summarizer.schemas.draft import Draft
from tests.asking_drafts import ask, ask_sync
from tests.fault_server import EMPTY_DRAFT, answer, problem, serving

SYSTEM = {"role": "system", "content": "Point, never write."}
MESSAGES = [SYSTEM, {"role": "user", "content": "1: ¶ Riders burned a mill."}]
WRONG_KIND = EMPTY_DRAFT.replace('"actors": []', '"actors": [{"id": 1, "kind": "dragon", "identity": "named"}]')


@pytest.fixture(autouse=True)
def _as_in_a_new_process(monkeypatch):
    forget_rungs()
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_LOG"):
        monkeypatch.delenv(name, raising=False)


def settings(server, **more) -> ModelSettings:
    return ModelSettings("m", server.url, **more)


def test_importing_the_model_layer_imports_no_client():
    """`brief --help` must not wait a second for packages that it does not use."""
    code = (
        "import sys, summarizer.model, summarizer.recording.tapes\n"
        "print(sorted({'openai', 'instructor', 'tenacity', 'vcr', 'httpx2', 'yaml'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_committed_strict_schema_is_in_the_request():
    """Chat calls are strict: the schema goes out as committed, with `strict`."""
    with serving([answer()]) as server:
        ask_sync(MESSAGES, settings(server))
    assert server.bodies[0]["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "draft", "strict": True, "schema": schema_of(Draft)},
    }


@pytest.mark.parametrize("words", ["{{7*7}}", "{% for x in y %}", "{# gone #}", "{{ messages }}\n  indented\n"])
def test_an_article_with_template_signs_reaches_the_endpoint_unchanged(words):
    """Nothing on the way renders what an article contains."""
    messages = [SYSTEM, {"role": "user", "content": words}]
    with serving([answer()]) as server:
        ask_sync(messages, settings(server))
    assert server.bodies[0]["messages"] == messages


def test_the_answer_is_a_plain_draft_equal_to_one_that_was_made_directly():
    """What comes back is Draft itself, no library's subclass of it."""
    text = EMPTY_DRAFT.replace('"warnings": []', '"warnings": [{"id": 4}]')
    with serving([answer(text)]) as server:
        draft = ask_sync(MESSAGES, settings(server)).draft
    assert (type(draft), draft) == (Draft, Draft.model_validate_json(text))


def test_the_answer_says_what_it_took():
    """Model as the provider named it, endpoint, profile, rung, requests, seconds, service tier."""
    with serving([answer(service_tier="flex")]) as server:
        given = ask_sync(MESSAGES, settings(server), clock=iter([10.0, 12.5]).__next__)
    assert (
        given.model,
        given.endpoint,
        given.profile,
        given.rung,
        given.requests,
        given.seconds,
        given.service_tier,
    ) == (
        "model-2026-01-01",
        server.url,
        "generic",
        "strict",
        1,
        2.5,
        "flex",
    )


def test_tokens_are_summed_over_every_attempt():
    """An answer that did not fit was paid for too."""
    with serving([answer(WRONG_KIND, prompt_tokens=100), problem(503, "busy"), answer(prompt_tokens=150)]) as server:
        given = ask_sync(MESSAGES, settings(server), sleep=_no_sleep)
    assert (given.requests, given.tokens) == (3, Tokens(prompt=250, completion=40, cached=6))


def test_tokens_of_a_failure_are_told_by_the_error():
    """Three answers of no use were paid for as well."""
    with serving([answer("no", prompt_tokens=100)]) as server, pytest.raises(MalformedAnswer) as caught:
        ask_sync(MESSAGES, settings(server))
    assert (caught.value.requests, caught.value.prompt_tokens, caught.value.completion_tokens) == (3, 300, 60)


def test_a_re_ask_holds_the_answer_and_our_own_words():
    """No library's text, no version, no link: the same bytes next year."""
    with serving([answer(WRONG_KIND), answer()]) as server:
        ask_sync(MESSAGES, settings(server))
    assert server.bodies[1]["messages"] == [
        *MESSAGES,
        {"role": "assistant", "content": WRONG_KIND},
        {
            "role": "user",
            "content": "Your answer does not fit the schema:\n"
            "- actors[0].kind: must be one of 'armed_group', 'armed_forces', 'state', 'public_body', 'official', "
            "'organisation', 'monitor', 'outlet', 'person' or 'people'\n"
            "Answer again with the whole JSON object, corrected, and nothing else.",
        },
    ]


def test_a_re_ask_lists_twenty_problems_at_most():
    """A wholly wrong answer does not double the prompt."""
    actors = json.dumps([{"id": number} for number in range(15)])
    with serving([answer(EMPTY_DRAFT.replace('"actors": []', f'"actors": {actors}')), answer()]) as server:
        ask_sync(MESSAGES, settings(server))
    lines = server.bodies[1]["messages"][-1]["content"].splitlines()
    assert (len(lines), lines[-2]) == (23, "- and 10 more of this sort")


def test_re_asks_and_transport_attempts_do_not_multiply():
    """A server that fails after a wrong answer costs one request more than the transport's limit."""
    with serving([answer("no"), problem(500, "down")]) as server, pytest.raises(Exception, match="the endpoint failed"):
        ask_sync(MESSAGES, settings(server, transport_attempts=3, reasks=5), sleep=_no_sleep)
    assert len(server.bodies) == 4


def test_a_client_of_the_callers_own_retries_no_more_than_ours():
    """openai retries twice by default; here one place decides."""
    import openai

    async def work(base_url):
        async with openai.AsyncOpenAI(api_key="k", base_url=base_url) as client:
            await ask(MESSAGES, ModelSettings("m", transport_attempts=2), client=client, sleep=_no_sleep)

    with serving([problem(500, "down")]) as server, pytest.raises(Exception, match="the endpoint failed") as caught:
        asyncio.run(work(server.url))
    assert (len(server.bodies), "127.0.0.1" in str(caught.value)) == (2, True)


def test_twenty_articles_at_once_get_each_its_own_answer():
    """Nothing is shared between calls that run side by side."""

    def echo(body, _headers):
        number = int(body["messages"][-1]["content"])
        return answer(EMPTY_DRAFT.replace('"warnings": []', f'"warnings": [{{"id": {number}}}]'))

    async def work(given):
        async with open_client(given) as client:
            calls = [ask([SYSTEM, {"role": "user", "content": str(n)}], given, client=client) for n in range(20)]
            return await asyncio.gather(*calls)

    with serving(echo) as server:
        answers = asyncio.run(work(settings(server)))
    assert [given.draft.warnings[0].id for given in answers] == list(range(20))


def test_the_synchronous_form_works_inside_a_running_loop():
    """A notebook has a loop already."""

    async def notebook(given):
        return ask_sync(MESSAGES, given)

    with serving([answer()]) as server:
        assert asyncio.run(notebook(settings(server))).requests == 1


def test_another_response_model_is_asked_for_in_the_same_way():
    """A repair asks for less than a whole draft."""

    class Fix(BaseModel):
        model_config = ConfigDict(frozen=True, extra="forbid")
        words: str = ""

    with serving([answer('{"words": "a mill"}')]) as server:
        given = ask_sync(MESSAGES, settings(server), response_model=Fix)
    wanted = server.bodies[0]["response_format"]["json_schema"]
    assert (given.draft, wanted["name"], wanted["schema"]["required"]) == (Fix(words="a mill"), "fix", ["words"])


def test_a_rung_that_held_is_remembered_for_that_endpoint_and_model_only():
    """The ladder is climbed down once, not for every article."""

    def no_schema(body, _headers):
        return problem(400, "response_format is not supported") if "response_format" in body else answer()

    with serving(no_schema) as server:
        counts = [ask_sync(MESSAGES, settings(server)).requests for _ in range(2)]
        other = ask_sync(MESSAGES, ModelSettings("other", server.url)).requests
    assert (counts, other) == ([3, 1], 3)


def test_the_lowest_rung_puts_the_schema_into_the_instructions():
    """Where no schema may be sent apart, it stands in the constant part, and the article stays last."""

    def no_schema(body, _headers):
        return problem(400, "response_format is not supported") if "response_format" in body else answer()

    with serving(no_schema) as server:
        ask_sync(MESSAGES, settings(server))
    system, article = server.bodies[-1]["messages"]
    assert json.loads(system["content"].split("schema:\n")[1]) == schema_of(Draft)
    assert article == MESSAGES[1]


def test_a_key_that_is_needed_and_missing_is_said_before_anything_is_sent():
    """No key: one line, no request."""
    with pytest.raises(AuthenticationFailed) as caught:
        ask_sync(MESSAGES, ModelSettings("m"))
    assert str(caught.value) == "no key for m at api.openai.com: set OPENAI_API_KEY, or replay a cassette"


def test_nothing_listening_is_said_after_one_more_try():
    """Ollama is not running."""
    with serving([answer()]) as server:
        gone = server.url
    with pytest.raises(ConnectionFailed) as caught:
        ask_sync(MESSAGES, ModelSettings("m", gone), sleep=_no_sleep)
    assert "nothing answers at this address" in str(caught.value)
    assert caught.value.requests == 2


def test_the_key_is_in_no_representation_log_or_message(caplog):
    """A key shows up in none of the places that end in a terminal or a file."""
    key = "sk-canary-0987654321"
    caplog.set_level(logging.DEBUG)
    echo = [problem(400, f"bad request from {key}"), problem(429, f"too many for {key}")]
    with serving(echo) as server:
        given = settings(server, api_key=key)
        errors = []
        for _ in range(2):
            with pytest.raises(Exception, match="endpoint") as caught:
                ask_sync(MESSAGES, given, sleep=_no_sleep)
            errors.append(str(caught.value))
    shown = repr(given) + "".join(errors) + "".join(record.getMessage() for record in caplog.records)
    assert key not in shown
    assert server.headers[0]["authorization"] == f"Bearer {key}"


@pytest.mark.parametrize("address", ["http://user:secret@127.0.0.1:1/v1", "http://127.0.0.1:1/v1?key=secret"])
def test_an_address_with_a_secret_is_refused_without_repeating_it(address):
    """Addresses end up in logs; keys are given apart."""
    given = ModelSettings("m", address)
    with pytest.raises(UsageError) as caught:
        ask_sync(MESSAGES, given)
    assert "secret" not in str(caught.value) + repr(given) + given.endpoint + given.host


@pytest.mark.slow
def test_nothing_is_printed_beside_the_error(capfd):
    """The reader sees our one line; libraries that log failures stay quiet."""
    code = (
        "from summarizer.model import *\n"
        "from summarizer.errors import BriefError\n"
        "from summarizer.schemas.draft import Draft\n"
        "import sys\n"
        "try: ask_sync([{'role': 'user', 'content': 'x'}], ModelSettings('m', sys.argv[1], reasks=1), response_model=Draft)\n"
        "except BriefError as error: print(type(error).__name__)"
    )
    with serving([answer("no")]) as server:
        done = subprocess.run([sys.executable, "-c", code, server.url], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("MalformedAnswer\n", "")


async def _no_sleep(_seconds: float) -> None:
    """Tests wait for nothing."""
