"""The second pass: what finding leaves open, decided from the rest of the text and from what is known. One candidate or none."""

from .linking import link
from .registry import Known, Registry, RegistryError

__all__ = ["Known", "Registry", "RegistryError", "link"]
