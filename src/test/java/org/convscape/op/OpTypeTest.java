package org.convscape.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.op.library.LocalResponseNorm;
import org.convscape.op.library.OpLibrary;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.convscape.testing.Negate;
import org.junit.jupiter.api.Test;

class OpTypeTest {

    /** A record with two components, to be declared wrongly in several ways. */
    private record Pair(int first, boolean second) implements Operation {
        @Override
        public OpType<?> type() {
            throw new IllegalStateException("Never declared");
        }

        @Override
        public Shape infer(List<Shape> inputs) {
            return inputs.get(0);
        }

        @Override
        public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
            return inputs.get(0);
        }
    }

    private static final Attribute<Integer> FIRST = Attribute.integer("first", "First", 0, 9, 3, "The first.");
    private static final Attribute<Boolean> SECOND = Attribute.flag("second", "Second", false, "The second.");

    private static OpType.Builder<Pair> pair() {
        return OpType.of(Pair.class, "pair", "Pair", Category.SHAPE);
    }

    @Test
    void aRecordWhoseComponentsAreNotItsAttributesIsRefused() {
        String missing = assertThrows(IllegalArgumentException.class, () -> pair().attribute(FIRST)
                        .build())
                .getMessage();
        assertEquals("Pair has components [first, second] but declares attributes [first]", missing);
        assertThrows(
                IllegalArgumentException.class,
                () -> pair().attribute(SECOND).attribute(FIRST).build());
        assertThrows(IllegalArgumentException.class, () -> pair().attribute(FIRST)
                .attribute(Attribute.flag("third", "Third", false, "Not there."))
                .build());
        assertThrows(IllegalArgumentException.class, () -> pair().attribute(FIRST)
                .attribute(SECOND)
                .attribute(Attribute.flag("third", "Third", false, "One too many."))
                .build());
    }

    @Test
    void aRecordWhoseComponentHasAnotherTypeThanItsAttributeIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> pair().attribute(FIRST)
                        .attribute(Attribute.integer("second", "Second", 0, 1, 0, "A number instead of a flag."))
                        .build())
                .getMessage();

        assertTrue(message.contains("second") && message.contains("boolean"), message);
    }

    @Test
    void valuesMakeAnOperationAndAnOperationGivesItsValues() {
        OpType<Pair> type = pair().attribute(FIRST).attribute(SECOND).build();

        assertEquals(new Pair(3, false), type.create());
        AttributeValues values = type.schema().defaults().with(FIRST, 5).with("second", "yes");
        assertEquals(new Pair(5, true), type.create(values));
        assertEquals(values, type.valuesOf(new Pair(5, true)));
        assertEquals(1, type.minimumInputs());
        assertEquals(1, type.maximumInputs());
    }

    @Test
    void valuesThatDoNotGoTogetherAreRefusedWithASentence() {
        AttributeValues even = LocalResponseNorm.TYPE.schema().defaults().with("size", "4");

        String message = assertThrows(InvalidAttribute.class, () -> LocalResponseNorm.TYPE.create(even))
                .getMessage();

        assertEquals(
                "size: expected an odd number, so that there is a channel in the middle, found \"4\"; 5 would work",
                message);
    }

    @Test
    void noOperationOutOfRangeCanBeMadeByAnyWay() {
        assertThrows(InvalidAttribute.class, () -> new Negate(0, true));
        assertThrows(InvalidAttribute.class, () -> new AttributeValues(Negate.TYPE.schema(), Map.of("strength", 11.0)));
    }

    @Test
    void everyTypeOfTheLibraryMakesItsDefaultAndFindsItselfById() {
        OpCatalogue catalogue = OpLibrary.standard();
        for (OpType<?> type : catalogue.types()) {
            assertEquals(type, catalogue.find(type.id()).orElseThrow());
            assertEquals(type, type.create().type());
            assertEquals(type.schema().defaults(), type.create().attributes());
            assertTrue(type.id().matches("[a-z][a-z0-9-]*"), type.id());
        }
        assertTrue(catalogue.find("conv3d").isEmpty());
    }

    @Test
    void aCatalogueTakesAnOperationOfATestAndRefusesAnIdUsedTwice() {
        OpCatalogue more = OpLibrary.standard().with(Negate.TYPE);

        assertEquals(Negate.TYPE, more.find("test-negate").orElseThrow());
        assertFalse(OpLibrary.standard().types().contains(Negate.TYPE), "the standard catalogue stays as it is");
        assertThrows(IllegalArgumentException.class, () -> new OpCatalogue(List.of(Relu.TYPE, Relu.TYPE)));
    }
}
