"""How a brief came about: everything that may differ between two runs of the same draft."""

from pydantic import BaseModel, ConfigDict, Field

from summarizer.exchanges import Tokens


class Run(BaseModel):
    """How one brief came about."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    extractor: str = Field(description="'model', 'coder', or the name of another registered extractor.")
    version: str = Field(description="Version of this package.")
    model: str | None = Field(default=None, description="The model as the provider named it in its answer.")
    endpoint: str | None = Field(default=None, description="Base URL, without user name, password or query.")
    profile: str | None = Field(default=None, description="Name of the endpoint profile.")
    rung: str | None = Field(default=None, description="How the schema was asked for: strict, plain or prompt.")
    prompt: str | None = Field(default=None, description="Name of the prompt.")
    prompt_sha256: str | None = None
    schema_sha256: str | None = None
    requests: int = Field(default=0, description="HTTP requests made, failed ones included.")
    tokens: Tokens = Tokens()
    seconds: float = 0.0
    cost: float | None = Field(default=None, description="US dollars, where the price of the model is known.")
    warnings: tuple[str, ...] = Field(default=(), description="What was asked for and could not be done.")
    cassette: str | None = Field(default=None, description="Name of the cassette that was replayed or recorded.")
