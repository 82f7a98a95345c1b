package org.convscape.weights.file;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.exceptions.UnsupportedHdfException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HDF5 file through its library, which is written for sound files. Whatever happens to it inside a damaged or
 * hostile one becomes a sentence here. It holds nothing open but the file, which is closed by whoever opened it.
 */
final class Hdf5 {
    /** Held, or its level would be forgotten. */
    private static final Logger LOGGER = Logger.getLogger("io.jhdf");

    static {
        LOGGER.setLevel(Level.SEVERE);
    }

    private static final String ATTRIBUTES = "the list of attributes of ";
    private static final Pattern FILTER = Pattern.compile("name='([^']{1,100})'");
    private static final int MOST_NAMES = 100_000;

    private final FileBytes file;
    private final Hdf5Channel channel;
    private final HdfFile hdf;
    private final long begin;

    /** Opens a part of a file as one of HDF5. */
    Hdf5(FileBytes file, long begin, long size) {
        this.file = file;
        this.begin = begin;
        this.channel = new Hdf5Channel(file, begin, size);
        this.hdf = guarded("the beginning of the HDF5 file", () -> new HdfFile(channel));
    }

    FileBytes file() {
        return file;
    }

    Group root() {
        return hdf;
    }

    /** Where the byte of the file stands that the HDF5 structure calls 0. */
    long base() {
        return begin + hdf.getUserBlockSize();
    }

    long size() {
        return channel.size();
    }

    /** Does something with the library, one thread at a time. */
    synchronized <T> T guarded(String what, Supplier<T> action) {
        channel.grant();
        try {
            return action.get();
        } catch (OutOfMemoryError e) {
            throw file.complaint(what + " declares more than there is memory for");
        } catch (StackOverflowError e) {
            throw file.complaint(what + " is nested without end");
        } catch (RuntimeException | InternalError e) {
            throw sentence(what, e);
        }
    }

    private RuntimeException sentence(String what, Throwable failure) {
        Throwable deepest = failure;
        for (int depth = 0; depth < 50 && deepest.getCause() != null; depth++) {
            if (deepest instanceof WeightFileFailure || deepest instanceof CancellationException) {
                break;
            }
            deepest = deepest.getCause();
        }
        if (deepest instanceof WeightFileFailure || deepest instanceof CancellationException) {
            return (RuntimeException) deepest;
        }
        String message = String.valueOf(deepest.getMessage());
        if (deepest instanceof HdfFilterException) {
            Matcher filter = FILTER.matcher(message);
            return file.complaint(what + " is compressed by a filter that is not known here, or damaged"
                    + (filter.find() ? ": " + filter.group(1) : ""));
        }
        if (deepest instanceof UnsupportedHdfException && message.contains("External")) {
            return file.complaint(
                    what + " has numbers that stand outside this file (external data), which is not read");
        }
        if (deepest instanceof UnsupportedHdfException && message.contains("Virtual")) {
            return file.complaint(what + " has a virtual dataset, whose numbers stand elsewhere, which is not read");
        }
        if (deepest instanceof UnsupportedHdfException) {
            return file.complaint(what + " uses a part of HDF5 that is not known here");
        }
        if (deepest instanceof Hdf5Channel.Exhausted) {
            return file.complaint(what + " goes in circles: it is damaged");
        }
        if (what.startsWith(ATTRIBUTES)) {
            return file.complaint(what + " cannot be understood: it is damaged, or has more and larger attributes than"
                    + " are read in the newest form of HDF5; h5py with libver='earliest' writes them in a simpler one");
        }
        return file.complaint(what + " cannot be understood: it is damaged, or has a type of numbers that is not known"
                + " here, such as Keras' bfloat16; saving it as float32 helps");
    }

    /** The children of a group by name. */
    Map<String, Node> children(Group group, String path) {
        Map<String, Node> children = guarded("the group " + path, group::getChildren);
        if (children.size() > MOST_NAMES) {
            throw file.complaint("the group " + path + " has more than " + MOST_NAMES + " members");
        }
        return children;
    }

    /** An attribute as text, one or many; empty where there is none, or none of text. */
    List<String> texts(Node node, String path, String name) {
        Map<String, Attribute> attributes = guarded(ATTRIBUTES + path, node::getAttributes);
        Attribute attribute = attributes.get(name);
        if (attribute == null) {
            return List.of();
        }
        Object data = guarded("the attribute " + name + " of " + path, attribute::getData);
        List<String> texts = new ArrayList<>();
        if (data instanceof String text) {
            texts.add(text);
        } else if (data instanceof Object[] many) {
            for (Object each : many) {
                if (each instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** A list of names, which Keras splits into NAME0, NAME1 and so on where it is long. */
    List<String> names(Node node, String path, String name) {
        List<String> all = new ArrayList<>(texts(node, path, name));
        for (int i = 0; all.size() < MOST_NAMES; i++) {
            List<String> more = texts(node, path, name + i);
            if (more.isEmpty()) {
                break;
            }
            all.addAll(more);
        }
        return all;
    }

    boolean has(Node node, String path, String attribute) {
        return guarded(ATTRIBUTES + path, node::getAttributes).containsKey(attribute);
    }
}
