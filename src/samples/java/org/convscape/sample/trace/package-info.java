/**
 * A small path tracer: solids, materials, light, camera. Strict arithmetic and a random sequence for every pixel make
 * each picture the same, to the last bit, on every machine. Knows no other package.
 */
package org.convscape.sample.trace;
