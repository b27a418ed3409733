"""Articles through OpenAI's Batch API: submitted, looked after, collected; each step may be ended anywhere and begun again."""

from summarizer.batch.collecting import collect
from summarizer.batch.desk import Desk, Reckoning, open_desk
from summarizer.batch.finishing import finish_now
from summarizer.batch.plans import Plan
from summarizer.batch.submitting import FileLimits, submit

__all__ = ["Desk", "FileLimits", "Plan", "Reckoning", "collect", "finish_now", "open_desk", "submit"]
