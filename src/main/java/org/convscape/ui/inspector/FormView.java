package org.convscape.ui.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;
import org.convscape.attribute.Attribute;
import org.convscape.viewmodel.inspector.FieldModel;

/**
 * The form of what is selected. The pages of the last few kinds of layers and blocks are kept for the next of their
 * kind.
 */
final class FormView extends VBox {
    /** More kinds than people go back and forth between; a page is some hundred nodes. */
    private static final int KEPT = 8;

    private final Map<List<Attribute<?>>, FormPage> pages = new LinkedHashMap<>(16, 0.75f, true);
    private FormPage shown;

    void show(List<FieldModel> fields) {
        List<Attribute<?>> kind =
                fields.stream().<Attribute<?>>map(FieldModel::attribute).toList();
        FormPage page = fields.isEmpty() ? null : pages.computeIfAbsent(kind, unseen -> add(fields));
        if (shown != null && shown != page) {
            shown.release();
        }
        shown = page;
        if (page != null) {
            page.show(fields);
        }
        if (pages.size() > KEPT) {
            List<Attribute<?>> oldest = pages.keySet().iterator().next();
            getChildren().remove(pages.remove(oldest));
        }
    }

    private FormPage add(List<FieldModel> fields) {
        FormPage page = new FormPage(fields);
        getChildren().add(page);
        return page;
    }
}
