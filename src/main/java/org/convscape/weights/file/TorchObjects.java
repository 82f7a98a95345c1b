package org.convscape.weights.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions and classes that the pickles of PyTorch may name: those that tensors and their containers are made of.
 * None is ever called; what they would return is made here. Everything else ends the reading with its name.
 */
final class TorchObjects {
    private static final String ORDERED_DICT = "collections.OrderedDict";
    private static final String TENSOR = "torch._utils._rebuild_tensor";
    private static final String TENSOR_2 = "torch._utils._rebuild_tensor_v2";
    private static final String PARAMETER = "torch._utils._rebuild_parameter";
    private static final String PARAMETER_CLASS = "torch.nn.parameter.Parameter";
    private static final String SIZE = "torch.Size";
    private static final List<String> FUNCTIONS =
            List.of(ORDERED_DICT, TENSOR, TENSOR_2, PARAMETER, PARAMETER_CLASS, SIZE);
    private static final int MOST_DIMENSIONS = 64;

    private static final Map<String, ElementType> STORAGES = Map.of(
            "torch.DoubleStorage", ElementType.F64,
            "torch.FloatStorage", ElementType.F32,
            "torch.HalfStorage", ElementType.F16,
            "torch.BFloat16Storage", ElementType.BF16,
            "torch.LongStorage", ElementType.I64,
            "torch.IntStorage", ElementType.I32,
            "torch.ShortStorage", ElementType.I16,
            "torch.CharStorage", ElementType.I8,
            "torch.ByteStorage", ElementType.U8,
            "torch.BoolStorage", ElementType.BOOL);

    private final Map<String, Pickled.Known> known = new HashMap<>();
    private final Map<String, Pickled.Storage> storages = new HashMap<>();

    /** The whole storages that tensors named, by key. */
    Map<String, Pickled.Storage> storages() {
        return storages;
    }

    /** What a name of the list stands for. */
    Pickled.Known known(Cursor in, String module, String name) {
        // Python 2 had the module of built-in things under another name, and so had some classes.
        String full = module + "." + name;
        if (!FUNCTIONS.contains(full) && !STORAGES.containsKey(full)) {
            throw unknown(in, module, name);
        }
        return known.computeIfAbsent(full, Pickled.Known::new);
    }

    /** Why a name that is not on the list ends the reading, and what to do about it. */
    WeightFileFailure unknown(Cursor in, String module, String name) {
        return in.complaint("the pickle names " + module + " " + name + ", and only tensors and their containers are"
                + " read; nothing of it was run. " + UnknownObjects.advice(module, name));
    }

    /** What calling a function of the list would return. */
    Object call(Cursor in, Object function, Object arguments) {
        if (!(function instanceof Pickled.Known callee) || !FUNCTIONS.contains(callee.name)) {
            throw in.complaint("the pickle calls something that is no function that tensors are made of");
        }
        if (!(arguments instanceof Pickled.Tuple tuple)) {
            throw in.complaint("the arguments of " + callee.name + " were expected as a tuple");
        }
        List<Object> given = tuple.items;
        return switch (callee.name) {
            case ORDERED_DICT -> orderedDict(in, given);
            case TENSOR -> tensor(in, callee.name, given, 4, 4);
            case TENSOR_2 -> tensor(in, callee.name, given, 6, 7);
            case PARAMETER -> parameter(in, callee.name, given, 3);
            case PARAMETER_CLASS -> parameter(in, callee.name, given, 2);
            default -> size(in, given);
        };
    }

    /** Only an OrderedDict carries a state ({@code _metadata}), which says nothing of the numbers. */
    void checkTakesState(Cursor in, Object object) {
        if (!(object instanceof Pickled.Dict dict) || !dict.ordered) {
            throw in.complaint("the pickle gives a state to something that is no OrderedDict");
        }
    }

    private static Object orderedDict(Cursor in, List<Object> given) {
        Pickled.Dict dict = new Pickled.Dict(true);
        if (given.isEmpty()) {
            return dict;
        }
        // Python 2 wrote the pairs as one list of lists.
        if (given.size() == 1 && given.get(0) instanceof Pickled.Sequence pairs) {
            for (Object pair : pairs.items) {
                List<Object> two = pair instanceof Pickled.Sequence list
                        ? list.items
                        : pair instanceof Pickled.Tuple tuple ? tuple.items : List.of();
                if (two.size() != 2) {
                    throw in.complaint("an OrderedDict was expected to be made of pairs");
                }
                dict.items.put(two.get(0), two.get(1));
            }
            return dict;
        }
        throw in.complaint("an OrderedDict was expected to be made of nothing or of a list of pairs");
    }

    private static Object parameter(Cursor in, String name, List<Object> given, int count) {
        if (given.size() < 1 || given.size() > count || !(given.get(0) instanceof Pickled.View)) {
            throw in.complaint(name + " was expected to be given a tensor and up to " + (count - 1) + " more");
        }
        return given.get(0);
    }

    private static Object size(Cursor in, List<Object> given) {
        if (given.size() != 1 || !(given.get(0) instanceof Pickled.Tuple)) {
            throw in.complaint("torch.Size was expected to be given one tuple");
        }
        return given.get(0);
    }

    private static Object tensor(Cursor in, String name, List<Object> given, int least, int most) {
        if (given.size() < least
                || given.size() > most
                || !(given.get(0) instanceof Pickled.Storage storage)
                || !(given.get(1) instanceof Long offset)) {
            throw in.complaint(name + " was expected to be given a storage, an offset, a size and strides");
        }
        List<Long> dimensions = numbers(in, given.get(2), "the size of a tensor");
        List<Long> strides = numbers(in, given.get(3), "the strides of a tensor");
        String shape = dimensions + " with strides " + strides + " from element " + offset;
        if (dimensions.size() != strides.size() || dimensions.size() > MOST_DIMENSIONS) {
            throw in.complaint("a tensor was expected to have as many strides as dimensions, found " + shape);
        }
        if (offset < 0
                || Extent.elements(dimensions, Long.BYTES).isEmpty()
                || strides.stream().anyMatch(each -> each < 0)) {
            throw in.complaint("a tensor has negative or overflowing numbers: " + shape);
        }
        if (!dimensions.contains(0L)) {
            checkInside(in, storage, offset, dimensions, strides, shape);
        }
        return new Pickled.View(storage, offset, dimensions, strides);
    }

    private static void checkInside(
            Cursor in, Pickled.Storage storage, long offset, List<Long> dimensions, List<Long> strides, String shape) {
        try {
            long last = offset;
            for (int i = 0; i < strides.size(); i++) {
                last = Math.addExact(last, Math.multiplyExact(dimensions.get(i) - 1, strides.get(i)));
            }
            if (last >= storage.elements) {
                throw in.complaint("a tensor was expected to lie inside its storage " + storage.key + " of "
                        + storage.elements + " elements, found " + shape);
            }
        } catch (ArithmeticException e) {
            throw in.complaint("a tensor has overflowing numbers: " + shape);
        }
    }

    private static List<Long> numbers(Cursor in, Object object, String what) {
        if (!(object instanceof Pickled.Tuple tuple)) {
            throw in.complaint(what + " was expected as a tuple");
        }
        List<Long> numbers = new ArrayList<>();
        for (Object item : tuple.items) {
            if (!(item instanceof Long number)) {
                throw in.complaint(what + " was expected to be of whole numbers");
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** What a persistent id stands for: ("storage", type, key, location, elements[, view]). */
    Object storage(Cursor in, Object id) {
        if (!(id instanceof Pickled.Tuple tuple)
                || tuple.items.size() < 5
                || tuple.items.size() > 6
                || !"storage".equals(tuple.items.get(0))
                || !(tuple.items.get(1) instanceof Pickled.Known kind)
                || !STORAGES.containsKey(kind.name)
                || !(tuple.items.get(2) instanceof String key)
                || !(tuple.items.get(4) instanceof Long elements)) {
            throw in.complaint("a storage was expected with type, key, location and number of elements");
        }
        ElementType type = STORAGES.get(kind.name);
        if (Extent.elements(List.of(elements), type.bytes()).isEmpty()) {
            throw in.complaint("the storage " + key + " claims to have " + elements + " elements");
        }
        Pickled.Storage whole = new Pickled.Storage(key, type, elements, 0);
        Pickled.Storage before = storages.putIfAbsent(key, whole);
        if (before != null && (before.type != type || before.elements != elements)) {
            throw in.complaint("the storage " + key + " was " + before.elements + " of " + before.type.label()
                    + " before, and is " + elements + " of " + type.label() + " here");
        }
        Object view = tuple.items.size() == 6 ? tuple.items.get(5) : Pickled.NONE;
        return view == Pickled.NONE ? whole : part(in, whole, view);
    }

    private static Pickled.Storage part(Cursor in, Pickled.Storage whole, Object view) {
        if (!(view instanceof Pickled.Tuple tuple)
                || tuple.items.size() != 3
                || !(tuple.items.get(1) instanceof Long from)
                || !(tuple.items.get(2) instanceof Long count)) {
            throw in.complaint("a view of the storage " + whole.key + " was expected with key, offset and size");
        }
        if (from < 0 || count < 0 || from > whole.elements || count > whole.elements - from) {
            throw in.complaint("a view of " + count + " elements from element " + from + " was expected to lie inside"
                    + " the storage " + whole.key + " of " + whole.elements);
        }
        return new Pickled.Storage(whole.key, whole.type, count, from);
    }
}
