package org.convscape.weights.file;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a pickle of protocol 2 without carrying anything out: what it builds are containers, numbers, text and what
 * {@link TorchObjects} knows. An opcode beyond those that state dicts use ends the reading. (Opcodes: Python,
 * {@code Lib/pickletools.py}.) Works on a stack of its own, so nesting costs no call.
 */
final class PickleMachine {
    private static final long MOST_STEPS = 3_000_000;
    private static final Object MARK = new Object();

    /** The protocol that torch.save writes. */
    private static final int WRITTEN = 2;

    private final Cursor in;
    private final TorchObjects objects;
    private final List<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();
    private final List<Integer> marks = new ArrayList<>();
    private int protocol = WRITTEN;

    private PickleMachine(Cursor in, TorchObjects objects) {
        this.in = in;
        this.objects = objects;
    }

    /** Reads one pickle, and stands behind it then. */
    static Object read(Cursor in, TorchObjects objects) {
        return new PickleMachine(in, objects).run();
    }

    private Object run() {
        for (long step = 0; step < MOST_STEPS; step++) {
            int opcode = in.u8();
            if (opcode == '.') {
                if (protocol != WRITTEN) {
                    throw otherProtocol();
                }
                Object result = pop();
                if (!stack.isEmpty()) {
                    throw in.complaint("one object was expected at the end of the pickle, found " + (stack.size() + 1));
                }
                return result;
            }
            step(opcode);
        }
        throw in.complaint("the pickle has more than " + MOST_STEPS + " steps, far more than the largest networks");
    }

    private void step(int opcode) {
        switch (opcode) {
            case 0x80 -> protocol = in.u8();
            case '(' -> {
                marks.add(stack.size());
                stack.add(MARK);
            }
            case '}' -> stack.add(new Pickled.Dict(false));
            case ']' -> stack.add(new Pickled.Sequence());
            case ')' -> stack.add(new Pickled.Tuple(List.of()));
            case 't' -> stack.add(new Pickled.Tuple(popToMark()));
            case 0x85 -> tuple(1);
            case 0x86 -> tuple(2);
            case 0x87 -> tuple(3);
            case 'a' -> append(List.of(pop()));
            case 'e' -> append(popToMark());
            case 's' -> {
                Object value = pop();
                setItems(List.of(pop(), value));
            }
            case 'u' -> setItems(popToMark());
            case 'N' -> stack.add(Pickled.NONE);
            case 0x88 -> stack.add(Boolean.TRUE);
            case 0x89 -> stack.add(Boolean.FALSE);
            case 'J' -> stack.add((long) in.i32());
            case 'K' -> stack.add((long) in.u8());
            case 'M' -> stack.add((long) in.u16());
            case 0x8a -> stack.add(whole(in.bytes(in.u8(), "a whole number")));
            case 'G' -> stack.add(in.bigEndianDouble());
            case 'X' -> stack.add(text(in.i32() & 0xFFFF_FFFFL));
            case 'T' -> stack.add(text(in.i32()));
            case 'U' -> stack.add(text(in.u8()));
            case 'q' -> memo.put(in.u8(), top());
            case 'r' -> memo.put(in.i32(), top());
            case 'h' -> stack.add(remembered(in.u8()));
            case 'j' -> stack.add(remembered(in.i32()));
            case 'c' -> {
                String module = line();
                stack.add(objects.known(in, module, line()));
            }
            case 'R' -> {
                Object arguments = pop();
                stack.add(objects.call(in, pop(), arguments));
            }
            case 'Q' -> stack.add(objects.storage(in, pop()));
            case 'b' -> {
                pop();
                objects.checkTakesState(in, top());
            }
            case 0x8c, 0x93, 0x94, 0x95 -> later(opcode);
            default -> throw refused(opcode);
        }
    }

    /** Later protocols are read only as far as to tell whom they would call, which is worth more than their number. */
    private void later(int opcode) {
        if (protocol <= WRITTEN) {
            throw refused(opcode);
        }
        switch (opcode) {
            case 0x95 -> in.skip(Long.BYTES, "the length of a frame");
            case 0x8c -> stack.add(text(in.u8()));
            case 0x94 -> memo.put(memo.size(), top());
            default -> {
                Object name = pop();
                if (!(pop() instanceof String module) || !(name instanceof String called)) {
                    throw refused(opcode);
                }
                stack.add(objects.known(in, module, called));
            }
        }
    }

    private WeightFileFailure otherProtocol() {
        return in.complaint("a pickle of protocol " + WRITTEN + " was expected, which torch.save writes unless told"
                + " otherwise; found protocol " + protocol + ". Save it again without pickle_protocol");
    }

    /** The opcodes by which a pickle could call something, and all others, by name. */
    private WeightFileFailure refused(int opcode) {
        if (opcode == 0x93 && stack.size() >= 2) {
            Object name = stack.get(stack.size() - 1);
            Object module = stack.get(stack.size() - 2);
            if (name instanceof String a && module instanceof String b) {
                return objects.unknown(in, b, a);
            }
        }
        if (protocol > WRITTEN) {
            return otherProtocol();
        }
        String name = PickleOpcodes.name(opcode);
        return in.complaint("the pickle has the opcode " + name + ", which no state dict needs; nothing of it was run."
                + " Save the state_dict of the model with torch.save");
    }

    private void tuple(int count) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(0, pop());
        }
        stack.add(new Pickled.Tuple(items));
    }

    private void append(List<Object> items) {
        if (!(top() instanceof Pickled.Sequence list)) {
            throw in.complaint("a list was expected to append to");
        }
        list.items.addAll(items);
    }

    private void setItems(List<Object> items) {
        if (!(top() instanceof Pickled.Dict dict)) {
            throw in.complaint("a dict was expected to put into");
        }
        if (items.size() % 2 != 0) {
            throw in.complaint("keys and values were expected in pairs, found " + items.size() + " objects");
        }
        for (int i = 0; i < items.size(); i += 2) {
            dict.items.put(items.get(i), items.get(i + 1));
        }
    }

    private Object top() {
        if (stack.isEmpty() || stack.get(stack.size() - 1) == MARK) {
            throw in.complaint("the pickle takes more objects than it made");
        }
        return stack.get(stack.size() - 1);
    }

    private Object pop() {
        Object top = top();
        stack.remove(stack.size() - 1);
        return top;
    }

    private List<Object> popToMark() {
        if (marks.isEmpty()) {
            throw in.complaint("the pickle ends a group that never began");
        }
        int mark = marks.remove(marks.size() - 1);
        List<Object> group = stack.subList(mark, stack.size());
        List<Object> items = new ArrayList<>(group.subList(1, group.size()));
        group.clear();
        return items;
    }

    private Object remembered(int index) {
        Object object = memo.get(index);
        if (object == null) {
            throw in.complaint("the pickle refers to its object number " + index + ", which it never made");
        }
        return object;
    }

    private String text(long length) {
        return new String(in.bytes(length, "a text"), StandardCharsets.UTF_8);
    }

    private static Object whole(byte[] littleEndian) {
        byte[] bytes = new byte[littleEndian.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = littleEndian[bytes.length - 1 - i];
        }
        BigInteger number = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : Pickled.OTHER;
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int next = in.u8(); next != '\n'; next = in.u8()) {
            if (line.length() >= 1000) {
                throw in.complaint("a name was expected to end within 1,000 characters");
            }
            line.append((char) next);
        }
        return line.toString();
    }
}
