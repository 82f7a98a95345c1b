/**
 * Measurements of speed with JMH, run by hand ({@code docs/benchmarks.md} says how). May use everything; nothing uses
 * it.
 */
package org.convscape.benchmark;
