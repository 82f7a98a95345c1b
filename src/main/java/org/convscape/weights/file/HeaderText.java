package org.convscape.weights.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The pieces of JSON (RFC 8259) that the header of a safetensors file is made of, read one after the other. What such a
 * header cannot have, such as deeper nesting or fractions, is refused where it stands.
 */
final class HeaderText {
    private final FileBytes file;
    private final CharBuffer text;

    HeaderText(FileBytes file, byte[] bytes) {
        this.file = file;
        try {
            this.text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw file.complaint("the header was expected to be text in UTF-8");
        }
    }

    WeightFileFailure complaint(String what) {
        return file.complaint("the header, character " + (text.position() + 1) + ": " + what);
    }

    /** Goes behind that character, which must come next but for blanks. */
    void expect(char wanted) {
        blanks();
        if (!text.hasRemaining() || text.get(text.position()) != wanted) {
            throw complaint("'" + wanted + "' was expected, found " + next());
        }
        text.get();
    }

    /** Goes behind that character if it comes next; whether it did. */
    boolean accept(char wanted) {
        blanks();
        if (text.hasRemaining() && text.get(text.position()) == wanted) {
            text.get();
            return true;
        }
        return false;
    }

    /** Nothing but blanks may follow. */
    void expectEnd() {
        blanks();
        if (text.hasRemaining()) {
            throw complaint("the header was expected to end, found " + next());
        }
    }

    /** A text in quotes. */
    String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (text.hasRemaining()) {
            char each = text.get();
            if (each == '"') {
                return string.toString();
            }
            if (each < ' ') {
                throw complaint("a text holds a control character");
            }
            string.append(each == '\\' ? escaped() : each);
        }
        throw complaint("a text was expected to end");
    }

    private char escaped() {
        char kind = text.hasRemaining() ? text.get() : ' ';
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw complaint("a text holds an escape that JSON has not");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = text.hasRemaining() ? Character.digit(text.get(), 16) : -1;
            if (digit < 0) {
                throw complaint("four hexadecimal digits were expected");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    /** A whole number that is not negative. */
    long number() {
        blanks();
        int begin = text.position();
        long number = 0;
        while (text.hasRemaining() && text.get(text.position()) >= '0' && text.get(text.position()) <= '9') {
            int digit = text.get() - '0';
            if (number > (Long.MAX_VALUE - digit) / 10) {
                throw complaint("a number overflows 64 bits");
            }
            number = number * 10 + digit;
        }
        if (text.position() == begin) {
            throw complaint("a whole number that is not negative was expected, found " + next());
        }
        return number;
    }

    private void blanks() {
        while (text.hasRemaining() && " \t\r\n".indexOf(text.get(text.position())) >= 0) {
            text.get();
        }
    }

    private String next() {
        return text.hasRemaining() ? "'" + text.get(text.position()) + "'" : "the end";
    }
}
