"""Messages → Draft: the only user of openai, instructor and tenacity, each imported when a model is asked."""

from summarizer.exchanges import Message
from summarizer.model.asking import Clock, ask, ask_sync, forget_rungs
from summarizer.model.client import open_client
from summarizer.model.gate import Gate
from summarizer.model.keys import answer_key
from summarizer.model.profiles import Profile, profile_of, table
from summarizer.model.settings import Answer, ModelClient, ModelSettings

__all__ = [
    "Answer",
    "Clock",
    "Gate",
    "Message",
    "ModelClient",
    "ModelSettings",
    "Profile",
    "answer_key",
    "ask",
    "ask_sync",
    "forget_rungs",
    "open_client",
    "profile_of",
    "table",
]
