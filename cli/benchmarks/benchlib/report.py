"""What a row found: series, and claims about them."""

from dataclasses import dataclass, field
from typing import Optional


@dataclass(frozen=True)
class Claim:
    """A figure and what it should be. Without a limit it is only told. `unit` is `×`, `s` or `MB`."""

    what: str
    value: float
    unit: str
    limit: Optional[float] = None
    below: bool = False
    """Less than the limit, not just as much."""

    @property
    def met(self):
        if self.limit is None:
            return None
        return self.value < self.limit if self.below else self.value <= self.limit


@dataclass
class Report:
    title: str
    series: list = field(default_factory=list)
    claims: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    failed: str = ""
    load: float = 0.0

    def ratio(self, series, of, to, limit=None, below=False):
        """Adds a claim, where both have run."""
        if of in series and to in series:
            value = series[of].median / series[to].median
            self.claims.append(Claim(f"{of} / {to}", value, "×", limit, below))
