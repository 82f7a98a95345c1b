package org.convscape.zoo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Keras called layers in files that it published before they had their present names: MobileNetV2 of 2018. */
public final class KerasEarlierNames {
    private static final Pattern MOBILE =
            Pattern.compile("(expanded_conv|block_(\\d+))_(expand|depthwise|project)(_BN)?");

    private KerasEarlierNames() {}

    /** The earlier name of an array, {@code layer/array:0}; the same where it had no other. */
    public static String of(String array) {
        int slash = array.indexOf('/');
        return slash < 0 ? array : layer(array.substring(0, slash)) + array.substring(slash);
    }

    private static String layer(String layer) {
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
