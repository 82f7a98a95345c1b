package org.convscape.document;

import java.util.Set;
import java.util.TreeSet;
import org.convscape.graph.GroupPath;

/** Names for what is new. */
public final class FreeName {
    private FreeName() {}

    /** A name like {@code base} that neither a node nor a group of the document has yet in the group {@code in}. */
    public static String in(Document document, GroupPath in, String base) {
        Set<String> taken = new TreeSet<>();
        document.graph().nodes().forEach(node -> taken.add(node.path()));
        document.graph().groups().forEach(group -> taken.add(group.path().text()));
        String name = base;
        for (int i = 2; taken.contains(in.child(name)); i++) {
            name = base + "-" + i;
        }
        return name;
    }
}
