package org.convscape.weights.published;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which addresses files are fetched from: over an encrypted connection, or from a server on this machine itself. */
public final class Addresses {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What is allowed, as a phrase. */
    public static final String EXPECTED = "an address that begins with https://";

    private Addresses() {}

    /** Whether a file may be fetched from there. */
    public static boolean allowed(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean plain = address.getHost() != null && address.getUserInfo() == null;
        return plain && (scheme.equals("https") || (scheme.equals("http") && here(address)));
    }

    /** Whether one address may send on to another: no way leads from elsewhere to this machine. */
    public static boolean maySendOn(URI from, URI to) {
        return allowed(to) && (here(from) || !here(to));
    }

    private static boolean here(URI address) {
        return HERE.contains(address.getHost().toLowerCase(Locale.ROOT));
    }
}
