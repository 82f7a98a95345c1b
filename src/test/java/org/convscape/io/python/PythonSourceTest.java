package org.convscape.io.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscape.analysis.Analysis;
import org.convscape.attribute.Padding;
import org.convscape.document.Document;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.inventory.NetworkArrays;
import org.convscape.op.library.Add;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.Input;
import org.convscape.op.library.MaxPool;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.file.SafetensorsWriter.Outgoing;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonSourceTest {

    private static Graph small() {
        GraphBuilder graph = new GraphBuilder();
        String stage = graph.add("picture", Input.of(Shape.maps(8, 8, 3)));
        for (String block : List.of("0", "1")) {
            String entering = stage;
            stage = graph.group("stage/" + block, entering, in -> {
                String conv = graph.add("conv", Conv2d.of(3, 3, 1, Padding.SAME, false), in);
                String norm = graph.add("norm", BatchNorm.standard(), conv);
                return graph.add("sum", new Add(), norm, in);
            });
        }
        String pooled = graph.add("pool", MaxPool.of(2, 2, Padding.VALID), stage);
        String flat = graph.add("flat", new Flatten(), pooled);
        graph.add("act", new Relu(), graph.add("fc", Dense.of(2), flat));
        return graph.build();
    }

    private static String source(PythonLibrary library) {
        String source = new PythonExport(
                        library,
                        Analysis.of(small()),
                        new SeededWeights(1),
                        new PythonCaption("small net", Map.of("Definition", "of \"ours\"")))
                .source("small.safetensors");
        return source.substring(0, source.indexOf("def read_weights"));
    }

    @Test
    void aNetworkForPyTorchReadsLikeOneThatAPersonWrote() {
        assertEquals(
                """
                ""\"small net for PyTorch, written by Convscape.

                Definition: of 'ours'
                Input: 8×8×3 (height, width, channels)
                Parameters: 284, of which 272 are trained
                Multiply-adds: 10,464 (convention macs)
                Weights in: small.safetensors
                ""\"

                import json
                import math
                from pathlib import Path

                import numpy
                import torch
                from torch import nn


                class Stage0(nn.Module):
                    def __init__(self):
                        super().__init__()
                        self.conv = nn.Conv2d(3, 3, 3, padding=1, bias=False)
                        self.norm = nn.BatchNorm2d(3)

                    def forward(self, x):
                        conv = self.conv(x)
                        norm = self.norm(conv)
                        return norm + x


                class SmallNet(nn.Module):
                    def __init__(self):
                        super().__init__()
                        self.stage = nn.Sequential(
                            Stage0(),
                            Stage0(),
                        )
                        self.pool = nn.MaxPool2d(2, 2)
                        self.flat = nn.Flatten()
                        self.fc = nn.Linear(48, 2)
                        self.act = nn.ReLU()

                    def forward(self, picture):
                        x = self.stage(picture)
                        x = self.pool(x)
                        x = self.flat(x)
                        x = self.fc(x)
                        return self.act(x)


                """,
                source(PythonLibrary.PYTORCH));
    }

    @Test
    void aNetworkForKerasReadsLikeOneThatAPersonWrote() {
        String source = source(PythonLibrary.KERAS);
        assertEquals(
                """
                import json
                import math
                from pathlib import Path

                import keras
                import numpy
                from keras import layers


                def stage_0_layers(x, name):
                    conv = layers.Conv2D(3, 3, padding="same", use_bias=False, name=name + ".conv")(x)
                    norm = layers.BatchNormalization(epsilon=1e-05, name=name + ".norm")(conv)
                    return norm + x


                def stage_layers(x, name):
                    x = stage_0_layers(x, name=name + ".0")
                    return stage_0_layers(x, name=name + ".1")


                def network(picture):
                    x = stage_layers(picture, name="stage")
                    x = layers.MaxPooling2D(2, 2)(x)
                    x = layers.Flatten()(x)
                    x = layers.Dense(2, name="fc")(x)
                    return layers.ReLU()(x)


                def build():
                    ""\"The network with new weights.""\"
                    picture = keras.Input((8, 8, 3))
                    return keras.Model(picture, network(picture))


                """,
                source.substring(source.indexOf("import json")));
    }

    /** So the file of weights is one of the library that the network comes from, and the source takes the library's. */
    @ParameterizedTest
    @ValueSource(strings = {"resnet50", "resnext50", "alexnet", "vgg16", "googlenet", "inception-v3", "inception-v4"})
    void theArraysForPyTorchAreThoseOfTheOrigin(String id) {
        Network network = NetworkLibrary.standard().find(id).orElseThrow();
        Document document = BuiltNetwork.document(
                network, network.defaultInput(), network.schema().defaults());
        PythonExport export = new PythonExport(
                PythonLibrary.PYTORCH,
                Analysis.of(document.graph()),
                new SeededWeights(1),
                new PythonCaption(id, Map.of()));
        List<String> origin = NetworkArrays.of(document, NetworkLibrary.standard()).wanted().stream()
                .map(each -> each.names().get(0).text() + " "
                        + each.names().get(0).layout().dimensions(each))
                .toList();

        assertEquals(
                origin,
                export.arrays().stream()
                        .map(each -> each.name() + " " + each.dimensions())
                        .toList());
    }

    @Test
    void twoLayersThatWouldGetOneNameAreRefused() {
        GraphBuilder graph = new GraphBuilder();
        String in = graph.add("picture", Input.of(Shape.maps(8, 8, 3)));
        String first = graph.add("a.b", Conv2d.of(3, 3, 1, Padding.SAME, false), in);
        graph.add("a_b", Conv2d.of(3, 3, 1, Padding.SAME, false), first);
        PythonExport export = new PythonExport(
                PythonLibrary.PYTORCH,
                Analysis.of(graph.build()),
                new SeededWeights(1),
                new PythonCaption("twice", Map.of()));

        assertEquals(
                "PyTorch would call two arrays \"a_b.weight\"; another name for one of the two layers would work",
                export.refusal().orElse(""));
        assertTrue(export.arrays().stream().map(Outgoing::name).distinct().count() == 1);
    }
}
