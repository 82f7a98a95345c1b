package org.convscape.benchmark;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.attribute.AttributeValues;
import org.convscape.block.BlockTemplate;
import org.convscape.document.Edit;
import org.convscape.document.Point;
import org.convscape.graph.Edge;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.workspace.Workspace;

/** What a person does to the CIFAR ResNet-1202, and how it is taken back. */
public enum Gesture {
    /** One layer is selected, and another. */
    SELECT(at -> at.workspace().select(at.block()), at -> at.workspace().select(at.layer())),

    /** One number of one layer, which changes no shape. */
    ATTRIBUTE(at -> at.epsilon(2e-5), at -> at.epsilon(1e-5)),

    /** The size of the picture, which changes every shape. */
    PICTURE(at -> at.picture(40), at -> at.picture(32)),

    /** A new layer inside a block. */
    INSERT(at -> at.edit(new Edit.AddNode(at.block() + "/new", new Relu(), null)), Place::undo),

    /** A layer is taken out, so that all that follows is unknown. */
    DELETE(at -> at.edit(new Edit.Delete(Set.of(at.layer()))), Place::undo),

    /** A connection is cut, so that all that follows is unknown. */
    CONNECT(at -> at.edit(new Edit.Disconnect(Set.of(new Edge(at.block() + "/conv1", at.layer(), 0)))), Place::undo),

    /** An attribute of a block, which is expanded anew. */
    BLOCK(Place::widen, Place::undo),

    /** A layer gets another name. */
    RENAME(at -> at.edit(new Edit.Rename(at.layer(), "norm")), Place::undo),

    /** A block is put somewhere else. */
    MOVE(at -> at.edit(new Edit.Move(Map.of(at.block(), new Point(100, 900)))), Place::undo),

    /** A block is drawn as one card, or opened. */
    COLLAPSE(at -> at.toggle(at.block()), Place::undo),

    /** The stage around it is drawn as one card, or opened: hundreds of blocks go or come. */
    STAGE(at -> at.toggle(at.stage()), Place::undo),

    /** All batch normalisations are folded into the convolutions before them. */
    FOLD(at -> at.edit(new Edit.SetFolded(Set.of(), true)), Place::undo),

    /** Another counting rule, by which every number is written anew. */
    RULE(at -> at.rule(Conventions.find("fvcore").orElseThrow()), at -> at.rule(Convention.MACS));

    /** A place in an open document, and what can be done there. */
    record Place(Studio studio, OpenDocument document, String block) {
        Workspace workspace() {
            return document.workspace();
        }

        String layer() {
            return block + "/bn1";
        }

        String stage() {
            return block.substring(0, block.indexOf('/'));
        }

        void edit(Edit edit) {
            if (!workspace().apply(edit)) {
                throw new IllegalStateException(workspace().noticeProperty().get());
            }
        }

        void undo() {
            workspace().undo();
        }

        void epsilon(double value) {
            edit(new Edit.SetOperation(layer(), new BatchNorm(value, true), "epsilon"));
        }

        void picture(int side) {
            edit(new Edit.SetOperation("picture", Input.of(Shape.maps(side, 32, 3)), "shape"));
        }

        void toggle(String path) {
            GroupPath group = new GroupPath(path);
            boolean collapsed = workspace().document().layout().collapsed().contains(group);
            workspace().collapse(Set.of(group), !collapsed);
        }

        void widen() {
            Group group =
                    workspace().document().graph().group(new GroupPath(block)).orElseThrow();
            Optional<BlockTemplate> template = studio.libraries().inventory().templateOf(group);
            AttributeValues other = group.attributes().with("activation", "relu6");
            edit(new Edit.SetBlock(group.path(), template.orElseThrow(), other, "activation"));
        }

        void rule(Convention convention) {
            studio.conventionProperty().set(convention);
        }
    }

    private interface Act {
        void at(Place place);
    }

    private final Act forth;
    private final Act back;

    Gesture(Act forth, Act back) {
        this.forth = forth;
        this.back = back;
    }

    /** Does it, or takes it back. */
    void act(Place place, boolean again) {
        (again ? forth : back).at(place);
    }
}
