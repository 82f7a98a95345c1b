"""As much of PyTorch as generated sources use, computed by numpy: an oracle for tests, written from its documentation."""

import contextlib

import numpy


class Tensor:
    def __init__(self, values):
        self.values = numpy.asarray(values, "f4")

    @property
    def shape(self):
        return self.values.shape

    def numpy(self):
        return self.values

    def flatten(self, start=0, end=-1):
        shape = self.shape
        end = end % len(shape)
        return Tensor(self.values.reshape(shape[:start] + (-1,) + shape[end + 1 :]))

    def unflatten(self, dimension, sizes):
        shape = self.shape
        return Tensor(self.values.reshape(shape[:dimension] + tuple(sizes) + shape[dimension + 1 :]))

    def permute(self, *order):
        return Tensor(self.values.transpose(order))

    def transpose(self, one, other):
        return Tensor(self.values.swapaxes(one, other))

    def mean(self, dimensions):
        return Tensor(self.values.mean(tuple(dimensions), dtype="f8"))

    def amax(self, dimensions):
        return Tensor(self.values.max(tuple(dimensions)))

    def clamp(self, low, high):
        return Tensor(self.values.clip(low, high))

    def softmax(self, dimension):
        powers = numpy.exp(self.values.astype("f8") - self.values.max(dimension, keepdims=True))
        return Tensor(powers / powers.sum(dimension, keepdims=True))

    def __getitem__(self, places):
        return Tensor(self.values[places])

    def __add__(self, other):
        return Tensor(self.values + plain(other))

    def __sub__(self, other):
        return Tensor(self.values - plain(other))

    def __mul__(self, other):
        return Tensor(self.values * plain(other))

    def __truediv__(self, other):
        return Tensor(self.values / plain(other))


def plain(value):
    return value.values if isinstance(value, Tensor) else numpy.float32(value)


def from_numpy(array):
    return Tensor(array)


def zeros(*shape):
    return Tensor(numpy.zeros(shape, "f4"))


def ones_like(tensor):
    return Tensor(numpy.ones(tensor.shape, "f4"))


def cat(tensors, dimension):
    return Tensor(numpy.concatenate([each.values for each in tensors], dimension))


def sigmoid(tensor):
    return Tensor(1 / (1 + numpy.exp(-tensor.values.astype("f8"))))


def no_grad():
    return contextlib.nullcontext()
