package org.convscape.weights.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Opens weight files of every kind that is known. */
public final class WeightFiles {
    private static final int HEAD = 512;
    private static final List<String> ENDINGS =
            List.of(".pth", ".pt", ".th", ".bin", ".ckpt", ".safetensors", ".h5", ".hdf5", ".keras", ".onnx");
    /** Beyond every version of ONNX' own format (IR) so far. */
    private static final int MOST_ONNX = 64;

    /** {@code 89 48 44 46 0D 0A 1A 0A}, little-endian. */
    private static final long HDF5 = 0x0A1A0A0D46444889L;

    private static final String KINDS = "PyTorch (.pth), safetensors, Keras (.h5, .keras) or ONNX";

    private WeightFiles() {}

    /**
     * Opens a file as what its first bytes say it is, whatever its name; where that cannot be, a
     * {@link WeightFileFailure} says why.
     */
    public static WeightFile open(Path path) {
        FileBytes file = FileBytes.open(path);
        try {
            ArrayFile opened = new ArrayFile(file, read(file));
            file.checkUnchanged();
            return opened;
        } catch (OutOfMemoryError e) {
            file.close();
            throw file.complaint("what it declares takes more memory than there is");
        } catch (RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    /** What the names of such files end with, the dot included. */
    public static List<String> endings() {
        return ENDINGS;
    }

    /**
     * True for a file that this program would not take for anything but weights: by its ending, since a picture or a
     * document that was dropped should not be read twice.
     */
    public static boolean looksLikeOne(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static ArrayFile.Contents read(FileBytes file) {
        byte[] head = new byte[(int) Math.min(HEAD, file.size())];
        file.fill(0, ByteBuffer.wrap(head));
        if (head.length == 0) {
            throw file.complaint("it is empty");
        }
        if (begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6)) {
            return archive(file);
        }
        if (head.length >= TorchLegacy.BEGINNING.length
                && Arrays.equals(TorchLegacy.BEGINNING, Arrays.copyOf(head, TorchLegacy.BEGINNING.length))) {
            return TorchLegacy.read(file);
        }
        if (head.length > 8 && head[8] == '{') {
            return Safetensors.read(file);
        }
        if (head.length > 2 && head[0] == 0x08 && head[1] > 0 && head[1] < MOST_ONNX) {
            return Onnx.read(file);
        }
        if (isHdf5(file)) {
            return KerasFile.read(file, 0, file.size(), Format.KERAS_H5);
        }
        throw file.complaint(foreign(head));
    }

    /** The signature stands at the beginning, or at 512, 1024 and so on behind something of a user's. */
    private static boolean isHdf5(FileBytes file) {
        for (long at = 0; at <= file.size() - Long.BYTES; at = Math.max(HEAD, 2 * at)) {
            if (file.bytes(at, Long.BYTES, "the beginning").getLong() == HDF5) {
                return true;
            }
        }
        return false;
    }

    private static ArrayFile.Contents archive(FileBytes file) {
        ZipDirectory zip = new ZipDirectory(file);
        List<String> pickles = zip.names().stream()
                .filter(name -> name.endsWith("/data.pkl") && name.indexOf('/') == name.lastIndexOf('/'))
                .toList();
        if (pickles.size() == 1) {
            return TorchZip.read(file, zip, pickles.get(0));
        }
        if (zip.has(KerasFile.ARCHIVED)) {
            return KerasFile.archive(file, zip);
        }
        throw file.complaint(
                "it is a zip archive, but neither one of PyTorch (with a data.pkl) nor one of Keras 3 (with"
                        + " a model.weights.h5); if the weights are inside, unpack it");
    }

    /** What a file is that is none of those, as far as its beginning tells. */
    private static String foreign(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        String expected = KINDS + " was expected, found ";
        if (text.startsWith("version https://git-lfs")) {
            return expected + "a pointer of Git LFS that stands for the file; fetch the file itself (git lfs pull)";
        }
        if (lower.startsWith("<!doctype") || lower.startsWith("<html") || lower.startsWith("<?xml")) {
            return expected + "a web page, probably one that says why the download failed; fetch the file again";
        }
        if (text.length() >= 262 && text.startsWith("ustar", 257)) {
            return expected + "a tar archive; if PyTorch before 2017 wrote it, save it again with a newer one,"
                    + " otherwise unpack it";
        }
        if (begins(head, 0x1F, 0x8B)) {
            return expected + "a gzip archive; unpack it";
        }
        if (begins(head, 0x80) && head.length > 1 && head[1] >= 1 && head[1] <= 5) {
            return expected
                    + "a Python pickle that torch.save did not write; nothing of it was run. Save the state_dict"
                    + " of the model with torch.save";
        }
        if (begins(head, 0x93, 'N', 'U', 'M', 'P', 'Y')) {
            return expected + "a single array of NumPy";
        }
        byte[] first = Arrays.copyOf(head, Math.min(8, head.length));
        return expected + "something that begins with "
                + HexFormat.ofDelimiter(" ").formatHex(first);
    }

    private static boolean begins(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
