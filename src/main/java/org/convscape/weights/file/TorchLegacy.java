package org.convscape.weights.file;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** PyTorch's files before 1.6: five pickles, then the storages ({@code _legacy_save} in torch/serialization.py). */
final class TorchLegacy {
    /** The first pickle whole: the magic number. */
    static final byte[] BEGINNING = HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e");

    private static final long PROTOCOL = 1001;

    private TorchLegacy() {}

    static ArrayFile.Contents read(FileBytes file) {
        Cursor in = new Cursor(file, "the pickle", BEGINNING.length, file.size());
        if (!Long.valueOf(PROTOCOL).equals(PickleMachine.read(in, new TorchObjects()))) {
            throw in.complaint("the protocol " + PROTOCOL + " of PyTorch was expected");
        }
        if (PickleMachine.read(in, new TorchObjects()) instanceof Pickled.Dict system
                && Boolean.FALSE.equals(system.items.get("little_endian"))) {
            throw in.complaint("the file was written on a big-endian machine; save it again with PyTorch 1.6 or later");
        }
        TorchObjects objects = new TorchObjects();
        Object root = PickleMachine.read(in, objects);
        if (!(PickleMachine.read(in, new TorchObjects()) instanceof Pickled.Sequence keys)) {
            throw in.complaint("the list of storages was expected");
        }
        Map<String, Long> begins = new HashMap<>();
        for (Object key : keys.items) {
            Pickled.Storage storage = key instanceof String ? objects.storages().get(key) : null;
            if (storage == null || begins.containsKey(storage.key)) {
                throw in.complaint("the list of storages names one that no tensor uses, or one twice");
            }
            long elements = in.i64();
            if (elements != storage.elements) {
                throw in.complaint("the storage " + key + " was expected to have " + storage.elements
                        + " elements, found " + elements);
            }
            begins.put(storage.key, in.at());
            in.skip(elements * storage.type.bytes(), "the storage " + key);
        }
        ArrayFile.Contents contents = new ArrayFile.Contents(Format.TORCH_LEGACY);
        StateDict.into(contents, file, root, (array, view) -> {
            Long begin = begins.get(view.storage.key);
            if (begin == null) {
                throw file.complaint(
                        "the numbers of " + array.name() + " (storage " + view.storage.key + ") are not in the file");
            }
            return new Placed(
                    file,
                    begin + (view.storage.from + view.offset) * array.type().bytes(),
                    ByteOrder.LITTLE_ENDIAN,
                    array,
                    view.strides);
        });
        if (in.left() > 0) {
            contents.remarks.add(in.left() + " bytes follow behind the last array; they were not read");
        }
        return contents;
    }
}
