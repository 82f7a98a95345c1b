"""The functions of keras.ops that generated sources use."""

import numpy


def pad(x, sides, constant_values=0.0):
    return numpy.pad(x, sides, constant_values=numpy.float32(constant_values))


def clip(x, low, high):
    return x.clip(numpy.float32(low), numpy.float32(high))


def sigmoid(x):
    return (1 / (1 + numpy.exp(-x.astype("f8")))).astype("f4")


def leaky_relu(x, slope):
    return numpy.where(x < 0, x * numpy.float32(slope), x)


def square(x):
    return x * x


ones_like = numpy.ones_like
reshape = numpy.reshape
transpose = numpy.transpose
