package org.convscape;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the diagram in {@code docs/architecture.puml} and each library to its place. */
@AnalyzeClasses(packages = "org.convscape", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

    /** Wherever a build puts them, the classes of tests stand in a folder that says so. */
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test/") && !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule packagesKnowOnlyTheirNeighbours = ArchRuleDefinition.classes()
            .should(adhereToPlantUmlDiagram(
                    Path.of("docs", "architecture.puml"), consideringOnlyDependenciesInDiagram()))
            .because("the picture of the architecture must not drift from the code");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.convscape.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheEngineKnowsNd4j = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.nd4j..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.nd4j..")
                    .and(DescribedPredicate.not(resideInAnyPackage("org.nd4j.shade.protobuf.."))))
            .because("native arrays belong to one thread and one package; shapes and counts must never load ND4J");

    @ArchTest
    static final ArchRule onlyTheEngineKnowsNativeMemory = noClasses()
            .that()
            .resideOutsideOfPackages("..engine.nd4j..", "..engine.onednn..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco..")
            .because("native libraries are loaded in one guarded place, and native memory belongs to one thread");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsOneDnn = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.onednn..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco.dnnl..")
            .because("where the presets are missing, all but one package must be loadable");

    @ArchTest
    static final ArchRule onlyTheExportKnowsOnnxMessages = noClasses()
            .that()
            .resideOutsideOfPackage("..io.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("onnx..", "org.nd4j.shade.protobuf..")
            .because("one package knows how ONNX files are written");

    @ArchTest
    static final ArchRule onlyTheReaderOfWeightsKnowsHdf5 = noClasses()
            .that()
            .resideOutsideOfPackage("..weights.file..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.jhdf..")
            .because("one place turns what a library makes of a damaged file into a sentence");

    @ArchTest
    static final ArchRule onlyTheWindowKnowsTheSceneGraph = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "..app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx.scene..", "javafx.stage..", "javafx.application..", "org.controlsfx..", "atlantafx..")
            .because("the command line runs without a display and without the toolkit");

    @ArchTest
    static final ArchRule onlyTheLayoutKnowsItsLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("..layout..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.elk..", "org.eclipse.emf..")
            .because("the window and the drawings in files must show the same layout");

    @ArchTest
    static final ArchRule theCommandLineNeedsNoToolkit = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "..app..", "..viewmodel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..")
            .because("the command line runs without a display and without the toolkit");

    @ArchTest
    static final ArchRule chartsAreDrawnInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("..ui.chart..", "..io.chart..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jfree..")
            .because("one place gives charts their look, and one shows them");

    /** A method, because some versions of Surefire say nothing of a field that fails. */
    @ArchTest
    static void everyChartIsOfOneKind(JavaClasses classes) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene.chart..")
                .because("a chart made otherwise has no zoom, no large window and no file, and looks like no other")
                .check(classes);
    }

    @ArchTest
    static final ArchRule picturesAreDecodedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("..image..", "..io..", "..ui.chart..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "com.twelvemonkeys..", "com.drew..")
            .because("AWT is for decoding and encoding, and for the geometry of charts");

    @ArchTest
    static final ArchRule jsonStandsInIo = noClasses()
            .that()
            .resideOutsideOfPackage("..io..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..")
            .because("one package knows how files are written");

    @ArchTest
    static final ArchRule threadsAreMadeInTask = noClasses()
            .that()
            .resideOutsideOfPackage("..task..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.concurrent\\.(Executors|ThreadPoolExecutor|ForkJoinPool)")
            .because("every thread has one known owner");

    @ArchTest
    static final ArchRule laterOnTheScreenIsSaidOnce = noClasses()
            .that()
            .haveNameNotMatching("org\\.convscape\\.ui\\.control\\.ScreenThread.*")
            .should()
            .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
            .because("results reach the screen through one door");

    @Test
    void filesStayShortEnoughToRead() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<Path> tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > 330)
                    .toList();
            assertTrue(tooLong.isEmpty(), () -> "Longer than 330 lines: " + tooLong);
        }
    }

    @Test
    void commentsAreNarrowEnoughToReadBesideCode() throws IOException {
        List<String> wide = new ArrayList<>();
        for (String root : List.of("main", "test", "samples")) {
            try (Stream<Path> files = Files.walk(Path.of("src", root, "java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    int number = 0;
                    for (String line : Files.readAllLines(file)) {
                        number++;
                        boolean comment = line.strip().startsWith("*")
                                || line.strip().startsWith("//")
                                || line.strip().startsWith("/*");
                        if (comment && line.length() > 120) {
                            wide.add(file.getFileName() + ":" + number);
                        }
                    }
                }
            }
        }
        assertTrue(wide.isEmpty(), () -> "Comments wider than 120 columns: " + wide);
    }

    @Test
    void everyPackageStandsInTheDiagram() throws IOException {
        String diagram = Files.readString(Path.of("docs", "architecture.puml"));
        Path root = Path.of("src", "main", "java");
        try (Stream<Path> folders = Files.walk(root)) {
            List<String> missing = folders.filter(ArchitectureTest::hasSources)
                    .map(folder -> root.relativize(folder).toString().replace(File.separatorChar, '.'))
                    .filter(name -> !diagram.contains("<<" + name + ">>"))
                    .toList();
            assertTrue(missing.isEmpty(), () -> "Packages without a box of their own in the diagram: " + missing);
        }
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src", "main", "java", "org", "convscape"))) {
            List<Path> silent = folders.filter(ArchitectureTest::hasSources)
                    .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
                    .toList();
            assertTrue(silent.isEmpty(), () -> "Without package-info.java: " + silent);
        }
    }

    private static boolean hasSources(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
