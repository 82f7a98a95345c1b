package org.convscape.testing;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process of its own in which ONNX Runtime loads every model of a folder at its level of warnings. The library writes
 * its warnings to the process's own error stream, past Java, so only another process sees them all.
 */
public final class OnnxRuntimeLoad {
    private OnnxRuntimeLoad() {}

    /** What the process wrote: the names of the models that were loaded, and what was warned of. */
    public record Said(int status, List<String> loaded, String warnings) {}

    /** Loads the models of a folder, without its sub-folders. */
    public static Said in(Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path")));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(OnnxRuntimeLoad.class.getName(), folder.toString()));
        Path out = Files.createTempFile("loaded", ".txt");
        Path err = Files.createTempFile("warnings", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        // Java itself would tell of these on the error stream.
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(builder.environment()::remove);
        try {
            int status = builder.start().waitFor();
            return new Said(status, Files.readAllLines(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Loads the models of the folder that is named, and says the name of each. */
    public static void main(String[] arguments) throws OrtException, IOException {
        List<Path> models;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            models = files.filter(Files::isRegularFile).sorted().toList();
        }
        try (OrtEnvironment environment =
                        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, "load");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING);
            for (Path model : models) {
                environment.createSession(model.toString(), options).close();
                System.out.println(model.getFileName());
            }
        }
    }
}
