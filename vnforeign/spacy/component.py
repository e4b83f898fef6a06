"""The pipeline component ``vnforeign``."""

from __future__ import annotations

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from ..analyze import analyze
from ..document import LABELS
from .docs import KEY, LAYER_ORDER, attach, checked


class VnForeign:
    """Analyses ``doc.text`` and fills ``doc.spans``, ``doc.ents`` and ``doc.user_data``."""

    def __init__(
        self,
        name: str = KEY,
        *,
        reference_date: str | None = None,
        labels: list[str] | None = None,
        spans_key: str = KEY,
        ents: list[str] | None = None,
        alignment_mode: str = "expand",
        fields: bool = False,
    ) -> None:
        self.name = name
        self._reference_date = reference_date
        self._labels = labels
        self._key = spans_key
        self._ents = list(LAYER_ORDER) if ents is None else ents
        self._alignment = alignment_mode
        self._fields = fields
        checked(alignment_mode, self._ents)
        if reference_date is not None:
            date.fromisoformat(reference_date)
        if strange := sorted(set(labels or ()) - set(LABELS)):
            raise ValueError(f"no label {strange[0]!r}; there are {', '.join(LABELS)}")

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with what was found in it."""
        document = analyze(doc.text, self._reference_date)
        if self._labels is not None:
            document = document.only(*self._labels)
        row = document.to_dict(text=False, fields=self._fields)
        return attach(doc, document, row, self._key, self._alignment, self._ents)


@Language.factory(
    KEY,
    assigns=["doc.ents", "doc.spans", "doc.user_data", "span._.vnforeign"],
    default_config={
        "reference_date": None,
        "labels": None,
        "spans_key": KEY,
        "ents": None,
        "alignment_mode": "expand",
        "fields": False,
    },
)
def make_component(
    nlp: Language,
    name: str,
    reference_date: str | None,
    labels: list[str] | None,
    spans_key: str,
    ents: list[str] | None,
    alignment_mode: str,
    fields: bool,
) -> VnForeign:
    """The component of a config; ``docs/spacy.md`` describes the settings. Raises ValueError for one that does not exist."""
    return VnForeign(
        name,
        reference_date=reference_date,
        labels=labels,
        spans_key=spans_key,
        ents=ents,
        alignment_mode=alignment_mode,
        fields=fields,
    )
