package org.convscape.ui.shell;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.maps.ColourMap;
import org.convscape.maps.MapOrder;
import org.convscape.maps.MapScaling;
import org.convscape.session.Settings;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.maps.MapsModel;
import org.convscape.viewmodel.palette.Headings;
import org.convscape.viewmodel.window.Area;
import org.convscape.viewmodel.window.Page;
import org.convscape.viewmodel.window.WindowModel;
import org.convscape.weights.published.WeightsFolder;

/**
 * What a window looks like is the same at the next start: theme, sizes of areas, page of the drawer, rules and colours.
 */
public final class Memory {
    private static final double LEAST = 40;
    private static final double MOST = 4000;

    private final Settings settings;

    /** Remembers in these settings. */
    public Memory(Settings settings) {
        this.settings = settings;
    }

    /** The theme of the last time. */
    public Theme theme() {
        return choice("theme", Theme.values(), Theme::id).orElse(Theme.DARK);
    }

    /** Gives a window what is remembered, and remembers from then on what is changed in it. */
    public void keep(Studio studio, StudioView view) {
        remember(view.themeProperty(), "theme", Theme.values(), Theme::id);
        view.headingsProperty().set(Headings.parse(settings.text("palette", "")));
        view.headingsProperty().addListener((property, before, after) -> settings.put("palette", after.text()));
        remember(
                studio.conventionProperty(),
                "convention",
                Conventions.standard().toArray(new Convention[0]),
                Convention::id);
        MapsModel maps = view.maps();
        remember(maps.orderProperty(), "maps.order", MapOrder.values(), MapOrder::id);
        remember(maps.scalingProperty(), "maps.scaling", MapScaling.values(), MapScaling::id);
        remember(maps.coloursProperty(), "maps.colours", ColourMap.values(), ColourMap::id);
        BooleanProperty live = studio.liveProperty();
        live.set(settings.flag("live", live.get()));
        live.addListener((property, before, after) -> settings.put("live", after));
        weightsFolder(studio.weightsFolderProperty());
        AreasView areas = view.areas();
        remember(areas.paletteWidthProperty(), "palette.width");
        remember(areas.inspectorWidthProperty(), "inspector.width");
        remember(areas.drawerHeightProperty(), "drawer.height");
        WindowModel window = view.window();
        remember(window.foldedProperty(Area.PALETTE), "palette.folded");
        remember(window.foldedProperty(Area.INSPECTOR), "inspector.folded");
        remember(window.foldedProperty(Area.DRAWER), "drawer.folded");
        double page = settings.number("drawer.page", 0);
        if (page >= 0 && page < Page.values().length) {
            window.pageProperty().set(Page.values()[(int) page]);
        }
        window.pageProperty().addListener((property, before, after) -> settings.put("drawer.page", after.ordinal()));
    }

    /** The folder of the last time, which commands take too; else the usual one. */
    private void weightsFolder(ObjectProperty<WeightsFolder> folder) {
        String remembered = settings.text(WeightsFolder.SETTING, "");
        folder.set(WeightsFolder.chosen(remembered));
        folder.addListener((property, before, after) -> settings.put(
                WeightsFolder.SETTING, after.path().toAbsolutePath().toString()));
    }

    private void remember(DoubleProperty size, String name) {
        double remembered = settings.number(name, size.get());
        if (remembered >= LEAST && remembered <= MOST) {
            size.set(remembered);
        }
        size.addListener((property, before, after) -> settings.put(name, after.doubleValue()));
    }

    private void remember(BooleanProperty state, String name) {
        state.set(settings.flag(name, state.get()));
        state.addListener((property, before, after) -> settings.put(name, after));
    }

    private <T> void remember(ObjectProperty<T> property, String name, T[] values, Function<T, String> id) {
        choice(name, values, id).ifPresent(property::set);
        property.addListener((changed, before, after) -> settings.put(name, id.apply(after)));
    }

    /** What is remembered under a name, if it is one of the values there are now. */
    private <T> Optional<T> choice(String name, T[] values, Function<T, String> id) {
        String remembered = settings.text(name, "");
        return Stream.of(values)
                .filter(value -> id.apply(value).equals(remembered))
                .findFirst();
    }
}
