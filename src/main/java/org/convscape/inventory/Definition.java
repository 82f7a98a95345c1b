package org.convscape.inventory;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscape.attribute.Attribute;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.zoo.NetworkLibrary;

/**
 * Which network of the library something is: what weight files are tied to.
 *
 * @param network the id
 * @param attributes those that are not at their default, as text, by name
 */
public record Definition(String network, Map<String, String> attributes) {

    /** Keeps an unmodifiable copy, sorted by name. */
    public Definition {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** What a network was built as. */
    public static Definition of(BuiltNetwork built) {
        Map<String, String> changed = new TreeMap<>();
        for (Attribute<?> attribute : built.network().schema().attributes()) {
            String value = built.values().format(attribute);
            if (!value.equals(built.network().schema().defaults().format(attribute))) {
                changed.put(attribute.name(), value);
            }
        }
        return new Definition(built.network().id(), changed);
    }

    /** What a document is, where a person has changed nothing of the network but folded layers and the picture. */
    public static Optional<Definition> of(Document document, NetworkLibrary networks) {
        Document whole = unfolded(document);
        return BuiltNetwork.of(whole, networks)
                .flatMap(built -> built.untouched(whole.graph()))
                .map(Definition::of);
    }

    /** The document with all its layers as they were before any were folded. */
    static Document unfolded(Document document) {
        return document.folds().isEmpty() ? document : new Edit.SetFolded(Set.of(), false).apply(document);
    }

    /** Reads what {@link #text} has written. */
    public static Definition parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        Map<String, String> attributes = new TreeMap<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                attributes.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return new Definition(words.get(0), attributes);
    }

    /** As a person would type it: {@code resnet50 strideAt=first}. */
    public String text() {
        return Stream.concat(
                        Stream.of(network),
                        attributes.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()))
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return text();
    }
}
