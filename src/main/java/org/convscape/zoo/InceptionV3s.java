package org.convscape.zoo;

import java.util.List;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Padding;
import org.convscape.block.BlockTemplate;
import org.convscape.block.Family;
import org.convscape.block.InceptionAuxiliary;
import org.convscape.block.InceptionV3A;
import org.convscape.block.InceptionV3B;
import org.convscape.block.InceptionV3C;
import org.convscape.block.InceptionV3D;
import org.convscape.block.InceptionV3E;
import org.convscape.block.Normalisation;
import org.convscape.block.UnitNames;
import org.convscape.block.UnitStyle;
import org.convscape.block.Units;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Dropout;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;

/** Inception v3 as torchvision and as Keras have it (Szegedy et al. 2015, table 1). */
final class InceptionV3s {

    /** Whether the classifier at the side is there, which training needs and nothing else. */
    private static final Attribute<Boolean> AUXILIARY = Attribute.flag(
            "aux",
            "Auxiliary head",
            false,
            "A second classifier after Mixed_6e, which training needs and nothing else.");

    private static final String BEFORE_AUXILIARY = "Mixed_6e";

    /** The modules in order: template, torchvision's name, and its values. */
    private record Module(BlockTemplate template, String name, AttributeValues values) {}

    private static final List<Module> MODULES = List.of(
            a("Mixed_5b", 32),
            a("Mixed_5c", 64),
            a("Mixed_5d", 64),
            plain(InceptionV3B.TEMPLATE, "Mixed_6a"),
            c("Mixed_6b", 128),
            c("Mixed_6c", 160),
            c("Mixed_6d", 160),
            c(BEFORE_AUXILIARY, 192),
            plain(InceptionV3D.TEMPLATE, "Mixed_7a"),
            plain(InceptionV3E.TEMPLATE, "Mixed_7b"),
            plain(InceptionV3E.TEMPLATE, "Mixed_7c"));

    private InceptionV3s() {}

    static List<Network> networks() {
        return List.of(
                network(
                        "inception-v3",
                        "Inception v3",
                        "Szegedy et al. 2015; torchvision inception_v3",
                        AttributeSchema.of(NetworkAttributes.CLASSES, AUXILIARY),
                        InceptionV3s::torchvision),
                network(
                        "keras-inception-v3",
                        "Keras InceptionV3",
                        "Szegedy et al. 2015; Keras InceptionV3 (batch norm without scale)",
                        AttributeSchema.of(NetworkAttributes.CLASSES),
                        InceptionV3s::keras));
    }

    private static Network network(
            String id, String label, String origin, AttributeSchema schema, Network.Definition definition) {
        return new Network(id, label, Family.INCEPTION, origin, Shape.maps(299, 299, 3), schema, definition);
    }

    private static Module a(String name, int poolProjection) {
        Module module = plain(InceptionV3A.TEMPLATE, name);
        return new Module(module.template(), name, module.values().with(InceptionV3A.POOL_PROJECTION, poolProjection));
    }

    private static Module c(String name, int inner) {
        Module module = plain(InceptionV3C.TEMPLATE, name);
        return new Module(module.template(), name, module.values().with(InceptionV3C.REDUCE_7X7, inner));
    }

    private static Module plain(BlockTemplate template, String name) {
        return new Module(template, name, template.schema().defaults());
    }

    private static void torchvision(GraphBuilder graph, Shape input, AttributeValues values) {
        Chain chain = stem(Chain.begin(graph, input), UnitStyle.INCEPTION);
        AttributeValues auxiliary = InceptionAuxiliary.TEMPLATE
                .schema()
                .defaults()
                .with(InceptionAuxiliary.CLASSES, values.get(NetworkAttributes.CLASSES));
        for (Module module : MODULES) {
            chain.block(module.name(), module.template(), module.values());
            if (module.name().equals(BEFORE_AUXILIARY) && values.get(AUXILIARY)) {
                chain.side("AuxLogits", InceptionAuxiliary.TEMPLATE, auxiliary);
            }
        }
        chain.add("avgpool", GlobalAveragePool.toVector())
                .add("dropout", new Dropout(0.5))
                .add("fc", Dense.of(values.get(NetworkAttributes.CLASSES)));
    }

    /** Keras numbers its modules, and its layers have no names of their own: they keep those of torchvision here. */
    private static void keras(GraphBuilder graph, Shape input, AttributeValues values) {
        UnitStyle style = UnitStyle.INCEPTION.withNorm(Normalisation.BATCH_WITHOUT_SCALE);
        Chain chain = stem(Chain.begin(graph, input), style);
        for (int index = 0; index < MODULES.size(); index++) {
            Module module = MODULES.get(index);
            chain.block("mixed" + index, module.template(), KerasWays.excludingPadding(style.applyTo(module.values())));
        }
        KerasWays.addTo(chain.add("avg_pool", GlobalAveragePool.toVector()), values);
    }

    private static Chain stem(Chain chain, UnitStyle style) {
        Units units = new Units(chain.graph(), UnitNames.MODULE, style);
        return chain.then(in -> units.conv("Conv2d_1a_3x3", 32, 3, 2, Padding.VALID, in))
                .then(in -> units.conv("Conv2d_2a_3x3", 32, 3, 1, Padding.VALID, in))
                .then(in -> units.conv("Conv2d_2b_3x3", 64, 3, in))
                .add("maxpool1", MaxPool.of(3, 2, Padding.VALID))
                .then(in -> units.conv("Conv2d_3b_1x1", 80, 1, in))
                .then(in -> units.conv("Conv2d_4a_3x3", 192, 3, 1, Padding.VALID, in))
                .add("maxpool2", MaxPool.of(3, 2, Padding.VALID));
    }
}
