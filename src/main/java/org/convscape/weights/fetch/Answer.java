package org.convscape.weights.fetch;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the head of an answer says of its body.
 *
 * @param kind what is to be done with it
 * @param total how many bytes the whole file has; empty where the server does not say
 * @param mark by which the server tells one version of the file from another; may be empty
 */
record Answer(Kind kind, int status, OptionalLong total, String mark) {
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final Pattern WHOLE = Pattern.compile("bytes \\*/(\\d{1,18})");

    /** What is to be done with a body. */
    enum Kind {
        /** It is the file. */
        WHOLE,
        /** It is the rest of the file. */
        REST,
        /** What was asked for is not what there is: to be asked for anew, from the beginning. */
        ANEW,
        /** Nothing is missing. */
        NOTHING_MORE,
        /** The file is elsewhere. */
        ELSEWHERE,
        /** It is a page to be read, not a file. */
        PAGE,
        /** It is packed, and nobody asked for that. */
        PACKED,
        /** The server does not give the file. */
        REFUSED
    }

    /**
     * Reads the head of an answer.
     *
     * @param have how many bytes were there when the rest was asked for; 0 where all was
     */
    static Answer of(int status, HttpHeaders headers, long have) {
        String mark = headers.firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> headers.firstValue("Last-Modified"))
                .orElse("")
                .strip();
        OptionalLong length = length(headers);
        String range = headers.firstValue("Content-Range").orElse("");
        Kind kind = Kind.REFUSED;
        OptionalLong total = length;
        if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
            kind = Kind.ELSEWHERE;
        } else if (status == 206) {
            Matcher matcher = RANGE.matcher(range);
            boolean goesOn = matcher.matches() && have > 0 && Long.parseLong(matcher.group(1)) == have;
            kind = goesOn ? Kind.REST : Kind.ANEW;
            total = goesOn && !matcher.group(3).equals("*")
                    ? OptionalLong.of(Long.parseLong(matcher.group(3)))
                    : OptionalLong.empty();
        } else if (status == 416 && have > 0) {
            Matcher matcher = WHOLE.matcher(range);
            kind = matcher.matches() && Long.parseLong(matcher.group(1)) == have ? Kind.NOTHING_MORE : Kind.ANEW;
            total = OptionalLong.of(have);
        } else if (status == 200) {
            kind = Kind.WHOLE;
        }
        if (kind == Kind.WHOLE || kind == Kind.REST) {
            String type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            String packing = headers.firstValue("Content-Encoding").orElse("identity");
            kind = type.startsWith("text/html") ? Kind.PAGE : packing.equals("identity") ? kind : Kind.PACKED;
        }
        return new Answer(kind, status, total, mark);
    }

    private static OptionalLong length(HttpHeaders headers) {
        String text = headers.firstValue("Content-Length").orElse("");
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** Whether its body goes into the file. */
    boolean wanted() {
        return kind == Kind.WHOLE || kind == Kind.REST;
    }

    /** Why the server does not give the file, in words. */
    String refusal() {
        String reason =
                switch (status) {
                    case 401, 403 -> "does not give it to everybody";
                    case 404, 410 -> "does not have it, or no longer";
                    case 429, 503 -> "has too much to do just now; later it may";
                    default -> status >= 500 ? "has failed" : "has answered with something else than the file";
                };
        return "the server " + reason + " (status " + status + ")";
    }
}
