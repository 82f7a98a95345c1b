package org.convscape.zoo;

import java.util.List;
import java.util.Map;

/**
 * Definitions whose weight files have arrays of the same shapes, under the same names or under others, and that compute
 * something else: a file of one must not be taken for another in silence.
 */
public final class Namesakes {

    /** Under the same names: files of these are those of the other, since nobody has published any for them. */
    private static final Map<String, String> OWNERS =
            Map.of("resnet50-v1", "resnet50", "cifar-plain20", "cifar-resnet20", "cifar-plain56", "cifar-resnet56");

    /** Under other names. */
    private static final List<List<String>> OTHERWISE_NAMED = List.of(List.of("keras-resnet50", "keras-resnet50-2015"));

    private Namesakes() {}

    /** The network that files under the names of this one are of as a rule. */
    public static String ownerOf(String id) {
        return OWNERS.getOrDefault(id, id);
    }

    /** Other networks whose files have the same shapes in the same order, under other names. */
    public static List<String> othersLike(String id) {
        return OTHERWISE_NAMED.stream()
                .filter(group -> group.contains(id))
                .flatMap(List::stream)
                .filter(each -> !each.equals(id))
                .toList();
    }
}
