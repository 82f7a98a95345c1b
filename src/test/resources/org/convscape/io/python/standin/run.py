"""Runs generated sources: for every NAME.py in the folder what it computes of NAME.in0.npy, ... goes to NAME.out.npy."""

import importlib.util
import pathlib
import sys
import traceback

import numpy

folder = pathlib.Path(sys.argv[2])


def module(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def pytorch(source, inputs):
    import torch

    given = [torch.from_numpy(x.transpose(0, 3, 1, 2) if x.ndim == 4 else x) for x in inputs]
    result = source.load()(*given).numpy()
    return result.transpose(0, 2, 3, 1) if result.ndim == 4 else result


def keras(source, inputs):
    from keras import layers

    arrays = source.read_weights(pathlib.Path(source.__file__).with_suffix(".safetensors"))
    layers.ARRAYS.clear()
    layers.MADE.clear()
    for name, array in arrays.items():
        layers.ARRAYS.setdefault(name.rsplit("/", 1)[0], []).append(array)
    result = source.network(*inputs)
    assert sorted(layers.MADE) == sorted(layers.ARRAYS), "every layer is made once"
    return result


def declared(source, path):
    """What a network of PyTorch loads, a name and a shape on each line; the class is named in NAME.class.txt."""
    root = getattr(source, (folder / (path.stem + ".class.txt")).read_text())
    wanted = [(full, module._shapes[name]) for full, module, name in root()._wanted()]
    lines = [full + " " + "x".join(map(str, shape)) + "\n" for full, shape in wanted]
    (folder / (path.stem + ".names.txt")).write_text("".join(lines))


if sys.argv[1] == "declared":
    for path in sorted(folder.glob("*.py")):
        declared(module(path), path)
    sys.exit()

for path in sorted(folder.glob("*.py")):
    inputs = [numpy.load(each)[None] for each in sorted(folder.glob(path.stem + ".in*.npy"))]
    try:
        with numpy.errstate(all="ignore"):
            result = {"pytorch": pytorch, "keras": keras}[sys.argv[1]](module(path), inputs)
        numpy.save(folder / (path.stem + ".out.npy"), numpy.ascontiguousarray(result[0], "f4"))
    except Exception:
        (folder / (path.stem + ".failed.txt")).write_text(traceback.format_exc())
