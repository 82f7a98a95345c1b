package org.convscape.zoo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Keras called layers in the files that it published before it gave them their present names: the ResNet-50 of
 * 2015 and the MobileNetV2 of 2018.
 */
public final class KerasEarlierNames {
    private static final Pattern RESIDUAL = Pattern.compile("conv([2-5])_block(\\d+)_([0-3])_(conv|bn)");
    private static final Pattern MOBILE =
            Pattern.compile("(expanded_conv|block_(\\d+))_(expand|depthwise|project)(_BN)?");

    private KerasEarlierNames() {}

    /** The earlier name of an array, {@code layer/array:0}; the same where it had no other. */
    public static String of(String array) {
        int slash = array.indexOf('/');
        return slash < 0 ? array : layer(array.substring(0, slash)) + array.substring(slash);
    }

    private static String layer(String layer) {
        if (layer.equals("conv1_conv")) {
            return "conv1";
        }
        if (layer.equals("conv1_bn")) {
            return "bn_conv1";
        }
        Matcher residual = RESIDUAL.matcher(layer);
        if (residual.matches()) {
            char block = (char) ('a' + Integer.parseInt(residual.group(2)) - 1);
            int number = Integer.parseInt(residual.group(3));
            String branch = number == 0 ? "branch1" : "branch2" + (char) ('a' + number - 1);
            String kind = residual.group(4).equals("conv") ? "res" : "bn";
            return kind + residual.group(1) + block + "_" + branch;
        }
        Matcher mobile = MOBILE.matcher(layer);
        if (mobile.matches()) {
            String number = mobile.group(2) == null ? "0" : mobile.group(2);
            boolean norm = mobile.group(4) != null;
            return (norm ? "bn" + number + "_conv_" + number + "_bn_" : "mobl" + number + "_conv_" + number + "_")
                    + mobile.group(3);
        }
        return layer;
    }
}
