"""The layers of Keras that generated sources use, computed at once; ARRAYS has the weights of each by its name."""

import numpy
from plain import convolve, edged, pair, windows

ARRAYS = {}
MADE = []


def _first(x):
    return x.transpose(0, 3, 1, 2)


def _last(x):
    return x.transpose(0, 2, 3, 1)


def _same(extent, kernel, stride, dilation=1):
    total = max((-(-extent // stride) - 1) * stride + (kernel - 1) * dilation + 1 - extent, 0)
    return total // 2, total - total // 2


def _sides(x, kernel, stride, dilation, padding):
    if padding == "valid":
        return (0, 0), (0, 0)
    return tuple(zip(*[_same(*each) for each in zip(x.shape[2:], kernel, stride, dilation)]))


def _taken(name, *shapes):
    arrays = ARRAYS[name]
    assert [a.shape for a in arrays] == [tuple(s) for s in shapes], (name, [a.shape for a in arrays], shapes)
    MADE.append(name)
    return list(arrays) + [None]


def _convolution(x, kernel, bias, strides, padding, dilation_rate, groups):
    strides, dilation = pair(strides), pair(dilation_rate)
    assert strides == (1, 1) or dilation == (1, 1)
    x = _first(x)
    wide = edged(x, *_sides(x, kernel.shape[:2], strides, dilation, padding))
    return _last(convolve(wide, kernel.transpose(3, 2, 0, 1), bias, strides, dilation, groups))


def Conv2D(filters, size, strides=1, padding="valid", dilation_rate=1, groups=1, use_bias=True, name=None):
    def call(x):
        shape = pair(size) + (x.shape[3] // groups, filters)
        kernel, bias, *_ = _taken(name, shape, *([(filters,)] if use_bias else []))
        return _convolution(x, kernel, bias, strides, padding, dilation_rate, groups)

    return call


def DepthwiseConv2D(
    size, strides=1, padding="valid", depth_multiplier=1, dilation_rate=1, use_bias=True, name=None
):
    assert pair(strides)[0] == pair(strides)[1]

    def call(x):
        channels = x.shape[3]
        outputs = channels * depth_multiplier
        shape = pair(size) + (channels, depth_multiplier)
        kernel, bias, *_ = _taken(name, shape, *([(outputs,)] if use_bias else []))
        flat = kernel.reshape(pair(size) + (1, outputs))
        return _convolution(x, flat, bias, strides, padding, dilation_rate, channels)

    return call


def Dense(units, use_bias=True, name=None):
    def call(x):
        kernel, bias, *_ = _taken(name, (x.shape[1], units), *([(units,)] if use_bias else []))
        return (x.astype("f8") @ kernel + (0.0 if bias is None else bias)).astype("f4")

    return call


def BatchNormalization(epsilon=1e-3, center=True, scale=True, name=None):
    def call(x):
        arrays = _taken(name, *[(x.shape[-1],)] * (2 + center + scale))
        gamma = arrays.pop(0) if scale else 1.0
        beta = arrays.pop(0) if center else 0.0
        mean, variance = arrays[:2]
        return ((x - mean) / numpy.sqrt(variance.astype("f8") + epsilon) * gamma + beta).astype("f4")

    return call


def PReLU(shared_axes=None, name=None):
    def call(x):
        alpha, _ = _taken(name, (1, 1, x.shape[3]) if shared_axes else (x.shape[1],))
        return numpy.where(x < 0, x * alpha, x)

    return call


def ReLU(max_value=None):
    return lambda x: x.clip(0, max_value)


def Softmax():
    def call(x):
        powers = numpy.exp(x.astype("f8") - x.max(-1, keepdims=True))
        return (powers / powers.sum(-1, keepdims=True)).astype("f4")

    return call


def _pooled(x, size, strides, padding, value):
    size, strides = pair(size), pair(strides)
    x = _first(x)
    return windows(edged(x, *_sides(x, size, strides, (1, 1), padding), value), size, strides, (1, 1))


def MaxPooling2D(size, strides, padding="valid"):
    return lambda x: _last(_pooled(x, size, strides, padding, float("-inf")).max((4, 5)))


def AveragePooling2D(size, strides, padding="valid"):
    def call(x):
        total = _pooled(x, size, strides, padding, 0).sum((4, 5), dtype="f8")
        return _last((total / _pooled(numpy.ones_like(x), size, strides, padding, 0).sum((4, 5))).astype("f4"))

    return call


def GlobalAveragePooling2D():
    return lambda x: x.mean((1, 2), dtype="f8").astype("f4")


def GlobalMaxPooling2D():
    return lambda x: x.max((1, 2))


def ZeroPadding2D(sides):
    return lambda x: numpy.pad(x, ((0, 0), *sides, (0, 0)))


def UpSampling2D(factors):
    return lambda x: x.repeat(factors[0], 1).repeat(factors[1], 2)


def Flatten():
    return lambda x: x.reshape(len(x), -1)


def Reshape(shape):
    return lambda x: x.reshape((len(x),) + shape)


def concatenate(values):
    return numpy.concatenate(values, -1)
