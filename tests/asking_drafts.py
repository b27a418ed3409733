"""A model asked for drafts: `ask` and `ask_sync` with the answer's type filled in."""

from functools import partial

from summarizer import model
from summarizer.schemas.draft import Draft

ask = partial(model.ask, response_model=Draft)
ask_sync = partial(model.ask_sync, response_model=Draft)
