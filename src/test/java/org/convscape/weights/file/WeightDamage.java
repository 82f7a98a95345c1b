package org.convscape.weights.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Damages weight files at random, the same way for the same seed, and opens them. */
final class WeightDamage {
    private WeightDamage() {}

    /** What came of it but arrays or a {@link WeightFileFailure}, each with what was done to which file. */
    static List<String> trials(Path folder, Map<String, byte[]> files, int times, long seed) throws IOException {
        List<String> faults = new ArrayList<>();
        Path path = folder.resolve("damaged");
        int read = 0;
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Random random = new Random(seed);
            for (int trial = 0; trial < times; trial++) {
                Files.write(path, damaged(each.getValue(), random));
                String fault = open(path);
                if (fault == null) {
                    read++;
                } else if (!fault.isEmpty()) {
                    faults.add(each.getKey() + ", trial " + trial + ": " + fault);
                }
            }
        }
        System.out.println("Damaged weight files: " + files.size() + " of " + times + " trials each, " + read
                + " gave arrays all the same, " + faults.size() + " faults");
        return faults;
    }

    private static byte[] damaged(byte[] sound, Random random) {
        int kind = random.nextInt(6);
        if (kind == 0) {
            return Arrays.copyOf(sound, random.nextInt(sound.length));
        }
        byte[] bytes = sound.clone();
        int count = 1 + random.nextInt(kind == 1 ? 1 : 8);
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(bytes.length);
            switch (kind) {
                case 1, 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> bytes[at] = (byte) random.nextInt(256);
                case 4 -> {
                    // One place of the file where another was: structures that go in circles.
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(Long.BYTES, bytes.length - Math.max(at, from));
                    System.arraycopy(sound, from, bytes, at, length);
                }
                default -> {
                    // Lengths and places are where large numbers hurt.
                    byte value = (byte) (random.nextBoolean() ? 0xFF : 0x7F);
                    for (int j = at; j < Math.min(bytes.length, at + 1 + random.nextInt(8)); j++) {
                        bytes[j] = value;
                    }
                }
            }
        }
        return bytes;
    }

    /** Null for arrays, empty for a refusal, or the fault. */
    private static String open(Path path) {
        try (WeightFile file = WeightFiles.open(path)) {
            long numbers = 0;
            for (StoredArray array : file.arrays()) {
                if (array.elements() < 1 << 24) {
                    numbers += file.read(array).length;
                }
            }
            file.remarks();
            return numbers < 0 ? "negative" : null;
        } catch (WeightFileFailure e) {
            boolean sentence = e.getMessage().contains(path.getFileName().toString())
                    && e.getMessage().length() > 40;
            return sentence ? "" : "no sentence: " + e.getMessage();
        } catch (Throwable e) {
            StackTraceElement[] trace = e.getStackTrace();
            return e + (trace.length > 0 ? " at " + trace[0] : "");
        }
    }
}
