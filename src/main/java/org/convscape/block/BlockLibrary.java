package org.convscape.block;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The block templates that a program knows: a value that is passed in, so that a test can add one of its own. */
public final class BlockLibrary {
    private final Map<String, BlockTemplate> byId = new LinkedHashMap<>();

    /** Takes the templates in the order in which a palette shows them; ids are unique. */
    public BlockLibrary(Collection<? extends BlockTemplate> templates) {
        for (BlockTemplate template : templates) {
            if (byId.put(template.id(), template) != null) {
                throw new IllegalArgumentException("Two blocks have the id " + template.id());
            }
        }
    }

    /** Every template of this package. */
    public static BlockLibrary standard() {
        return new BlockLibrary(List.of(
                ResidualBasic.TEMPLATE,
                ResidualBottleneck.TEMPLATE,
                ResidualPreactivation.TEMPLATE,
                ResNeXtBlock.TEMPLATE,
                InceptionNaive.TEMPLATE,
                InceptionV1.TEMPLATE,
                InceptionV2.TEMPLATE,
                InceptionV3A.TEMPLATE,
                InceptionV3B.TEMPLATE,
                InceptionV3C.TEMPLATE,
                InceptionV3D.TEMPLATE,
                InceptionV3E.TEMPLATE,
                InceptionV4A.TEMPLATE,
                InceptionV4B.TEMPLATE,
                InceptionV4C.TEMPLATE,
                InceptionReductionA.TEMPLATE,
                InceptionV4ReductionB.TEMPLATE,
                InceptionResNetA.TEMPLATE,
                InceptionResNetB.TEMPLATE,
                InceptionResNetC.TEMPLATE,
                InceptionResNetReductionB.TEMPLATE,
                InceptionAuxiliary.TEMPLATE,
                SeparableConv.TEMPLATE,
                XceptionEntry.TEMPLATE,
                XceptionMiddle.TEMPLATE,
                XceptionExit.TEMPLATE,
                MobileNetPair.TEMPLATE,
                InvertedResidual.TEMPLATE));
    }

    /** The templates, in order. */
    public List<BlockTemplate> templates() {
        return List.copyOf(byId.values());
    }

    /** The template with that id, if there is one. */
    public Optional<BlockTemplate> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
