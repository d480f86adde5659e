"""What tokens cost: the list that ships, a list of the user's own, and what nobody knows."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.backends.base import Usage
from summarizer.backends.pricing import Price, price_of
from summarizer.errors import UsageError
from summarizer.settings import Budget, read_budget
from summarizer.wording import dollars

OPENAI = "api.openai.com"
SHIPPED = Path(__file__).resolve().parents[1] / "summarizer" / "data" / "prices.toml"


def own(folder: Path, text: str) -> Path:
    """Write a list of prices."""
    path = folder / "prices.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_list_that_ships_is_whole_and_says_where_it_comes_from() -> None:
    """Every entry is read, and the source is told with its date."""
    data = tomllib.loads(SHIPPED.read_text("utf-8"))
    assert len(data["host"][OPENAI]) > 50
    for host, models in data["host"].items():
        for model, told in models.items():
            price, source = price_of(host, model)
            assert price == Price(**told)
            assert str(data["date"]) in source


def test_a_call_costs_what_its_tokens_cost() -> None:
    """Tokens read, written, and read from the service's prompt cache each have their price for a million."""
    price = Price(input=0.15, output=0.60, cached=0.075)
    assert price.cost(1_000_000, 0) == pytest.approx(0.15)
    assert price.cost(1_000_000, 1_000_000) == pytest.approx(0.75)
    assert price.cost(1_000_000, 0, 400_000) == pytest.approx(0.09 + 0.03)
    assert Price(input=1, output=2).cost(1_000_000, 0, 1_000_000) == pytest.approx(1)


def test_a_model_of_a_date_costs_what_the_model_does() -> None:
    """A day's state of a model is priced by the model; a name that merely begins alike is not."""
    assert price_of(OPENAI, "gpt-4o-mini-2031-01-02")[0] == price_of(OPENAI, "gpt-4o-mini")[0]
    assert price_of(OPENAI, "gpt-4o-mini-but-ours")[0] is None


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "example.org"])
def test_elsewhere_a_known_name_has_no_price(host: str) -> None:
    """What a model is called says nothing of what another host takes for it."""
    assert price_of(host, "gpt-4o-mini") == (None, "")


def test_a_list_of_ones_own_wins(tmp_path: Path) -> None:
    """Its prices come first, for one host or for any; what it does not list is looked up in the other."""
    path = own(
        tmp_path,
        f'date = 2030-01-01\n[host."{OPENAI}"]\n"gpt-4o-mini" = {{ input = 9, output = 9 }}\n'
        '[host."*"]\n"ours" = { input = 1, cached = 0, output = 2 }\n',
    )
    found, source = price_of(OPENAI, "gpt-4o-mini", path)
    assert found == Price(9, 9)
    assert str(path) in source
    assert "2030-01-01" in source
    assert price_of("10.0.0.1:8000", "ours", path)[0] == Price(1, 2, 0)
    assert price_of(OPENAI, "gpt-4o", path) == price_of(OPENAI, "gpt-4o")


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "prices = 1",
        'host = "x"',
        '[host."h"]\n"m" = 1',
        '[host."h"]\n"m" = { input = 1 }',
        '[host."h"]\n"m" = { input = 1, output = "2" }',
        '[host."h"]\n"m" = { input = -1, output = 2 }',
        '[host."h"]\n"m" = { input = 1, output = 2, batch = 3 }',
    ],
)
def test_a_list_that_is_none_is_refused_with_the_mend(tmp_path: Path, text: str) -> None:
    """The message names the file and shows a line that would do."""
    path = own(tmp_path, text)
    with pytest.raises(UsageError, match=r"gpt-4o-mini.*input = 0.15") as caught:
        price_of("h", "m", path)
    assert str(path) in str(caught.value)


def test_a_list_that_is_missing_is_said(tmp_path: Path) -> None:
    """A file that cannot be read is named with its option."""
    with pytest.raises(UsageError, match="--prices"):
        price_of("h", "m", tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("text", "limit", "unit", "told"),
    [
        ("0.50", 0.5, "usd", "$0.50"),
        ("$2", 2, "usd", "$2.00"),
        (".25 USD", 0.25, "usd", "$0.25"),
        ("0.0005", 0.0005, "usd", "$0.0005"),
        ("1,000", 1000, "usd", "$1,000.00"),
        ("20000tokens", 20_000, "tokens", "20,000 tokens"),
        ("20_000 tokens", 20_000, "tokens", "20,000 tokens"),
        ("1.5ktokens", 1_500, "tokens", "1,500 tokens"),
        ("1token", 1, "tokens", "1 tokens"),
    ],
)
def test_budgets_are_read_as_people_write_them(text: str, limit: float, unit: str, told: str) -> None:
    """Dollars without a unit, tokens with one; and what is shown is read again."""
    budget = read_budget(text)
    assert (budget.limit, budget.unit, str(budget)) == (limit, unit, told)
    assert read_budget(str(budget)) == budget


@pytest.mark.parametrize("text", ["", "0", "-1", "0tokens", "much", "5 euros", "$5 tokens", "1e3", True, None])
def test_what_is_no_budget_is_refused(text: object) -> None:
    """The words say what would do."""
    with pytest.raises(ValueError, match=r"0\.50 .* 20000tokens"):
        read_budget(text)


@given(st.floats(1e-8, 1e6), st.sampled_from(["usd", "tokens"]))
def test_every_budget_survives_being_written(limit: float, unit: str) -> None:
    """A budget that goes through a file of settings stays what it is."""
    budget = Budget(max(1, round(limit)), "tokens") if unit == "tokens" else Budget(round(limit, 8), "usd")
    assert read_budget(str(budget)) == budget


def test_usage_is_kept_by_article_and_in_total() -> None:
    """What is asked about an article counts for it and for the run; the narrative only for the run."""
    usage = Usage(cost=Price(1.0, 2.0, 0.5).cost)
    usage.called("a", 1_000, 100, cached=400)
    usage.called("b", 2_000, 200)
    usage.called("", 3_000, 300, counted=False)
    usage.spared("a", 500, 50)
    assert (usage.calls, usage.tokens_in, usage.tokens_out, usage.tokens_cached) == (3, 6_000, 600, 400)
    assert (usage.of("a").calls, usage.of("a").cache_hits, usage.of("b").tokens_in) == (1, 1, 2_000)
    assert (usage.uncounted, usage.cache_hits) == (1, 1)
    assert usage.spent == pytest.approx((5_600 * 1.0 + 400 * 0.5 + 600 * 2.0) / 1e6)
    assert usage.of("a").spent == pytest.approx((600 + 200 + 200) / 1e6)
    assert usage.saved == pytest.approx((500 + 100) / 1e6)
    assert Usage().spent is None


@pytest.mark.parametrize(
    ("cost", "told"),
    [(0, "$0.00"), (0.004217, "$0.004217"), (0.01, "$0.01"), (1234.5, "$1,234.50"), (1e-9, "under $0.000001")],
)
def test_a_cost_is_never_shown_as_nothing(cost: float, told: str) -> None:
    """Small costs have more digits."""
    assert dollars(cost) == told
