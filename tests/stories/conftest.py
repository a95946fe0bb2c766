"""Shops to tell stories in."""

from pathlib import Path

import pytest
from shop import ATTACK, Shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """A shop where nothing has happened yet."""
    return Shop(tmp_path)


@pytest.fixture(scope="session")
def _opened(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    shop = Shop(tmp_path_factory.mktemp("opened"))
    answer = shop.run("incident", "open", "--type", ATTACK, "--title", "周末")
    assert answer.status == 8, answer.all
    return shop


@pytest.fixture(scope="session")
def _judged(_opened: Shop, tmp_path_factory: pytest.TempPathFactory) -> Shop:
    shop = _opened.copy(tmp_path_factory.mktemp("judged"))
    shop.do("answer", "outage=45", "data-exposed=suspected", "affected=consumers,staff")
    return shop


@pytest.fixture(scope="session")
def _closed(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    shop = Shop(tmp_path_factory.mktemp("closed"))
    answer = shop.headless(shop.answers())
    assert answer.status == 0, answer.all
    return shop


@pytest.fixture
def opened(_opened: Shop, tmp_path: Path) -> Shop:
    """An incident just opened, its questions still to be answered."""
    return _opened.copy(tmp_path)


@pytest.fixture
def judged(_judged: Shop, tmp_path: Path) -> Shop:
    """An incident that was judged at level II; no step is done yet."""
    return _judged.copy(tmp_path)


@pytest.fixture
def closed(_closed: Shop, tmp_path: Path) -> Shop:
    """An incident walked to its end by an answers file."""
    return _closed.copy(tmp_path)
