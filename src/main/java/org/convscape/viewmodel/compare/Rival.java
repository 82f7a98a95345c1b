package org.convscape.viewmodel.compare;

import org.convscape.analysis.Convention;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.zoo.Network;

/** What the open network under the chosen rule is compared with. */
public sealed interface Rival {

    /** What a list of choices calls it. */
    String label();

    /** What kind of thing it is, in a word or two. */
    String kind();

    /** The same network, counted by another rule. */
    record Rule(Convention convention) implements Rival {
        @Override
        public String label() {
            return convention.id();
        }

        @Override
        public String kind() {
            return "counting rule";
        }
    }

    /** Another open network, counted by the same rule. */
    record Tab(OpenDocument document) implements Rival {
        @Override
        public String label() {
            return document.title();
        }

        @Override
        public String kind() {
            return "open tab";
        }
    }

    /** A published network, counted by the same rule. */
    record Published(Network network) implements Rival {
        @Override
        public String label() {
            return network.id();
        }

        @Override
        public String kind() {
            return "network";
        }
    }
}
