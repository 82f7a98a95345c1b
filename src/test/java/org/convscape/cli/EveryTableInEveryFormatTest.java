package org.convscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.convscape.image.SamplePictures;
import org.convscape.io.TableFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever has numbers to show shows the same ones in every format there is. */
class EveryTableInEveryFormatTest {

    static Stream<Arguments> tables() {
        return Stream.of(
                        "list | mobilenet-v2",
                        "compare resnet18 resnet34 --diff | 3663761408 3,663,761,408",
                        "cost resnet18 | 1814073344 1,814,073,344",
                        "cost resnet18 --by block | 11689512 11,689,512",
                        "cost resnet18 --more | 118013952 118,013,952",
                        "cost resnet18 --conventions | 1814073344 1,814,073,344",
                        "cost --why resnet50 resnet50-v1 | -77070336 -77,070,336",
                        "cost --why resnet18 macs thop | 4 batch",
                        "cost conv2d --sweep channels=16..32:16 | 28901376 28,901,376",
                        "run relu --input 8x8x3 --picture sample:" + SamplePictures.first()
                                + " | 8×8×3 8$\\times$8$\\times$3 relu")
                .flatMap(line -> Arrays.stream(TableFormat.values()).map(format -> Arguments.of(line, format)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theSameNumberStandsInAll(String line, TableFormat format) {
        String[] parts = line.split(" \\| ");
        List<String> arguments = new ArrayList<>(List.of(parts[0].split(" ")));
        arguments.addAll(List.of("--format", format.id()));

        Invocation said = Invocation.of(arguments.toArray(String[]::new));

        assertEquals(0, said.status(), said.err());
        assertFalse(said.out().isBlank());
        String plain = said.out().replace("{,}", ",");
        assertTrue(
                Arrays.stream(parts[1].split(" ")).anyMatch(plain::contains),
                () -> format + " lacks " + parts[1] + ":\n" + said.out());
    }
}
