package org.convscape.viewmodel.picture;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscape.image.Picture;

/** A picture that comes with the program, with a small version of it once that is there. */
public final class SampleModel {
    private final String name;
    private final ReadOnlyObjectWrapper<Picture> thumbnail = new ReadOnlyObjectWrapper<>(this, "thumbnail");

    SampleModel(String name) {
        this.name = name;
    }

    /** The name it is loaded by. */
    public String name() {
        return name;
    }

    /** The name without the ending of the file, for a list. */
    public String label() {
        int dot = name.lastIndexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).replace('-', ' ');
    }

    /** The small version; null until it was made. */
    public ReadOnlyObjectProperty<Picture> thumbnailProperty() {
        return thumbnail.getReadOnlyProperty();
    }

    void thumbnail(Picture small) {
        thumbnail.set(small);
    }
}
