package org.convscape.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The place of a group in the tree of groups: names joined by slashes, such as {@code stage2/block1}; the root is
 * empty. The path of a node is that of its group, a slash, and its own name.
 */
public record GroupPath(String text) implements Comparable<GroupPath> {

    /** The whole graph. */
    public static final GroupPath ROOT = new GroupPath("");

    /** The group that a node of this path stands in. */
    public static GroupPath of(String nodePath) {
        int slash = nodePath.lastIndexOf('/');
        return slash < 0 ? ROOT : new GroupPath(nodePath.substring(0, slash));
    }

    /** True when two nodes stand in the same group; asked of every pair of neighbours, so without making paths. */
    public static boolean same(String nodePath, String otherPath) {
        int slash = nodePath.lastIndexOf('/');
        return slash == otherPath.lastIndexOf('/') && (slash < 0 || nodePath.regionMatches(0, otherPath, 0, slash));
    }

    /** True when a path is one of these or lies, at any depth, in a group that is. */
    public static boolean covers(Set<String> paths, String path) {
        if (paths.contains(path)) {
            return true;
        }
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (paths.contains(path.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    /** Every group in which one of these nodes lies, at any depth; without the root. */
    public static Set<GroupPath> around(Collection<Node> nodes) {
        Set<GroupPath> around = new HashSet<>();
        String before = "";
        for (Node node : nodes) {
            if (!same(node.path(), before)) {
                GroupPath group = node.group();
                while (!group.isRoot() && around.add(group)) {
                    group = group.parent();
                }
            }
            before = node.path();
        }
        return around;
    }

    /** The last name of a path. */
    public static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * The name of a node or a group, and where that is but a number also what it numbers: {@code layer1/0},
     * {@code conv2}.
     */
    public static String tellingName(String path) {
        int start = path.lastIndexOf('/') + 1;
        while (start > 0 && path.substring(start).chars().noneMatch(Character::isLetter)) {
            start = path.lastIndexOf('/', start - 2) + 1;
        }
        return path.substring(start);
    }

    /** True for the whole graph. */
    public boolean isRoot() {
        return text.isEmpty();
    }

    /** The group around this one; the root's is the root. */
    public GroupPath parent() {
        return isRoot() ? this : of(text);
    }

    /** The path of something of that name in this group. */
    public String child(String name) {
        return isRoot() ? name : text + "/" + name;
    }

    /** The group of that name in this group. */
    public GroupPath group(String name) {
        return new GroupPath(child(name));
    }

    /** The last name; empty for the root. */
    public String name() {
        return nameOf(text);
    }

    /** True when a node or group of this path lies in this group, at any depth. */
    public boolean contains(String path) {
        return isRoot()
                || (path.length() > text.length() && path.startsWith(text) && path.charAt(text.length()) == '/');
    }

    /** The groups from the outermost (not the root) to this one. */
    public List<GroupPath> lineage() {
        List<GroupPath> lineage = new ArrayList<>();
        for (GroupPath group = this; !group.isRoot(); group = group.parent()) {
            lineage.add(0, group);
        }
        return lineage;
    }

    @Override
    public int compareTo(GroupPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
