"""Windows over pictures, plainly, for the stand-ins of PyTorch and Keras: batch, channels, rows, columns."""

import numpy


def pair(value):
    return tuple(value) if isinstance(value, (tuple, list)) else (value, value)


def windows(x, kernel, stride, dilation):
    """Batch, channels, rows, columns, rows and columns of the kernel."""
    reach = [(k - 1) * d + 1 for k, d in zip(kernel, dilation)]
    seen = numpy.lib.stride_tricks.sliding_window_view(x, reach, axis=(2, 3))
    return seen[:, :, :: stride[0], :: stride[1], :: dilation[0], :: dilation[1]]


def convolve(x, weight, bias, stride, dilation, groups):
    """A convolution without padding; the kernel is outputs, channels of a group, rows, columns."""
    stride, dilation = pair(stride), pair(dilation)
    outputs, inputs = weight.shape[0] // groups, weight.shape[1]
    assert x.shape[1] == inputs * groups, (x.shape, weight.shape)
    parts = []
    for group in range(groups):
        seen = windows(x[:, group * inputs : (group + 1) * inputs], weight.shape[2:], stride, dilation)
        kernel = weight[group * outputs : (group + 1) * outputs]
        parts.append(numpy.einsum("ncyxij,ocij->noyx", seen.astype("f8"), kernel.astype("f8")))
    result = numpy.concatenate(parts, 1)
    if bias is not None:
        result = result + bias[:, None, None]
    return result.astype("f4")


def edged(x, before, after, value=0.0):
    """More rows and columns on all sides."""
    return numpy.pad(
        x, ((0, 0), (0, 0), (before[0], after[0]), (before[1], after[1])), constant_values=numpy.float32(value)
    )


def overhang(extent, kernel, stride, before):
    """How far a last window reaches over the edge where what is left gets one of its own."""
    padded = extent + 2 * before
    count = -(-(padded - kernel) // stride) + 1
    if (count - 1) * stride >= extent + before:
        count -= 1
    return max(0, (count - 1) * stride + kernel - padded)
