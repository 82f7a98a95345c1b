package org.convscape.weights.published;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.convscape.image.Fit;
import org.convscape.image.InputPreparation;
import org.convscape.image.Normalisation;

/**
 * Reads a catalogue: a table with tabulators, whose first line that is no remark (#) names the columns. A line that
 * cannot be read is left out, and a sentence says which and why.
 */
final class CatalogueLines {
    private static final List<String> NEEDED = List.of("id", "network", "file", "address");
    private static final List<String> LABELS = List.of("imagenet", "imagenet-1001", "cifar-10", "none");
    private static final String NUMBER = "\\d{1,5}";
    private static final int MOST_COMPLAINTS = 50;

    private final String name;
    private final List<PublishedFile> files = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private List<String> columns = List.of();

    private CatalogueLines(String name) {
        this.name = name;
    }

    /** Why a cell cannot be read. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String column, String expected, String found) {
            super(column + ": expected " + expected + ", found \"" + found + "\"");
        }
    }

    /** The files of a catalogue, and what is wrong with its other lines. */
    static PublishedFiles read(String name, List<String> lines) {
        CatalogueLines reader = new CatalogueLines(name);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                reader.line(i + 1, List.of(line.split("\t", -1)));
            }
        }
        return new PublishedFiles(reader.files, reader.complaints);
    }

    private void line(int number, List<String> cells) {
        try {
            if (columns.isEmpty()) {
                columns = headings(cells);
                return;
            }
            if (cells.size() != columns.size()) {
                throw new Unreadable("the line", columns.size() + " cells", cells.size() + " cells");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(columns.get(i), cells.get(i).strip());
            }
            PublishedFile file = file(row);
            ids.add(file.id());
            names.add(file.file());
            files.add(file);
        } catch (Unreadable e) {
            if (complaints.size() < MOST_COMPLAINTS) {
                complaints.add(name + ", line " + number + ": " + e.getMessage());
            }
        }
    }

    private static List<String> headings(List<String> cells) throws Unreadable {
        for (String needed : NEEDED) {
            if (!cells.contains(needed)) {
                throw new Unreadable(
                        "the columns", "tabulators between " + String.join(", ", NEEDED), String.join(", ", cells));
            }
        }
        return cells;
    }

    private PublishedFile file(Map<String, String> row) throws Unreadable {
        String id = matching(row, "id", "[a-z0-9][a-z0-9._-]*", "small letters, digits, dots and hyphens");
        if (ids.contains(id)) {
            throw new Unreadable("id", "one that no other line has", id);
        }
        // Names of devices, and those that other systems hide or cannot have, are none of the publishers'.
        String file = matching(row, "file", "[A-Za-z0-9][A-Za-z0-9._+-]*", "the name of a file without folders");
        if (names.contains(file) || file.endsWith(".part")) {
            throw new Unreadable("file", "a name that no other line has, not ending in .part", file);
        }
        return new PublishedFile(
                id,
                matching(row, "network", "[a-z0-9][a-z0-9-]*", "the id of a network"),
                row.getOrDefault("settings", ""),
                row.getOrDefault("lacking", ""),
                file,
                address(row),
                hash(row),
                size(row),
                row.getOrDefault("licence", ""),
                pictures(row),
                top1(row),
                labels(row),
                row.getOrDefault("source", ""));
    }

    private static String matching(Map<String, String> row, String column, String pattern, String expected)
            throws Unreadable {
        String text = row.getOrDefault(column, "");
        if (!text.matches(pattern)) {
            throw new Unreadable(column, expected, text);
        }
        return text;
    }

    private static URI address(Map<String, String> row) throws Unreadable {
        String text = row.get("address");
        try {
            URI address = new URI(text);
            if (Addresses.allowed(address)) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new Unreadable("address", Addresses.EXPECTED, text);
        }
        throw new Unreadable("address", Addresses.EXPECTED, text);
    }

    private static FileHash hash(Map<String, String> row) throws Unreadable {
        String id = row.getOrDefault("hash-kind", "");
        FileHash.Kind kind = FileHash.Kind.of(id.isEmpty() ? "none" : id)
                .orElseThrow(() -> new Unreadable("hash-kind", "sha256, sha256-prefix, md5 or none", id));
        String digits = row.getOrDefault("hash", "");
        if (!kind.fits(digits)) {
            throw new Unreadable("hash", kind.expected(), digits);
        }
        return new FileHash(kind, digits);
    }

    private static FileSize size(Map<String, String> row) throws Unreadable {
        String text = row.getOrDefault("bytes", "");
        if (text.isEmpty()) {
            return FileSize.UNKNOWN;
        }
        if (!text.matches("~?[1-9]\\d{0,9}") || Long.parseLong(text.replace("~", "")) > FileSize.LARGEST) {
            throw new Unreadable(
                    "bytes", "a whole number up to " + FileSize.LARGEST + ", after ~ where it is rounded", text);
        }
        return new FileSize(OptionalLong.of(Long.parseLong(text.replace("~", ""))), text.startsWith("~"));
    }

    private static PublishedFile.Pictures pictures(Map<String, String> row) throws Unreadable {
        String fitText = row.getOrDefault("fit", "");
        Fit fit = Fit.CROP;
        if (!fitText.isEmpty() && !fitText.equals(Fit.CROP.id())) {
            if (!fitText.equals(Fit.SQUASH.id()) && !fitText.equals(Fit.PAD.id())) {
                throw new Unreadable("fit", "crop, squash or pad", fitText);
            }
            fit = Fit.of(fitText);
        }
        int resize = number(row, "resize", 0);
        int crop = number(row, "crop", 224);
        if (crop < 1 || (resize != 0 && resize < crop)) {
            throw new Unreadable("resize", "0, or at least the side of the crop, " + crop, "" + resize);
        }
        return new PublishedFile.Pictures(fit, resize, crop, row.getOrDefault("interpolation", ""), normalisation(row));
    }

    private static int number(Map<String, String> row, String column, int otherwise) throws Unreadable {
        String text = row.getOrDefault(column, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        return Integer.parseInt(matching(row, column, NUMBER, "a whole number of pixels"));
    }

    private static Normalisation normalisation(Map<String, String> row) throws Unreadable {
        String mean = row.getOrDefault("mean", "");
        String deviation = row.getOrDefault("std", "");
        if (mean.isEmpty() && deviation.isEmpty()) {
            return InputPreparation.STANDARD.normalisation();
        }
        String white = row.getOrDefault("white", "1");
        String channels = row.getOrDefault("channels", "rgb");
        String text = mean + ";" + deviation + (white.equals("1") || white.isEmpty() ? "" : ";" + white)
                + (channels.equals("rgb") || channels.isEmpty() ? "" : ";" + channels);
        return Normalisation.find(text)
                .orElseThrow(() -> new Unreadable(
                        "mean, std, white, channels",
                        "one number or three, with commas; the same; 1 or 255; rgb or bgr",
                        text));
    }

    private static OptionalDouble top1(Map<String, String> row) throws Unreadable {
        String text = row.getOrDefault("top1", "");
        return text.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Double.parseDouble(matching(row, "top1", "\\d{1,2}(\\.\\d{1,4})?|100", "a share in percent")));
    }

    private static String labels(Map<String, String> row) throws Unreadable {
        String text = row.getOrDefault("labels", "");
        if (!text.isEmpty() && !LABELS.contains(text)) {
            throw new Unreadable("labels", "one of " + String.join(", ", LABELS), text);
        }
        return text.isEmpty() ? "none" : text;
    }
}
