"""The functions of torch.nn.functional that generated sources use."""

import numpy
from plain import edged, overhang, pair, windows
from torch import Tensor


def pad(x, sides, value=0.0):
    """The last dimension first, two numbers for each."""
    pairs = [(sides[i], sides[i + 1]) for i in range(0, len(sides), 2)]
    pairs += [(0, 0)] * (len(x.shape) - len(pairs))
    return Tensor(numpy.pad(x.values, pairs[::-1], constant_values=numpy.float32(value)))


def relu(x):
    return x.clamp(0, None)


def relu6(x):
    return x.clamp(0, 6)


def hardsigmoid(x):
    return relu6(x + 3) / 6


def leaky_relu(x, slope):
    return Tensor(numpy.where(x.values < 0, x.values * numpy.float32(slope), x.values))


def interpolate(x, scale_factor):
    rows, columns = scale_factor
    return Tensor(x.values.repeat(rows, 2).repeat(columns, 3))


def local_response_norm(x, size, alpha, beta, k):
    squares = numpy.pad(x.values.astype("f8") ** 2, ((0, 0), (size // 2, (size - 1) // 2), (0, 0), (0, 0)))
    total = sum(squares[:, i : i + x.shape[1]] for i in range(size))
    return Tensor(x.values / (k + alpha / size * total) ** beta)


def _over(x, kernel, stride, padding, ceil_mode):
    kernel, stride, padding = pair(kernel), pair(stride), pair(padding)
    assert all(2 * p <= k for p, k in zip(padding, kernel)), "pad should be at most half of effective kernel size"
    more = [overhang(n, k, s, p) if ceil_mode else 0 for n, k, s, p in zip(x.shape[2:], kernel, stride, padding)]
    return kernel, stride, padding, more


def max_pool2d(x, kernel, stride, padding=0, dilation=1, ceil_mode=False):
    kernel, stride, padding, more = _over(x, kernel, stride, padding, ceil_mode)
    after = [p + m for p, m in zip(padding, more)]
    wide = edged(x.values, padding, after, float("-inf"))
    return Tensor(windows(wide, kernel, stride, pair(dilation)).max((4, 5)))


def avg_pool2d(x, kernel, stride, padding=0, ceil_mode=False, count_include_pad=True):
    kernel, stride, padding, more = _over(x, kernel, stride, padding, ceil_mode)
    inside = numpy.ones((1, 1) + x.shape[2:], "f4")
    counted = edged(inside, padding, padding, 1.0 if count_include_pad else 0.0)
    total = windows(edged(edged(x.values, padding, padding), (0, 0), more), kernel, stride, (1, 1))
    places = windows(edged(counted, (0, 0), more), kernel, stride, (1, 1))
    return Tensor(total.sum((4, 5), dtype="f8") / places.sum((4, 5)))
