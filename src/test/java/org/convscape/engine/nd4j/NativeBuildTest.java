package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;

/**
 * Which native build of ND4J the program is put together with: a second one would cost 90 MB, another one the speed.
 */
class NativeBuildTest {

    private static final Pattern NATIVE_JAR =
            Pattern.compile("nd4j-native-1[^/]*?-([a-z]+-[a-z0-9_]+(?:-[a-z0-9]+)?)\\.jar");

    private static List<String> nativeBuilds() throws IOException {
        List<URL> found = Collections.list(NativeBuildTest.class
                .getClassLoader()
                .getResources("META-INF/maven/org.nd4j/nd4j-native/pom.properties"));
        return found.stream()
                .map(url -> NATIVE_JAR.matcher(url.toString()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    @Test
    void exactlyOneNativeBuildIsOnTheClassPathAndItIsThisPlatforms() throws IOException {
        List<String> builds = nativeBuilds();

        assertEquals(1, builds.size(), builds::toString);
        assertTrue(builds.get(0).startsWith(Loader.getPlatform()), builds::toString);
    }

    @Test
    void onX86TheBuildIsTheOneWithOneDnnAndItsKernelsAreUsed() throws IOException {
        boolean x86 = Loader.getPlatform().endsWith("x86_64");

        assertEquals(x86, nativeBuilds().get(0).endsWith("-onednn"));
        try (Nd4jBackend backend = new Nd4jBackend()) {
            assertTrue(
                    backend.description().matches("ND4J \\S+, " + (x86 ? "oneDNN 2\\.\\S+" : ".*") + ", \\S+"),
                    backend.description());
        }
    }
}
