"""vnforeign in a spaCy pipeline: ``spacy.blank("xx").add_pipe("vnforeign")``; the extra ``spacy``.

``doc.spans["vnforeign"]`` holds every entity, ``doc.ents`` those that do not overlap, ``span._.vnforeign`` the entity itself with
its own offsets and value. spaCy finds component and tokenizer by themselves; this module need not be imported for them.
"""

from __future__ import annotations

try:
    import spacy as _spacy  # noqa: F401
except ImportError:
    raise ImportError("the pipeline component needs spaCy: pip install 'vnforeign[spacy]'") from None

from .component import VnForeign, make_component
from .docs import KEY, entity_of, from_spacy, to_spacy
from .tokenizer import Tokenizer, make_tokenizer

__all__ = ["KEY", "Tokenizer", "VnForeign", "entity_of", "from_spacy", "make_component", "make_tokenizer", "to_spacy"]
