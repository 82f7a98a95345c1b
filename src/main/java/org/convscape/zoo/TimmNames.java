package org.convscape.zoo;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What timm calls the arrays of a network whose names here are those of torchvision, where both publish weights for the
 * same function: MobileNet v2 ({@code mobilenetv2_100}).
 */
public final class TimmNames {
    private static final Pattern BLOCK = Pattern.compile("features\\.(\\d+)\\.conv\\.(\\d+(?:\\.[01])?)\\.(\\w+)");
    private static final Map<String, String> OUTSIDE = Map.of(
            "features.0.0", "conv_stem",
            "features.0.1", "bn1",
            "features.18.0", "conv_head",
            "features.18.1", "bn2",
            "classifier.1", "classifier");
    private static final Map<String, String> FIRST = Map.of("0.0", "conv_dw", "0.1", "bn1", "1", "conv_pw", "2", "bn2");
    private static final Map<String, String> EXPANDING =
            Map.of("0.0", "conv_pw", "0.1", "bn1", "1.0", "conv_dw", "1.1", "bn2", "2", "conv_pwl", "3", "bn3");

    private TimmNames() {}

    /** The name in files of timm of an array of that network; the same where timm has no other. */
    public static String of(String networkId, String array) {
        if (!networkId.equals("torch-mobilenet-v2")) {
            return array;
        }
        Matcher block = BLOCK.matcher(array);
        if (block.matches()) {
            int number = Integer.parseInt(block.group(1));
            String layer = (number == 1 ? FIRST : EXPANDING).get(block.group(2));
            return "blocks." + place(number) + "." + layer + "." + block.group(3);
        }
        int dot = array.lastIndexOf('.');
        return OUTSIDE.getOrDefault(array.substring(0, dot), array.substring(0, dot)) + array.substring(dot);
    }

    /** The stage, and the place in the stage, of a block that is counted through from 1 on. */
    private static String place(int number) {
        int left = number - 1;
        int stage = 0;
        while (left >= MobileNets.STAGES[stage][2]) {
            left -= MobileNets.STAGES[stage++][2];
        }
        return stage + "." + left;
    }
}
