"""vnforeign in scikit-learn: texts to counts of entities and probabilities of fields, and the field classifier as an estimator.

Both take iterables of str, fit into a ``Pipeline``, ``clone`` and ``GridSearchCV``; the extra ``train``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any, Self

import numpy as np

try:
    from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
    from sklearn.utils.validation import check_is_fitted
except ImportError:
    raise ImportError("the transformer and classifier need scikit-learn: pip install 'vnforeign[train]'") from None

from .analyze import analyze
from .document import LABELS, Document
from .text import read

Array = Any


class _OfTexts(BaseEstimator):  # type: ignore[misc]
    """What both estimators say of themselves: they take one-dimensional sequences of texts."""

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        return tags


class EntityVectorizer(TransformerMixin, _OfTexts):  # type: ignore[misc]
    """Texts to a table: a row a text, a column a label (``AMOUNT``), a value (``COUNTRY=LA``), a field (``field:borders``).

    ``labels``: whose entities are counted; all where None. ``values``: labels whose values get columns of their own, learnt by
    ``fit`` from those that stand in at least ``min_df`` texts. ``binary``: whether instead of how often. ``fields``: a column a
    field with the classifier's probability for the whole text. ``reference_date``: as for ``analyze``. ``sparse_output``: a SciPy
    CSR matrix, else an array; ``set_output(transform="pandas")`` needs False. Raises ValueError for a label that does not exist.
    """

    def __init__(
        self,
        *,
        labels: Sequence[str] | None = None,
        values: Sequence[str] = (),
        min_df: int = 1,
        binary: bool = False,
        fields: bool = False,
        reference_date: str | None = None,
        sparse_output: bool = True,
    ) -> None:
        self.labels = labels
        self.values = values
        self.min_df = min_df
        self.binary = binary
        self.fields = fields
        self.reference_date = reference_date
        self.sparse_output = sparse_output

    def fit(self, X: Iterable[str | Document], y: object = None) -> Self:
        """Learns which values occur; without ``values`` there is nothing to learn. Documents are taken as they are."""
        chosen = list(LABELS if self.labels is None else self.labels)
        if strange := [label for label in [*chosen, *self.values] if label not in LABELS]:
            raise ValueError(f"no label {strange[0]!r}; there are {', '.join(LABELS)}")
        often: dict[str, int] = {}
        for document in self._documents(X) if self.values else ():
            for name in set(self._valued(document)):
                often[name] = often.get(name, 0) + 1
        columns = [*chosen, *sorted(name for name, count in often.items() if count >= self.min_df)]
        self.columns_ = {name: place for place, name in enumerate(columns)}
        self.fields_ = [f"field:{key}" for key in _model(None).fields] if self.fields else []
        return self

    def transform(self, X: Iterable[str | Document]) -> Array:
        """A row a text. Raises TypeError for a single str and for what is no text."""
        sparse = import_module("scipy.sparse")
        check_is_fitted(self, "columns_")
        documents = list(self._documents(X))
        rows, columns = [], []
        for row, document in enumerate(documents):
            found = [self.columns_[name] for name in self._names(document) if name in self.columns_]
            found = sorted(set(found)) if self.binary else found
            rows += [row] * len(found)
            columns += found
        shape = (len(documents), len(self.columns_))
        table = sparse.coo_matrix((np.ones(len(rows)), (rows, columns)), shape=shape).tocsr()
        if self.fields:
            texts = [document.text for document in documents]
            table = sparse.hstack([table, sparse.csr_matrix(_probabilities(texts, None)[0])]).tocsr()
        return table if self.sparse_output else table.toarray()

    def get_feature_names_out(self, input_features: object = None) -> Array:
        """The columns' names, in order."""
        check_is_fitted(self, "columns_")
        return np.array([*self.columns_, *self.fields_], dtype=object)

    def _documents(self, X: Iterable[str | Document]) -> Iterator[Document]:
        for text in _texts(X, Document):
            yield text if isinstance(text, Document) else analyze(text, self.reference_date, links=False)

    def _names(self, document: Document) -> Iterator[str]:
        yield from (entity.label for entity in document.entities)
        yield from self._valued(document)

    def _valued(self, document: Document) -> Iterator[str]:
        return (f"{each.label}={each.value}" for each in document.entities if each.label in self.values)


class FieldClassifier(ClassifierMixin, _OfTexts):  # type: ignore[misc]
    """The fields of external affairs of passages, as a multi-label classifier: a column a field of ``classes_``.

    Without training it is the shipped model; ``predict`` then gives the fields that ``vnforeign.classify`` gives. ``fit`` with
    labels trains anew, as ``vnforeign train fields`` does. ``freedom`` is how freely weights may grow, ``gram_scale`` how much a
    word weighs beside the counts of cues (None: as for the shipped model), ``seed`` makes runs equal.
    """

    def __init__(self, *, freedom: float | None = None, gram_scale: float | None = None, seed: int = 0) -> None:
        self.freedom = freedom
        self.gram_scale = gram_scale
        self.seed = seed

    @property
    def classes_(self) -> Array:
        """The keys of the fields, in the order of the columns."""
        return np.array(self._fields(), dtype=object)

    def __sklearn_is_fitted__(self) -> bool:
        return True  # the shipped model is there from the start

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_label = True
        tags.target_tags.required = False
        return tags

    def fit(self, X: Iterable[str], y: Any = None) -> Self:
        """Trains on texts and their fields: rows of 0 and 1 in the order of ``classes_``, or lists of keys; for None the shipped
        model.

        Takes about as long as five trainings, since probabilities are set to rights on passages held out. Raises ValueError for
        labels that are none, for fewer than ten passages, and where lengths differ.
        """
        texts = list(_texts(X))
        if y is None:
            self.__dict__.pop("model_", None)
            return self
        from .fields import train
        from .fields.corpus import Labelled, read_taxonomy

        keys = _keys(y, self.__dict__.get("model_", _model(None)).fields)
        if len(keys) != len(texts) or len(texts) < 2 * train.FOLDS:
            raise ValueError(
                f"{len(texts)} passages, {len(keys)} rows of labels; equal numbers from {2 * train.FOLDS} on are needed"
            )
        rows = [
            Labelled(str(at), fields, (), (), "other", "", text, str(at))
            for at, (text, fields) in enumerate(zip(texts, keys, strict=True))
        ]
        options = {name: said for name in ("freedom", "gram_scale") if (said := getattr(self, name)) is not None}
        self.model_ = train.made(rows, read_taxonomy(train.TAXONOMY), _cues(), self.seed, **options)
        return self

    def predict(self, X: Iterable[str]) -> Array:
        """Which fields each text is given: integers 0 and 1, a row a text, a column a field."""
        return _probabilities(list(_texts(X)), self.__dict__.get("model_"))[1].astype(int)

    def predict_proba(self, X: Iterable[str]) -> Array:
        """The calibrated probability of each field; 0 in a text without Vietnamese words. A row need not add up to 1."""
        return _probabilities(list(_texts(X)), self.__dict__.get("model_"))[0]

    def _fields(self) -> list[str]:
        fields: list[str] = self.__dict__.get("model_", _model(None)).fields
        return fields


@cache
def _cues() -> Any:
    """The cues of the fields, compiled once: a search fits many times."""
    from .fields import lexicon
    from .fields.cues import Cues

    return Cues.compile([*lexicon.read(), *lexicon.names()])


def _texts(X: Iterable[Any], *others: type) -> Iterator[Any]:
    if isinstance(X, str | bytes):
        raise TypeError("an iterable of texts is needed, not one text")
    for text in X:
        if not isinstance(text, (str, *others)):
            raise TypeError(f"a text is a str, not {type(text).__name__}")
        yield text


def _model(model: Any) -> Any:
    from .fields.classifier import load

    return model or load()


def _probabilities(texts: list[str], model: Any) -> tuple[Array, Array]:
    """Probabilities of the fields, and which are given: tables with a row a text."""
    from .fields import PART

    known = _model(model)
    shape = (0, len(known.fields))
    each, given = [np.zeros(shape)], [np.zeros(shape, bool)]
    for part in _parts(texts, PART):
        views = [read(text).codes for text in part]
        ends = np.cumsum([len(view) + 1 for view in views]) - 1
        codes = b"\n".join(views)
        seen = known.see(codes, ends - [len(view) for view in views], ends)
        fields = known.probabilities(known.sums(seen))[0]
        speaks = known.speaks(codes, seen)[:, None]
        each.append(fields * speaks)
        given.append(known.chosen(fields) & speaks)
    return np.concatenate(each), np.concatenate(given)


def _parts(texts: list[str], most: int) -> Iterator[list[str]]:
    """The texts in parts of about so many characters."""
    part: list[str] = []
    size = 0
    for text in texts:
        part.append(text)
        size += len(text)
        if size > most:
            yield part
            part, size = [], 0
    if part:
        yield part


def _keys(y: Any, fields: list[str]) -> list[tuple[str, ...]]:
    """The field keys of each row of labels."""
    if hasattr(y, "toarray"):
        y = y.toarray()
    if getattr(y, "ndim", 0) == 2:
        if y.shape[1] != len(fields) or not np.isin(y, (0, 1)).all():
            raise ValueError(f"labels are rows of 0 and 1 for the {len(fields)} fields of classes_")
        return [tuple(fields[at] for at in np.flatnonzero(row)) for row in np.asarray(y)]
    rows = [(row,) if isinstance(row, str) else tuple(row) for row in y]
    if strange := sorted({str(key) for row in rows for key in row} - set(fields)):
        raise ValueError(f"no field {strange[0]!r}; there are {', '.join(fields)}")
    return rows
