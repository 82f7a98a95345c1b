package org.convscape.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.convscape.image.PngWriter;
import org.convscape.maps.MapSheet;
import org.convscape.tensor.Tensor;

/**
 * The maps of a node as a picture, with a caption: a PNG file, and beside it a JSON file that says which channel each
 * tile shows, where it stands, and which values the ends of its colours stand for.
 */
public final class MapSheetFile {
    private MapSheetFile() {}

    /**
     * Writes both.
     *
     * @param name of the files without an ending
     * @return the picture's file
     * @throws FileFailure with a sentence when they cannot be written
     */
    public static Path write(Path folder, String name, String node, Tensor maps, MapSheet.Style style) {
        MapSheet sheet = MapSheet.of(maps, style);
        Path file = folder.resolve(name + ".png");
        WholeFile.write(file, PngWriter.encode(sheet.width(), sheet.height(), sheet.argb()));
        WholeFile.write(folder.resolve(name + ".json"), Json.text(caption(name, node, maps, style, sheet)));
        return file;
    }

    private static ObjectNode caption(String name, String node, Tensor maps, MapSheet.Style style, MapSheet sheet) {
        ObjectNode json = Json.object();
        json.put("picture", name + ".png");
        json.put("node", node);
        json.set("output", Json.numbers(maps.dimensions()));
        json.put("colours", style.colours().id());
        json.put("scaling", style.scaling().id());
        json.put("order", style.order().id());
        json.put("zoom", sheet.zoom());
        ArrayNode tiles = json.putArray("tiles");
        for (MapSheet.Tile tile : sheet.tiles()) {
            ObjectNode each = tiles.addObject();
            each.put("channel", tile.channel());
            each.put("low", tile.range().low());
            each.put("high", tile.range().high());
            each.set(
                    "box",
                    Json.numbers(
                            tile.box().left(),
                            tile.box().top(),
                            tile.box().width(),
                            tile.box().height()));
        }
        return json;
    }
}
