"""The estimators for scikit-learn."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import Any

import numpy as np
import pytest

import vnforeign as vf

if find_spec("sklearn") is None:
    pytest.skip("scikit-learn is not installed", allow_module_level=True)

from sklearn.base import clone, is_classifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import estimator_checks_generator

from vnforeign.fields.corpus import read_corpus, read_taxonomy
from vnforeign.fields.train import CORPUS, TAXONOMY
from vnforeign.sklearn import EntityVectorizer, FieldClassifier

ROWS = read_corpus(CORPUS, read_taxonomy(TAXONOMY))
TEXTS = ["Tỉnh chi 25 tỷ đồng và 2 triệu USD cho Lào năm 2014.", "Đoàn Lào và đoàn Campuchia thăm tỉnh Đắk Nông.", ""]
PASSAGES = [row.text for row in ROWS[:120]]
FIELDS = [row.fields for row in ROWS[:120]]


@pytest.mark.parametrize("estimator", [EntityVectorizer(), FieldClassifier()], ids=lambda each: type(each).__name__)
@pytest.mark.filterwarnings("ignore:Can't test estimator")
def test_the_checks_that_scikit_learn_has_for_text_estimators(estimator: Any) -> None:
    """It feeds numbers to all the rest, and leaves those out for estimators that say that they take texts."""
    checks = list(estimator_checks_generator(estimator))
    assert len(checks) >= 1
    for each, check in checks:
        check(each)


# --- texts to tables ---------------------------------------------------------------------------------------------------


def test_counts_of_labels() -> None:
    vectorizer = EntityVectorizer().fit(TEXTS)
    table = vectorizer.transform(TEXTS)
    assert table.format == "csr"
    assert vectorizer.get_feature_names_out().tolist() == list(vf.LABELS)
    for row, text in zip(table.toarray(), TEXTS, strict=True):
        found = vf.analyze(text).entities
        assert row.tolist() == [len(found.of(label)) for label in vf.LABELS]
    assert EntityVectorizer(binary=True).fit_transform(TEXTS).max() == 1


def test_values_are_learnt_and_unknown_ones_are_passed_over() -> None:
    vectorizer = EntityVectorizer(labels=["DATE"], values=["COUNTRY"], min_df=2, sparse_output=False).fit(TEXTS)
    assert vectorizer.get_feature_names_out().tolist() == ["DATE", "COUNTRY=LA"]
    assert vectorizer.transform([*TEXTS, "Nhật Bản"]).tolist() == [[1, 1], [0, 1], [0, 0], [0, 0]]


def test_probabilities_of_fields_stand_beside() -> None:
    vectorizer = EntityVectorizer(labels=[], fields=True)
    table = vectorizer.fit_transform(TEXTS).toarray()
    assert [f"field:{key}" for key in FieldClassifier().classes_] == vectorizer.get_feature_names_out().tolist()
    assert np.array_equal(table, FieldClassifier().predict_proba(TEXTS))


def test_documents_are_taken_and_reference_dates_count() -> None:
    vectorizer = EntityVectorizer(labels=[], values=["DATE"], reference_date="2015-03-01")
    assert vectorizer.fit(["năm nay"]).get_feature_names_out().tolist() == ["DATE=2015"]
    assert vectorizer.transform([vf.analyze("năm 2015")]).sum() == 1


def test_pandas_output() -> None:
    pytest.importorskip("pandas")
    vectorizer = EntityVectorizer(sparse_output=False).set_output(transform="pandas")
    frame = vectorizer.fit_transform(TEXTS)
    assert frame.columns.tolist() == list(vf.LABELS)
    assert frame.AMOUNT.tolist() == [2, 0, 0]


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (lambda: EntityVectorizer(labels=["RIVER"]).fit(TEXTS), ValueError, "RIVER"),
        (lambda: EntityVectorizer().fit(TEXTS).transform("one text"), TypeError, "not one text"),
        (lambda: EntityVectorizer().fit(TEXTS).transform([3]), TypeError, "not int"),  # type: ignore[list-item]
        (lambda: EntityVectorizer().transform(TEXTS), ValueError, "not fitted"),
        (lambda: FieldClassifier().predict("one text"), TypeError, "not one text"),
        (lambda: FieldClassifier().fit(TEXTS, [["borders"]]), ValueError, "3 passages, 1 rows"),
        (lambda: FieldClassifier().fit(TEXTS, ["rivers"] * 3), ValueError, "no field 'rivers'"),
        (lambda: FieldClassifier().fit(TEXTS, np.ones((3, 2))), ValueError, "rows of 0 and 1"),
    ],
)
def test_wrong_input_is_said(call: Any, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        call()


# --- the classifier ----------------------------------------------------------------------------------------------------


def test_untrained_it_says_what_classify_says() -> None:
    classifier = FieldClassifier()
    texts = [*PASSAGES, "", "This is English.", "\n", "Đ" * 200_000, "🎉"]
    given, sure = classifier.predict(texts), classifier.predict_proba(texts)
    for row, probabilities, text in zip(given, sure, texts, strict=True):
        said = {each.field: each.probability for each in vf.classify(text).fields}
        assert {classifier.classes_[at] for at in np.flatnonzero(row)} == set(said)
        for at in np.flatnonzero(row):
            assert probabilities[at] == pytest.approx(said[classifier.classes_[at]], abs=1e-4)
    assert classifier.predict([]).shape == (0, len(classifier.classes_))
    assert is_classifier(classifier)


def test_trained_it_learns_what_it_is_told() -> None:
    """Labels turned round: what were borders are delegations from now on."""
    swap = {"borders": "delegations", "delegations": "borders"}
    chosen = [row for row in ROWS if row.fields in (("borders",), ("delegations",))][:80]
    texts, turned = [row.text for row in chosen], [[swap[row.fields[0]]] for row in chosen]
    classifier = FieldClassifier(seed=1).fit(texts, turned)
    columns = [list(classifier.classes_).index(key) for key in ("borders", "delegations")]
    wanted = np.array([[row == ["borders"], row == ["delegations"]] for row in turned], int)
    assert (classifier.predict(texts)[:, columns] == wanted).mean() > 0.9
    assert (FieldClassifier().predict(texts)[:, columns] == wanted).mean() < 0.3
    again = clone(classifier).fit(texts, classifier_rows(classifier, turned))
    assert np.array_equal(again.predict_proba(texts), classifier.predict_proba(texts))
    assert np.array_equal(classifier.fit(texts).predict(texts), FieldClassifier().predict(texts))  # and back to the shipped one


def classifier_rows(classifier: FieldClassifier, keys: list[list[str]]) -> np.ndarray[Any, Any]:
    return np.array([[key in row for key in classifier.classes_] for row in keys], int)


def test_a_search_over_its_settings() -> None:
    search = GridSearchCV(FieldClassifier(), {"freedom": [2.0]}, scoring="f1_micro", cv=2, refit=False, error_score="raise")
    search.fit(PASSAGES[:60], classifier_rows(FieldClassifier(), [list(row) for row in FIELDS[:60]]))
    assert 0 < search.best_score_ <= 1
    assert set(search.best_params_) == {"freedom"}


def test_in_a_pipeline() -> None:
    texts = ["Chi 5 tỷ đồng", "Chi 2 triệu USD", "Đoàn Lào", "Đoàn Campuchia"] * 3
    pipeline = make_pipeline(EntityVectorizer(fields=True), LogisticRegression())
    pipeline.set_params(entityvectorizer__binary=True)
    assert clone(pipeline).fit(texts, [1, 1, 0, 0] * 3).score(texts, [1, 1, 0, 0] * 3) == 1


def test_missing_scikit_learn_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sklearn.base", None)
    monkeypatch.delitem(sys.modules, "vnforeign.sklearn")
    with pytest.raises(ImportError, match=r"vnforeign\[train\]"):
        __import__("vnforeign.sklearn")
