"""As much of Keras 3 as generated sources use, computed by numpy: an oracle for tests, written from its documentation."""

from . import layers, ops
