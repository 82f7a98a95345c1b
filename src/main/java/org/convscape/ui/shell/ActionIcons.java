package org.convscape.ui.shell;

import java.util.Map;
import java.util.Optional;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The pictures of actions, by their ids; most have none. */
final class ActionIcons {
    private static final Map<String, Ikon> ICONS = Map.ofEntries(
            Map.entry("new", MaterialDesignF.FILE_PLUS_OUTLINE),
            Map.entry("open", MaterialDesignF.FOLDER_OPEN_OUTLINE),
            Map.entry("save", MaterialDesignC.CONTENT_SAVE_OUTLINE),
            Map.entry("save-as", MaterialDesignC.CONTENT_SAVE_EDIT_OUTLINE),
            Map.entry("export", MaterialDesignE.EXPORT_VARIANT),
            Map.entry("picture", MaterialDesignI.IMAGE_PLUS),
            Map.entry("published", MaterialDesignC.CLOUD_DOWNLOAD_OUTLINE),
            Map.entry("close", MaterialDesignC.CLOSE),
            Map.entry("undo", MaterialDesignU.UNDO),
            Map.entry("redo", MaterialDesignR.REDO),
            Map.entry("find", MaterialDesignM.MAGNIFY),
            Map.entry("canvas-arrange", MaterialDesignS.SITEMAP_OUTLINE),
            Map.entry("canvas-fit", MaterialDesignF.FIT_TO_PAGE_OUTLINE),
            Map.entry("fold", MaterialDesignC.CALL_MERGE),
            Map.entry("unfold", MaterialDesignC.CALL_SPLIT),
            Map.entry("run", MaterialDesignP.PLAY),
            Map.entry("cancel", MaterialDesignS.STOP),
            Map.entry("live", MaterialDesignL.LIGHTNING_BOLT_OUTLINE),
            Map.entry("show-palette", MaterialDesignD.DOCK_LEFT),
            Map.entry("show-drawer", MaterialDesignD.DOCK_BOTTOM),
            Map.entry("show-inspector", MaterialDesignD.DOCK_RIGHT),
            Map.entry("theme", MaterialDesignT.THEME_LIGHT_DARK),
            Map.entry("full-screen", MaterialDesignF.FULLSCREEN),
            Map.entry("keys", MaterialDesignK.KEYBOARD_OUTLINE));

    private ActionIcons() {}

    /** The picture of an action. */
    static Optional<Ikon> find(String id) {
        return Optional.ofNullable(ICONS.get(id));
    }

    /** The picture of an action that has one. */
    static Ikon of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("The action " + id + " has no picture"));
    }

    /** All actions that have one. */
    static Iterable<String> ids() {
        return ICONS.keySet();
    }
}
