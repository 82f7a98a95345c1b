/** What the traced sample pictures show: objects, materials and light in metres. Uses only the tracer. */
package org.convscape.sample.scene;
