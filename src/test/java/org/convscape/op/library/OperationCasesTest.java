package org.convscape.op.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.Set;
import org.convscape.op.OpType;
import org.junit.jupiter.api.Test;

class OperationCasesTest {

    @Test
    void everyOperationOfTheLibraryHasCases() {
        Set<OpType<?>> covered = new LinkedHashSet<>();
        OperationCases.stream().forEach(each -> covered.add(each.operation().type()));

        assertEquals(new LinkedHashSet<>(OpLibrary.standard().types()), covered);
    }

    @Test
    void noCaseIsListedTwice() {
        assertEquals(OperationCases.all().size(), new LinkedHashSet<>(OperationCases.all()).size());
    }
}
