package org.convscape.graph;

/** A connection: the output of node {@code from} into input port {@code port} of node {@code to}. */
public record Edge(String from, String to, int port) {}
