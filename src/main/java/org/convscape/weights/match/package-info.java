/** Which array of a weight file goes where in a network: by name, or by Keras' order where names do not tell. */
package org.convscape.weights.match;
