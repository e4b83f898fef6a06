"""Requests made from the application's own schema, with forms nobody would send: no answer is a fault of the server."""

from __future__ import annotations

import os
from collections import Counter
from typing import Any

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.review.conftest import VISIT, Editor, editor_of, report
from vnforeign.review import intake
from vnforeign.review.app import create_app
from vnforeign.review.desk import Settings
from vnforeign.review.storage import Storage

schemathesis = pytest.importorskip("schemathesis")

#: More of them, with another seed: VNFOREIGN_FUZZED=20000 pytest tests/review/test_fuzzed.py -s --hypothesis-seed=7
REQUESTS = int(os.environ.get("VNFOREIGN_FUZZED", "200"))
NAMES = """
    version c_donor c_committed c_delegations c_date w_donor w_committed type passage summary start end label value old remove fields
    pillars function clear checked text language province status name password
""".split()
WORDS = st.one_of(
    st.text(max_size=20),
    st.integers(-5, 400).map(str),
    st.sampled_from(
        ["on", "0,4", "4,2", "0,9999999", "1e999", "9" * 30, "NaN", "PERSON", "ngo_aid", "borders", "DATE", "30/02/2014"]
    ),
    st.sampled_from(
        [
            VISIT,
            "=1+1",
            "\0",
            "<script>",
            "2014-13",
            "250.000 USD",
            "12,34,ORG",
            "-1",
            "²",
            "\ud800".encode("utf-8", "replace").decode(),
        ]
    ),
)
FORMS = st.dictionaries(st.sampled_from(NAMES), WORDS, max_size=8)
LEAVING = {"/leave", "/login"}


def inner(storage: Storage) -> FastAPI:
    """The application without its guard, for its schema alone."""
    app = create_app(storage, Settings("Lan"))._app
    assert isinstance(app, FastAPI)
    return app


@pytest.fixture
def editor(storage: Storage) -> Editor:
    intake.add(storage, report(), "Lan")
    editor = editor_of(storage, "Lan")
    editor.get("/documents/1")
    return editor


def operations(storage: Storage) -> list[Any]:
    schema = schemathesis.openapi.from_dict(inner(storage).openapi())
    found = [each.ok() for each in schema.get_all_operations()]
    return [each for each in found if each.path not in LEAVING]


def test_every_page_is_among_them(storage: Storage) -> None:
    assert len(operations(storage)) > 15


def test_no_request_ends_in_a_fault(storage: Storage, editor: Editor) -> None:
    every = [operation.as_strategy() for operation in operations(storage)]
    codes: Counter[int] = Counter()

    @settings(max_examples=REQUESTS, suppress_health_check=list(HealthCheck), database=None)
    @given(case=st.one_of(every), near=st.integers(1, 3), form=FORMS, token=st.booleans())
    def tried(case: Any, near: int, form: dict[str, str], token: bool) -> None:
        parameters = {
            name: near if name in ("number", "index") and token else value for name, value in case.path_parameters.items()
        }
        case.path_parameters = parameters
        said = {**form, **({"token": editor.token} if token else {})}
        query = {name: str(value) for name, value in (case.query or {}).items()}
        data = said if case.method == "POST" else None
        answer = editor.client.request(case.method, case.formatted_path, params=query, follow_redirects=False, data=data)
        assert answer.status_code < 500, (case.method, case.formatted_path, query, said, answer.text[:300])
        codes[answer.status_code] += 1

    tried()
    print(f"{codes.total()} requests: {dict(sorted(codes.items()))}")
    assert codes[200] and codes[403] + codes[404] + codes[422]
    editor.get("/documents/1")
