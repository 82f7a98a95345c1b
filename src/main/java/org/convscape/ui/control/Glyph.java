package org.convscape.ui.control;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import org.convscape.block.Family;
import org.convscape.op.Category;

/**
 * Line drawings of 16 × 16 units that stand for kinds of layer and families of blocks, so that colour is never the only
 * sign. Style class {@code glyph}; the style sheet gives the stroke.
 */
public enum Glyph {
    PICTURE("M2 3H14V13H2Z M2 11.5L6 7.5L9 10.5L11 8.5L14 11.5 M10.5 5.2a.8 .8 0 1 0 .01 0"),
    CONVOLUTION("M2 2H14V14H2Z M6 2V14 M10 2V14 M2 6H14 M2 10H14"),
    NORMALISATION("M1 13C5 13 5.4 3 8 3C10.6 3 11 13 15 13"),
    ACTIVATION("M1.5 12H8L14 3"),
    POOLING("M1.5 2.5H9.5V10.5H1.5Z M1.5 6.5H9.5 M5.5 2.5V10.5 M11.5 10.5H14.5V13.5H11.5Z"),
    MERGE("M8 2a6 6 0 1 0 .01 0Z M8 5V11 M5 8H11"),
    DENSE("M3 3L13 5.5 M3 8L13 5.5 M3 13L13 5.5 M3 3L13 10.5 M3 8L13 10.5 M3 13L13 10.5"),
    SHAPE("M2 4.5H8.5V11.5H2Z M8.5 8H14 M11.5 5.5L14 8L11.5 10.5"),
    RESIDUAL("M1 11H4 M4 8.5H11V13.5H4Z M11 11H15 M2.5 11V4H13V11"),
    INCEPTION("M1 8H4L7 3H10L13 8H15 M4 8H13 M4 8L7 13H10L13 8"),
    SEPARABLE("M2 3H9 M2 8H9 M2 13H9 M12.5 2V14"),
    PLAIN("M2 5.5H6.5V10.5H2Z M9.5 5.5H14V10.5H9.5Z M6.5 8H9.5"),
    MIXED("M8 2L14 8L8 14L2 8Z"),
    WARNING("M8 2L14.5 13.5H1.5Z M8 6.5V9.8 M8 11.4V11.9"),
    WAITING("M8 2a6 6 0 1 0 .01 0Z M8 4.5V8L10.5 9.5"),
    OPEN_PORT("M8 4.5a3.5 3.5 0 1 0 .01 0Z M1 8H2.5"),
    EXPAND("M2 6V2H6 M14 6V2H10 M2 10V14H6 M14 10V14H10"),
    COLLAPSE("M2 6H6V2 M14 6H10V2 M2 10H6V14 M14 10H10V14");

    private static final double SIDE = 16;
    private static final double LINE = 1.3;

    private final String path;

    Glyph(String path) {
        this.path = path;
    }

    /** The drawing for a kind of layer. */
    public static Glyph of(Category category) {
        return switch (category) {
            case INPUT -> PICTURE;
            case CONVOLUTION -> CONVOLUTION;
            case NORMALISATION -> NORMALISATION;
            case ACTIVATION -> ACTIVATION;
            case POOLING -> POOLING;
            case MERGE -> MERGE;
            case DENSE -> DENSE;
            case SHAPE -> SHAPE;
        };
    }

    /** The drawing for a family of blocks. */
    public static Glyph of(Family family) {
        return switch (family) {
            case RESIDUAL -> RESIDUAL;
            case INCEPTION -> INCEPTION;
            case SEPARABLE -> SEPARABLE;
            case PLAIN -> PLAIN;
            case MIXED -> MIXED;
        };
    }

    /** The drawing as a square node of that side, whose stroke the style sheet colours. */
    public Region node(double side) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.setFill(null);
        shape.setStrokeWidth(LINE * SIDE / side);
        shape.setStrokeLineCap(StrokeLineCap.ROUND);
        shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
        shape.getStyleClass().add("glyph");
        shape.getTransforms().add(new Scale(side / SIDE, side / SIDE));
        // Unmanaged: the square stays whatever its lines reach.
        shape.setManaged(false);
        Region square = new Pane(shape);
        square.setMinSize(side, side);
        square.setPrefSize(side, side);
        square.setMaxSize(side, side);
        square.setMouseTransparent(true);
        return square;
    }
}
