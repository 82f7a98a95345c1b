package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.convscape.engine.EngineFailure;
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

    @Test
    void whatCannotBeLoadedSaysWhatAPersonCanDo() {
        EngineFailure failure = assertThrows(
                EngineFailure.class,
                () -> Engines.loaded(() -> {
                    throw new UnsatisfiedLinkError("/cache/lib.so: failed to map segment from shared object");
                }));

        assertEquals(
                "The arithmetic could not be loaded: /cache/lib.so: failed to map segment from shared object. If that"
                        + " folder is full, cannot be written, or lies where programs are not allowed (noexec),"
                        + " -Dorg.bytedeco.javacpp.cachedir=FOLDER names another",
                failure.getMessage());
    }

    @Test
    void missingPresetsAreToldInWords() {
        DirectCalls none = DirectCalls.open(() -> {
            throw new NoClassDefFoundError("org/bytedeco/dnnl/global/dnnl");
        });

        assertEquals(
                "ND4J (oneDNN itself cannot be loaded: its presets are not among the libraries beside the program)",
                none.description("ND4J"));
    }
}
