/**
 * Fetches published weights, because a person has asked for them: goes on where a connection was cut, checks what has
 * come, and says how to do without. The only package that goes to the network.
 */
package org.convscape.weights.fetch;
