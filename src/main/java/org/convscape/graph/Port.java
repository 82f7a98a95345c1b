package org.convscape.graph;

/** One input port of a node. */
public record Port(String node, int index) {}
