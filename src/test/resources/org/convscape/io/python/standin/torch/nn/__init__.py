"""The modules of torch.nn that generated sources use; names and shapes of what they load are checked as there."""

import numpy
from collections import OrderedDict
from plain import convolve, edged, pair
from torch import Tensor

from . import functional as F


class Module:
    def __init__(self):
        self.__dict__["_modules"] = {}
        self.__dict__["_shapes"] = {}
        self.__dict__["_arrays"] = {}

    def __setattr__(self, name, value):
        if isinstance(value, Module):
            self._modules[name] = value
        else:
            self.__dict__[name] = value

    def __getattr__(self, name):
        if name in self.__dict__.get("_modules", {}):
            return self._modules[name]
        raise AttributeError(name)

    def add_module(self, name, module):
        if (hasattr(self, name) and name not in self._modules) or "." in name or name == "":
            raise KeyError(name)
        self._modules[name] = module

    def get_submodule(self, target):
        module = self
        for name in target.split("."):
            module = module._modules[name]
        return module

    def _wanted(self, prefix=""):
        for name in self._shapes:
            yield prefix + name, self, name
        for name, module in self._modules.items():
            yield from module._wanted(prefix + name + ".")

    def load_state_dict(self, arrays):
        wanted = {full: (module, name) for full, module, name in self._wanted()}
        if set(wanted) != set(arrays):
            raise RuntimeError("missing or unexpected: " + str(sorted(set(wanted) ^ set(arrays))))
        for full, (module, name) in wanted.items():
            if module._shapes[name] != arrays[full].shape:
                raise RuntimeError(full + ": " + str(module._shapes[name]) + " against " + str(arrays[full].shape))
            module._arrays[name] = arrays[full].values

    def eval(self):
        return self

    def __call__(self, *given):
        return self.forward(*given)


class Sequential(Module):
    def __init__(self, *modules):
        super().__init__()
        named = modules[0].items() if len(modules) == 1 and isinstance(modules[0], OrderedDict) else enumerate(modules)
        for name, module in named:
            self.add_module(str(name), module)

    def forward(self, x):
        for module in self._modules.values():
            x = module(x)
        return x


class Conv2d(Module):
    def __init__(self, inputs, outputs, kernel, stride=1, padding=0, dilation=1, groups=1, bias=True):
        super().__init__()
        self.settings = (stride, dilation, groups)
        self.padding = pair(padding)
        self._shapes["weight"] = (outputs, inputs // groups) + pair(kernel)
        if bias:
            self._shapes["bias"] = (outputs,)

    def forward(self, x):
        wide = edged(x.values, self.padding, self.padding)
        return Tensor(convolve(wide, self._arrays["weight"], self._arrays.get("bias"), *self.settings))


class Linear(Module):
    def __init__(self, inputs, outputs, bias=True):
        super().__init__()
        self._shapes["weight"] = (outputs, inputs)
        if bias:
            self._shapes["bias"] = (outputs,)

    def forward(self, x):
        result = x.values.astype("f8") @ self._arrays["weight"].T.astype("f8")
        return Tensor(result + self._arrays.get("bias", 0.0))


class BatchNorm2d(Module):
    dimensions = 4

    def __init__(self, channels, eps=1e-05, affine=True):
        super().__init__()
        self.eps = eps
        for name in (["weight", "bias"] if affine else []) + ["running_mean", "running_var"]:
            self._shapes[name] = (channels,)

    def forward(self, x):
        assert len(x.shape) == self.dimensions
        arrays = {
            name: array.reshape((-1,) + (1,) * (self.dimensions - 2)).astype("f8")
            for name, array in self._arrays.items()
        }
        scaled = (x.values - arrays["running_mean"]) / numpy.sqrt(arrays["running_var"] + self.eps)
        return Tensor(scaled * arrays.get("weight", 1.0) + arrays.get("bias", 0.0))


class BatchNorm1d(BatchNorm2d):
    dimensions = 2


class PReLU(Module):
    def __init__(self, count=1):
        super().__init__()
        self._shapes["weight"] = (count,)

    def forward(self, x):
        slopes = self._arrays["weight"].reshape((-1,) + (1,) * (len(x.shape) - 2))
        return Tensor(numpy.where(x.values < 0, x.values * slopes, x.values))


class _Function(Module):
    def __init__(self, *numbers, **named):
        super().__init__()
        self.numbers, self.named = numbers, named

    def forward(self, x):
        return type(self).function(x, *self.numbers, **self.named)


def _layer(name, function):
    return type(name, (_Function,), {"function": staticmethod(function)})


ReLU = _layer("ReLU", F.relu)
ReLU6 = _layer("ReLU6", F.relu6)
Hardsigmoid = _layer("Hardsigmoid", F.hardsigmoid)
LeakyReLU = _layer("LeakyReLU", F.leaky_relu)
Upsample = _layer("Upsample", F.interpolate)
LocalResponseNorm = _layer("LocalResponseNorm", F.local_response_norm)
MaxPool2d = _layer("MaxPool2d", F.max_pool2d)
AvgPool2d = _layer("AvgPool2d", F.avg_pool2d)
Flatten = _layer("Flatten", lambda x: x.flatten(1))
Softmax = _layer("Softmax", lambda x, dimension: x.softmax(dimension))
Sigmoid = _layer("Sigmoid", lambda x: Tensor(1 / (1 + numpy.exp(-x.values.astype("f8")))))
