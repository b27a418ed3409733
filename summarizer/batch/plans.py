"""How articles of a batch are to be read: it is kept with them, so that a later command reads them so."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Self

from summarizer.asking.conversation import model_settings
from summarizer.asking.options import RunOptions
from summarizer.conflict.assembled import CONFLICT
from summarizer.engine.keeping import reading_key
from summarizer.errors import NoExtractorError
from summarizer.model import ModelSettings

KEPT_OPTIONS = ("policy", "repairs", "second_look", "second_opinion", "window")


@dataclass(frozen=True)
class Plan:
    """The options of some articles, and the model that is asked about them."""

    settings: ModelSettings
    options: RunOptions

    @classmethod
    def of(cls, options: RunOptions) -> Self:
        """The plan that options come to.

        Raises:
            NoExtractorError: no model is named.
        """
        if options.model is None:
            raise NoExtractorError("a batch needs a model: name one with --model or BRIEF_MODEL")
        settings = model_settings(options)
        settings = replace(settings, base_url=settings.address)
        return cls(settings, replace(options, model=settings, base_url=None))

    @property
    def key(self) -> str:
        """What a reading depends on beside the article."""
        return reading_key(self.options, self.settings, CONFLICT)

    def asking(self, model: str | None) -> ModelSettings:
        """How a model is asked; None: the one that reads."""
        return replace(self.settings, model=model) if model else self.settings

    def written(self) -> str:
        """The plan as it is kept: all but the API key, which stays in the environment."""
        settings = {name: value for name, value in asdict(self.settings).items() if name != "api_key"}
        options = {name: getattr(self.options, name) for name in KEPT_OPTIONS}
        return json.dumps([settings, options])

    @classmethod
    def read(cls, text: str) -> Self:
        """The plan that was written so."""
        kept, options = json.loads(text)
        settings = ModelSettings(**kept)
        return cls(settings, RunOptions(model=settings, **options))
