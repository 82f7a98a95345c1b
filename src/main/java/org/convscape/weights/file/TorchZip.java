package org.convscape.weights.file;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** PyTorch's archives: {@code data.pkl} and one stored entry for each storage ({@code torch/serialization.py}). */
final class TorchZip {
    private static final long MOST_PICKLE = 1L << 28;

    private final FileBytes file;
    private final ZipDirectory zip;
    private final String folder;

    private TorchZip(FileBytes file, ZipDirectory zip, String folder) {
        this.file = file;
        this.zip = zip;
        this.folder = folder;
    }

    /** Reads an archive whose pickle is that entry. */
    static ArrayFile.Contents read(FileBytes file, ZipDirectory zip, String pickle) {
        String folder = pickle.substring(0, pickle.length() - "data.pkl".length());
        if (zip.has(folder + "constants.pkl")
                || zip.names().stream().anyMatch(name -> name.startsWith(folder + "code/"))) {
            throw file.complaint("this is a TorchScript archive, which holds a program; save the numbers alone instead:"
                    + " torch.save(torch.jit.load(\"...\").state_dict(), ...)");
        }
        return new TorchZip(file, zip, folder).read();
    }

    private ArrayFile.Contents read() {
        ZipDirectory.Part part = zip.part(folder + "data.pkl");
        if (part.size() > MOST_PICKLE) {
            throw file.complaint("the pickle has " + part.size() + " bytes, far more than the largest networks need");
        }
        Cursor in = new Cursor(file, "the pickle data.pkl", part.begin(), part.end());
        TorchObjects objects = new TorchObjects();
        Object root = PickleMachine.read(in, objects);
        if (in.left() > 0) {
            throw in.complaint("the pickle was expected to end here, and " + in.left() + " bytes follow");
        }
        ByteOrder order = order();
        Map<String, Long> begins = new HashMap<>();
        ArrayFile.Contents contents = new ArrayFile.Contents(Format.TORCH_ZIP);
        StateDict.into(
                contents,
                file,
                root,
                (array, view) -> new Placed(
                        file,
                        begins.computeIfAbsent(
                                        view.storage.key,
                                        key -> begin(objects.storages().get(key)))
                                + (view.storage.from + view.offset)
                                        * array.type().bytes(),
                        order,
                        array,
                        view.strides));
        return contents;
    }

    private long begin(Pickled.Storage storage) {
        ZipDirectory.Part part = zip.part(folder + "data/" + storage.key);
        long bytes = storage.elements * storage.type.bytes();
        if (part.size() != bytes) {
            throw file.complaint("the entry " + folder + "data/" + storage.key + " was expected to have " + bytes
                    + " bytes (" + storage.elements + " of " + storage.type.label() + "), found " + part.size());
        }
        return part.begin();
    }

    private ByteOrder order() {
        if (!zip.has(folder + "byteorder")) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        ZipDirectory.Part part = zip.part(folder + "byteorder");
        byte[] text = new Cursor(file, "the entry byteorder", part.begin(), part.end())
                .bytes(Math.min(part.size(), 16), "the byte order");
        return switch (new String(text, StandardCharsets.US_ASCII).strip()) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw file.complaint("the entry byteorder was expected to say little or big");
        };
    }
}
